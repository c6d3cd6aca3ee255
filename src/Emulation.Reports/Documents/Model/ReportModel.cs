using System.Text.Json.Serialization;
using Emulation.Reports.Documents.Places;

namespace Emulation.Reports.Documents.Model;

/// <summary>Everything one report says, already worded and rounded for print: mail and workbook are rendered from it and from nothing else.</summary>
/// <remarks>Stored as JSON with the report. Percentages run from 0 to 100; null means "has no meaning here" and is printed as a dash.</remarks>
public sealed record ReportModel
{
    /// <summary>Name and version of this format (docs/formats/report.md); a reader refuses a version it does not know.</summary>
    public string Format { get; init; } = "emulation-report/1";

    public required ReportCover Cover { get; init; }

    /// <summary>What a reader with half a minute should know, in whole sentences.</summary>
    public required IReadOnlyList<string> Headlines { get; init; }

    /// <summary>For every sentence of <see cref="Headlines"/>, what its numbers are; empty in reports made before they were noted.</summary>
    public IReadOnlyList<IReadOnlyList<PhraseNumber>> HeadlineNumbers { get; init; } = [];

    public required CompletenessBoard Completeness { get; init; }

    /// <summary>The groups whose points are added up, in printing order.</summary>
    public required IReadOnlyList<MovementColumn> Movements { get; init; }

    /// <summary>One entry a scored unit, in plan order.</summary>
    public required IReadOnlyList<MovementRow> Results { get; init; }

    /// <summary>One entry an indicator of the run, in catalogue order.</summary>
    public required IReadOnlyList<IndicatorTotal> Indicators { get; init; }

    /// <summary>One entry a movement, in printing order; empty in reports made before it was counted, as are the three lists after it.</summary>
    public IReadOnlyList<MovementProgress> Progress { get; init; } = [];

    /// <summary>One entry a unit with figures, in plan order.</summary>
    public IReadOnlyList<UnitFigures> Figures { get; init; } = [];

    /// <summary>The months before, the first one first; in the report of a month it ends with the month before.</summary>
    public IReadOnlyList<TrendMonth> Trend { get; init; } = [];

    /// <summary>Award proposals, counted; empty while there are none.</summary>
    public IReadOnlyList<AwardCount> Awards { get; init; } = [];

    /// <summary>Blocks in report order, units by rank, then in plan order.</summary>
    public required IReadOnlyList<RankingBlock> Ranking { get; init; }

    /// <summary>What is missing, late or in need of fixing; the gravest first.</summary>
    public required IReadOnlyList<OutstandingReport> Outstanding { get; init; }

    public required IReadOnlyList<OpenQuestion> Questions { get; init; }

    /// <summary>Questions units have answered beside their figures, and those they have not; in the workbook only, for these are free words.</summary>
    public IReadOnlyList<OpenQuestion> Explanations { get; init; } = [];

    /// <summary>The score cards, line by line.</summary>
    public required IReadOnlyList<ScoreCardLine> ScoreCards { get; init; }

    /// <summary>What this edition changes against the one it replaces; empty for a first edition.</summary>
    public required IReadOnlyList<ReportChange> Changes { get; init; }

    public required IReadOnlyList<GlossaryEntry> Glossary { get; init; }

    /// <summary>The distribution list as printed ("Nơi nhận").</summary>
    public required IReadOnlyList<string> Distribution { get; init; }

    /// <summary>Head, addressees and signature of the document; null in reports made before there were documents.</summary>
    public Letterhead? Letterhead { get; init; }

    /// <summary>Name of the period <see cref="IndicatorTotal.Previous"/> speaks of; null if it had no report.</summary>
    public string? PreviousPeriod { get; init; }

    /// <summary>The label of a group; its code if no movement has it.</summary>
    public string LabelOf(string group) => Movements.FirstOrDefault(movement => movement.Code == group)?.Label ?? group;
}

/// <summary>How final a report is.</summary>
public enum ReportStatus
{
    /// <summary>A summing-up asked for before its period was closed.</summary>
    Draft,

    /// <summary>Progress: figures may still come in and change.</summary>
    Provisional,

