using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>Everything one run found out about a period: the single source of every report and page. Serialised canonically, its SHA-256 identifies a closed wave.</summary>
/// <remarks>All lists are in printing order (plan order of units, catalogue order of indicators), so equal inputs give equal bytes.</remarks>
public sealed record RunResult
{
    public required string PlanCode { get; init; }

    public required int PlanVersion { get; init; }

    public required string RuleSet { get; init; }

    public required PeriodCode Period { get; init; }

    /// <summary>One entry a unit that is scored.</summary>
    public required IReadOnlyList<UnitResult> Units { get; init; }

    /// <summary>One entry a unit × indicator it reports.</summary>
    public required IReadOnlyList<IndicatorResult> Indicators { get; init; }

    /// <summary>One entry a duty × unit × period owed within the run's period.</summary>
    public required IReadOnlyList<DutyStanding> Duties { get; init; }

    /// <summary>What does not agree and wants an answer.</summary>
    public required IReadOnlyList<Discrepancy> Discrepancies { get; init; }
}

/// <summary>A unit's scored outcome.</summary>
/// <param name="Points">Final points, rounded once by the rule set.</param>
/// <param name="Bonus">Bonus counted, within the cap.</param>
/// <param name="Penalty">Penalty counted (positive), within the cap.</param>
/// <param name="Rank">Competition rank in the block; null if the block is not ranked.</param>
/// <param name="IsTied">True if another unit of the block shares the rank and the council must decide.</param>
/// <param name="Grade">Code of the grade after gates.</param>
/// <param name="Gates">Codes of the gates that barred the top grade, in plan order.</param>
/// <param name="Groups">Points by scoring group, in rule-set order.</param>
/// <param name="Lines">The score card, in rule-set order.</param>
public sealed record UnitResult(
    UnitCode Unit,
    string Block,
    decimal Points,
    decimal Bonus,
    decimal Penalty,
    int? Rank,
    bool IsTied,
    string Grade,
    IReadOnlyList<string> Gates,
    IReadOnlyList<GroupPoints> Groups,
    IReadOnlyList<ScoreLine> Lines);

/// <summary>Points of one scoring group, unrounded.</summary>
public sealed record GroupPoints(string Group, decimal Points, decimal MaxPoints);

/// <summary>What a figure's state was when it was scored.</summary>
public enum ScoredState
{
    Value,
    Zero,

    /// <summary>Scored, and marked as holding an estimate.</summary>
    Estimated,
    NotApplicable,

    /// <summary>0 points, listed by name.</summary>
    NotReported,
}

/// <summary>One line of a score card: the points and how they came about.</summary>
/// <param name="MaxPoints">Most points of the line after rescaling.</param>
/// <param name="Points">Unrounded.</param>
/// <param name="Arithmetic">The formula with its numbers, Vietnamese number format, e.g. <c>6,00 × min(45 ÷ 60; 1) = 4,50</c>.</param>
/// <param name="Inputs">The values used, by name, in ordinal order.</param>
public sealed record ScoreLine(
    string Group, string Rule, ScoredState State, decimal MaxPoints, decimal Points, string Arithmetic, IReadOnlyDictionary<string, string> Inputs);

/// <summary>An indicator of a unit over the run's period, against its target.</summary>
/// <param name="Value">Aggregated value (per cent for ratios); null for dates and states without value.</param>
/// <param name="Estimated">The estimated part of the value; for a ratio over several periods the whole value. Null if all is actual.</param>
/// <param name="Target">Target value; null if none is set.</param>
/// <param name="AchievedPercent">value ÷ target × 100, unrounded; null where it has no meaning.</param>
/// <param name="Source">Which form the value came from: <c>wave-report</c>, <c>figures</c> (also if only one wave of the year was taken from its months), <c>duty</c>; null if not reported.</param>
/// <param name="Verdict">met, short, missing, exempt, none.</param>
public sealed record IndicatorResult(
    UnitCode Unit,
    IndicatorCode Indicator,
    ScoredState State,
    decimal? Value,
    decimal? Estimated,
    decimal? Numerator,
    decimal? Denominator,
    DateOnly? Date,
    decimal? Target,
    DateOnly? TargetDate,
    decimal? AchievedPercent,
    string? Source,
    TargetVerdict Verdict);

/// <summary>A figure against its target.</summary>
public enum TargetVerdict
{
    /// <summary>No target is set.</summary>
    None,
    Met,
    Short,

    /// <summary>A target is set and nothing was reported.</summary>
    Missing,
    Exempt,
}

/// <summary>How a unit stands with a duty. Expected = on time + late + needs fixing + missing + exempt; a duty not yet due is not expected.</summary>
public enum Standing
{
    NotYetDue,
    OnTime,
    Late,

    /// <summary>Something came, but no version of it could be accepted.</summary>
    NeedsFixing,
    Missing,
    Exempt,
}

/// <summary>A duty of a unit for a period and what came of it.</summary>
/// <param name="ReceivedAt">When the first accepted version was first seen in the inbox; null if none.</param>
/// <param name="DaysLate">Business days in the calendar sense: local date received − due date, 0 if on time.</param>
/// <param name="Version">Newest version number; null if none.</param>
public sealed record DutyStanding(
    string Duty, UnitCode Unit, PeriodCode Period, DateOnly DueOn, Standing Standing, DateTimeOffset? ReceivedAt, int DaysLate, int? Version);

/// <summary>Two numbers that should agree and do not, or one that needs an explanation.</summary>
/// <param name="Kind">months-against-wave, target-missing, check, pace.</param>
/// <param name="Sentence">One Vietnamese sentence with both values.</param>
public sealed record Discrepancy(string Kind, UnitCode Unit, IndicatorCode? Indicator, string Sentence);
