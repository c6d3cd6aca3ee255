namespace Emulation.Plan;

/// <summary>What a figure is: decides its type, its grammar and its measure.</summary>
public enum IndicatorKind
{
    /// <summary>A whole number, zero or more.</summary>
    Count,

    /// <summary>Per cent 0–100, with numerator and denominator.</summary>
    Ratio,

    /// <summary>An amount in the indicator's measure (triệu đồng in the plan of 2020).</summary>
    Money,

    /// <summary>Có (1) or Không (0).</summary>
    YesNo,

    /// <summary>A calendar date.</summary>
    Date,
}

/// <summary>Which way is better.</summary>
public enum Direction
{
    /// <summary>Information only, never scored.</summary>
    None,
    MoreIsBetter,
    LessIsBetter,
}

/// <summary>How figures of several periods, or of several units, become one. Percentages are never added or averaged.</summary>
public enum Aggregation
{
    /// <summary>Added up.</summary>
    Sum,

    /// <summary>The last reported value of the span (over time); added up over units for counts.</summary>
    Last,

    /// <summary>Recomputed from the sums of numerators and denominators.</summary>
    Recompute,
}

/// <summary>What is measured (chỉ tiêu thống kê), from the plan's catalogue.</summary>
public sealed record Indicator
{
    public required IndicatorCode Code { get; init; }

    public required string Name { get; init; }

    public required string EnglishName { get; init; }

    /// <summary>Unit of measurement as printed, e.g. <c>vụ việc</c>, <c>%</c>, <c>triệu đồng</c>.</summary>
    public required string Measure { get; init; }

    public required IndicatorKind Kind { get; init; }

    public required Direction Direction { get; init; }

    public required Aggregation Aggregation { get; init; }

    public required MovementOrCriterion Group { get; init; }

    /// <summary>True if the indicator belongs to the core catalogue that every monthly form asks for.</summary>
    public required bool IsCore { get; init; }

    /// <summary>Groups of units that report it (<see cref="EmulationPlan.UnitsIn"/>).</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>Checks against other figures of the same unit and period, e.g. <c>&lt;=B09</c>; see <see cref="IndicatorCheck"/>.</summary>
    public required IReadOnlyList<IndicatorCheck> Checks { get; init; }

    /// <summary>For a ratio whose numerator is another indicator.</summary>
    public IndicatorCode? NumeratorOf { get; init; }

    /// <summary>For a ratio whose denominator is another indicator.</summary>
    public IndicatorCode? DenominatorOf { get; init; }

    /// <summary>For a date that is not reported but known: the duty whose first accepted file gives it. Null if units report the indicator themselves.</summary>
    public string? FromDuty { get; init; }

    /// <summary>Other wordings of the name seen in files; matched by key, never fuzzily.</summary>
    public required IReadOnlyList<string> Synonyms { get; init; }

    public required Basis Basis { get; init; }
}

/// <summary>The group under which an indicator is printed and its points are added: a movement's code, or <c>T</c> (organisation and reporting).</summary>
public readonly record struct MovementOrCriterion(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The comparison a check demands.</summary>
public enum CheckKind
{
    /// <summary>Not more than the other figure.</summary>
    AtMost,

    /// <summary>Not less than the other figure.</summary>
    AtLeast,
}

/// <summary>A relation that must hold between a figure and another of the same unit and period.</summary>
/// <param name="Kind">The comparison.</param>
/// <param name="Other">An indicator code, or <c>communes</c> / <c>rural-communes</c> for the unit's own counts. For a ratio the numerator is compared.</param>
public sealed record IndicatorCheck(CheckKind Kind, string Other);

/// <summary>A value that a plan sets for an indicator, some units and a period (chỉ tiêu giao).</summary>
public sealed record Target
{
    public required IndicatorCode Indicator { get; init; }

    /// <summary>A group of units (<see cref="EmulationPlan.UnitsIn"/>); a line that names one unit goes before a line that names a group.</summary>
    public required string Units { get; init; }

    public required PeriodCode Period { get; init; }

    /// <summary>Value in the indicator's measure (per cent 0–100 for ratios; 1 for Có); null for dates and exemptions.</summary>
    public decimal? Value { get; init; }

    /// <summary>Last day, inclusive, for date indicators.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Reason why the units owe nothing here; null if they do.</summary>
    public string? ExemptReason { get; init; }

    /// <summary>The decision about single units that this line comes from; null for a target as assigned.</summary>
    public Exemption? Decision { get; init; }

    public required Basis Basis { get; init; }
}