    /// <summary>Rests on a closed period.</summary>
    Final,
}

/// <summary>The cover: what this is, of when, how complete and what it rests on.</summary>
/// <param name="Kind">Stable name of the kind, e.g. <c>wave-interim</c>.</param>
/// <param name="Title">In capitals, e.g. <c>BÁO CÁO SƠ KẾT</c>.</param>
/// <param name="Subject">The matter, e.g. <c>Kết quả thực hiện phong trào thi đua đợt 1 năm 2020</c>.</param>
/// <param name="DataAsOf">Local time of the office up to which files were counted.</param>
/// <param name="CompleteUnits">Units that sent everything due so far.</param>
/// <param name="ExpectedUnits">Units that had anything due so far.</param>
/// <param name="MissingUnits">Short names of the units that did not, in plan order.</param>
/// <param name="RunHash">First twelve hex digits of the run's SHA-256.</param>
/// <param name="Edition">1 for the first, rising with each re-issue.</param>
/// <param name="Replaces">The sentence that names the edition replaced; null for a first edition.</param>
/// <param name="RuleNote">Says that the rule set is no official scale; null if it is one.</param>
/// <param name="AuditHead">The last link of the audit chain when the report was made, <c>number:hash</c>; null in reports made before there was one.</param>
/// <param name="Late">The sentence that says it was made late and when it was due; null if it was in time. The period stays the one it was due for.</param>
public sealed record ReportCover(
    string Kind,
    string Title,
    string Subject,
    string Superior,
    string Issuer,
    string PlanCode,
    string PlanTitle,
    string LegalBasis,
    int PlanVersion,
    string PeriodCode,
    string PeriodName,
    DateOnly From,
    DateOnly To,
    DateTime DataAsOf,
    int CompleteUnits,
    int ExpectedUnits,
    IReadOnlyList<string> MissingUnits,
    ReportStatus Status,
    string RuleSet,
    string? RuleNote,
    string RunHash,
    int Edition,
    string? Replaces,
    string? AuditHead = null,
    string? Late = null);

/// <summary>Who owed what and what came: expected = on time + late + needs fixing + missing + exempt in every column.</summary>
public sealed record CompletenessBoard(IReadOnlyList<DutyColumn> Duties, IReadOnlyList<CompletenessRow> Units);

/// <summary>One duty for one period, with its count of units by standing.</summary>
/// <param name="Label">Short heading, e.g. <c>T3</c> for a monthly duty.</param>
public sealed record DutyColumn(
    string Duty, string DutyName, string Period, string PeriodName, string Label, DateOnly DueOn, int Expected, int OnTime, int Late, int NeedsFixing, int Missing, int Exempt);

/// <summary>A unit's line on the board; cells in the order of the columns, null where the unit does not owe the duty.</summary>
public sealed record CompletenessRow(string Unit, string UnitCode, string Block, IReadOnlyList<CompletenessCell?> Cells);

/// <param name="Standing">Stable name: on-time, late, needs-fixing, missing, exempt, not-yet-due.</param>
/// <param name="ReceivedOn">Local date of the first accepted version; null if none.</param>
/// <param name="DaysLate">0 if on time.</param>
public sealed record CompletenessCell(string Standing, DateOnly? ReceivedOn, int DaysLate);

/// <param name="Label">The letter the plan prints, as a capital: A, B, C, D, Đ, E; T for organisation and reporting.</param>
/// <param name="MaxPoints">Standard points of the group.</param>
/// <param name="Title">The movement's full title; null for a group that is no movement.</param>
public sealed record MovementColumn(string Code, string Label, string Name, decimal MaxPoints, string? Title = null);

/// <summary>A unit's points by group.</summary>
/// <param name="Points">Final points, as the run rounded them.</param>
/// <param name="Targets">Over all movements; null if nothing is set, and in reports made before it was counted.</param>
public sealed record MovementRow(
    string Unit, string UnitCode, string Block, IReadOnlyList<MovementPoints> Groups, decimal Bonus, decimal Penalty, decimal Points, string Grade, string? GateNote,
    TargetCount? Targets = null);

