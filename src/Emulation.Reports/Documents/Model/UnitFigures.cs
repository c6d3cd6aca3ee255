namespace Emulation.Reports.Documents.Model;

/// <summary>A unit's figures against its targets.</summary>
/// <param name="Cells">In the order of <see cref="ReportModel.Indicators"/>; null where the unit does not report the indicator.</param>
public sealed record UnitFigures(string Unit, string UnitCode, string Block, IReadOnlyList<UnitFigure?> Cells);

/// <summary>One figure of a unit over the report's period, rounded for print.</summary>
/// <param name="Value">Two decimals at most; 1 is yes and 0 is no where the indicator asks so; null for dates and where there is no value.</param>
/// <param name="Estimated">The estimated part of <paramref name="Value"/>; null if all is actual.</param>
/// <param name="AchievedPercent">value ÷ target × 100, one decimal; null where it has no meaning.</param>
/// <param name="State">Stable name: value, zero, estimated, not-applicable, not-reported.</param>
/// <param name="Verdict">Stable name: met, short, missing, exempt, none.</param>
/// <param name="AssignedTarget">What was assigned before a decision put <paramref name="Target"/> in its place; null without such a decision, where nothing was assigned, and for dates.</param>
/// <param name="Decision">Reason, document and last day of the decision that adjusts the target or excuses from it; null if there is none.</param>
public sealed record UnitFigure(
    decimal? Value, decimal? Estimated, decimal? Target, decimal? AchievedPercent, DateOnly? Date, DateOnly? TargetDate, string State, string Verdict,
    decimal? AssignedTarget = null, string? Decision = null);

/// <summary>A movement over all units.</summary>
/// <param name="Percent">Points of all units ÷ their maximum × 100, recomputed from the sums, one decimal; null if no unit has points to earn in it.</param>
/// <param name="MetTargets">Indicators of the movement whose common target is met.</param>
/// <param name="JudgedTargets">Indicators of the movement that have a common target and a value.</param>
public sealed record MovementProgress(string Group, string Label, string Name, decimal? Percent, int MetTargets, int JudgedTargets);

/// <summary>What the report of a month said, as it was sent.</summary>
/// <param name="Points">Provisional points of each unit then.</param>
public sealed record TrendMonth(
    string Period, string PeriodName, int Edition, int CompleteUnits, int ExpectedUnits, int MetTargets, int JudgedTargets, IReadOnlyList<TrendPoints> Points);

/// <summary>A unit's points in the report of a month.</summary>
public sealed record TrendPoints(string UnitCode, decimal Points);

/// <summary>Award proposals of a unit, counted: no names, for a report is kept for good and read by many (docs/adr/0016-personal-data.md).</summary>
/// <param name="Proposed">Names of the titles the award law knows; what a unit wrote otherwise is counted as "other".</param>
/// <param name="Ready">Nothing is in the way.</param>
/// <param name="NeedsPerson">Something must be looked at by a person.</param>
/// <param name="Blocked">The law bars it.</param>
/// <param name="Decided">Of which the council has decided.</param>
/// <param name="Granted">Granted as proposed or changed.</param>
public sealed record AwardCount(
    string Unit, string UnitCode, string Proposed, bool IsCollective, int Count, int Ready, int NeedsPerson, int Blocked, int Decided, int Granted);