/// <param name="Points">Rounded to two decimals for print; the unit's total is rounded from unrounded parts.</param>
/// <param name="Percent">Points ÷ the unit's maximum in the group × 100; null if the group has no points for it.</param>
/// <param name="Targets">Null if no target is set for the unit there, and in reports made before it was counted.</param>
public sealed record MovementPoints(string Group, decimal Points, decimal? Percent, TargetCount? Targets = null);

/// <summary>Targets of a unit: how many it met of those set.</summary>
/// <param name="Set">Met, short, and owed without a report; what it is exempt from is not set.</param>
/// <param name="Percent">Met ÷ set × 100, one decimal.</param>
public sealed record TargetCount(int Met, int Set, decimal Percent)
{
    /// <summary>Null of no target at all.</summary>
    public static TargetCount? Of(int met, int set) =>
        set == 0 ? null : new TargetCount(met, set, decimal.Round(met * 100m / set, 1, MidpointRounding.AwayFromZero));
}

/// <summary>An indicator over all units.</summary>
/// <param name="ReportedUnits">Units with a value (zero included).</param>
/// <param name="ExpectedUnits">Units that should have one: reported or not, "not applicable" left out.</param>
/// <param name="Value">Sum, or ratio recomputed from sums; the number of units for yes/no (Có) and dates (on time); null if it cannot be said.</param>
/// <param name="Estimated">The estimated part of <paramref name="Value"/>; null if all is actual.</param>
/// <param name="Target">The province's own target where it has one (<paramref name="Province"/>); else the sum of the units' targets, or the common target of a ratio; null if none.</param>
/// <param name="Verdict">Stable name: met, short, none.</param>
/// <param name="CountsUnits">True for yes/no and date indicators, where value and target are numbers of units.</param>
/// <param name="Previous">The value in the report of the period before; null if it said none.</param>
/// <param name="Province">Null where the total is compared with what the units were set, and in reports made before the province's targets were printed.</param>
public sealed record IndicatorTotal(
    string Code,
    string Name,
    string Measure,
    string Group,
    int ReportedUnits,
    int ExpectedUnits,
    decimal? Value,
    decimal? Estimated,
    decimal? Target,
    decimal? AchievedPercent,
    int UnitsMet,
    int UnitsShort,
    int UnitsMissing,
    string Verdict,
    bool CountsUnits,
    decimal? Previous = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ProvinceOwn? Province = null);

/// <summary>Says that a total is compared with the province's own target.</summary>
/// <param name="Day">The day by which it wants a date indicator done; null for all others.</param>
/// <param name="UnitsTarget">What the units were set instead: the sum of their targets, or the common target of a ratio; null if none.</param>
public sealed record ProvinceOwn(DateOnly? Day, decimal? UnitsTarget);

public sealed record RankingBlock(string Code, string Name, bool IsRanked, IReadOnlyList<RankingRow> Units);

/// <param name="Grade">Name of the grade; empty in a progress report.</param>
/// <param name="Note">Ties, gates; null if there is nothing to say.</param>
public sealed record RankingRow(int? Rank, string Unit, string UnitCode, decimal Points, string Grade, string? Note);

/// <summary>A report that is missing, late or needs fixing.</summary>
public sealed record OutstandingReport(
    string Unit, string UnitCode, string Duty, string DutyName, string PeriodName, DateOnly DueOn, string Standing, DateOnly? ReceivedOn, int DaysLate);

public sealed record OpenQuestion(string Unit, string UnitCode, string? Indicator, string Kind, string Sentence);

/// <param name="Below">What the arithmetic was computed from, and the band that applied, a sentence a line; null if there is nothing to say, and in reports made before it was printed.</param>
public sealed record ScoreCardLine(
    string Unit, string UnitCode, string Group, string Rule, string Name, string State, decimal MaxPoints, decimal Points, string Arithmetic,
    decimal? SelfPoints = null, decimal? CouncilPoints = null, string? Remarks = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Below = null);

/// <param name="Rule">The line of the score card that moved; null of all else.</param>
public sealed record ReportChange(
    string Unit, string What, string Before, string After, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Rule = null);

public sealed record GlossaryEntry(string Word, string Meaning);
