namespace Emulation.Plan;

/// <summary>How points come from a figure (docs/adr/0005). All functions give 0 to <see cref="ScoringRule.MaxPoints"/>.</summary>
public enum ScoringFunction
{
    /// <summary>max × min(actual ÷ target, 1).</summary>
    Proportional,

    /// <summary>max × min(actual ÷ target, cap) – may exceed max up to the cap.</summary>
    ProportionalOver,

    /// <summary>Points of the first matching band of the achieved per cent.</summary>
    Banded,

    /// <summary>max if the figure is Có, else 0.</summary>
    YesNo,

    /// <summary>max × factor by days late.</summary>
    Deadline,

    /// <summary>max − per-case × count, not below 0.</summary>
    LowerIsBetter,
}

/// <summary>What happens to the points of a rule when the unit has nothing to report (không phát sinh).</summary>
public enum NotApplicablePolicy
{
    /// <summary>The rule leaves the denominator and the other points of its group are scaled up.</summary>
    Rescale,

    /// <summary>Full points.</summary>
    FullPoints,
}

/// <summary>The dated rules by which a plan is scored.</summary>
public sealed record RuleSet
{
    /// <summary>Code, e.g. <c>RS-2020-DEMO</c>.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required Basis Basis { get; init; }

    /// <summary>First day on which it holds; null for no bound.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive; null for no bound.</summary>
    public DateOnly? To { get; init; }

    /// <summary>In printing order.</summary>
    public required IReadOnlyList<ScoringGroup> Groups { get; init; }

    /// <summary>In printing order; the maxima of a group's rules add up to the group's points.</summary>
    public required IReadOnlyList<ScoringRule> Rules { get; init; }

    public required NotApplicablePolicy NotApplicable { get; init; }

    /// <summary>Most bonus points a unit can get.</summary>
    public required decimal BonusCap { get; init; }

    /// <summary>Most penalty points a unit can lose.</summary>
    public required decimal PenaltyCap { get; init; }

    /// <summary>Decimal places of final points; rounded once, away from zero.</summary>
    public required int RoundingPlaces { get; init; }

    /// <summary>Factors by days late, in rising order of days; later than the last gives 0.</summary>
    public required IReadOnlyList<LatenessBand> Lateness { get; init; }

    /// <summary>From the best to the lowest; compared with the rounded points.</summary>
    public required IReadOnlyList<Grade> Grades { get; init; }

    public required IReadOnlyList<Gate> Gates { get; init; }

    /// <summary>Group codes or <c>penalty</c>, in the order in which ties are broken; equal units share a rank (1, 2, 2, 4).</summary>
    public required IReadOnlyList<string> TieBreaks { get; init; }

    /// <summary>True if a period that ends on that day is scored by it.</summary>
    public bool HoldsOn(DateOnly day) => (From is null || day >= From) && (To is null || day <= To);
}

/// <summary>A group of rules whose points add up: a movement or <c>T</c>.</summary>
/// <param name="Code">Movement code or <c>T</c>.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="Points">Standard points (điểm chuẩn).</param>
public sealed record ScoringGroup(string Code, string Name, decimal Points);

/// <summary>One line of a score card: how one indicator, or one duty, earns points.</summary>
public sealed record ScoringRule
{
    /// <summary>Code of the rule, unique in the set; the indicator's or duty's code by default.</summary>
    public required string Code { get; init; }

    public required string Group { get; init; }

    public required ScoringFunction Function { get; init; }

    /// <summary>The indicator scored; null for a rule about a duty.</summary>
    public IndicatorCode? Indicator { get; init; }

    /// <summary>The duty whose punctuality is scored (<see cref="ScoringFunction.Deadline"/>); null for a rule about an indicator.</summary>
    public string? Duty { get; init; }

    public required decimal MaxPoints { get; init; }

    /// <summary>For <see cref="ScoringFunction.ProportionalOver"/>: most of the ratio that counts, e.g. 1.10.</summary>
    public decimal? Cap { get; init; }

    /// <summary>For <see cref="ScoringFunction.LowerIsBetter"/>: points lost per case.</summary>
    public decimal? PointsPerCase { get; init; }

    /// <summary>For <see cref="ScoringFunction.Banded"/>: from the highest to the lowest.</summary>
    public required IReadOnlyList<ScoreBand> Bands { get; init; }

    /// <summary>The periods scored: codes of waves, or the year; empty means all.</summary>
    public required IReadOnlyList<PeriodCode> Periods { get; init; }

    /// <summary>Groups of units the rule speaks of; empty means all.</summary>
    public required IReadOnlyList<string> Units { get; init; }
}

/// <summary>One band of the achieved per cent (figure ÷ target × 100; the figure itself for a ratio without target).</summary>
/// <param name="From">Lower bound in per cent; null for none.</param>
/// <param name="FromInclusive">True if the bound itself belongs to the band.</param>
/// <param name="To">Upper bound in per cent; null for none.</param>
/// <param name="ToInclusive">True if the bound itself belongs to the band.</param>
/// <param name="Factor">Share of the maximum, 0–1.</param>
public sealed record ScoreBand(decimal? From, bool FromInclusive, decimal? To, bool ToInclusive, decimal Factor)
{
    public bool Contains(decimal percent) =>
        (From is null || percent > From || (FromInclusive && percent == From))
        && (To is null || percent < To || (ToInclusive && percent == To));
}

/// <summary>Share of points for a report up to so many days late.</summary>
/// <param name="MaxDaysLate">Inclusive; 0 means on time.</param>
/// <param name="Factor">0–1.</param>
public sealed record LatenessBand(int MaxDaysLate, decimal Factor);

/// <summary>A classification (xếp loại) with its lower bound, inclusive.</summary>
/// <param name="Code">Stable code, e.g. <c>excellent</c>.</param>
/// <param name="Name">Name as printed, e.g. <c>Xuất sắc</c>.</param>
/// <param name="FromPoints">Lowest final points of the grade.</param>
public sealed record Grade(string Code, string Name, decimal FromPoints);

/// <summary>The conditions that bar the top grade.</summary>
public enum GateKind
{
    /// <summary>A mandatory report is missing or more than <see cref="Gate.Limit"/> days late.</summary>
    MandatoryReport,

    /// <summary>The target of <see cref="Gate.Indicator"/> is missed.</summary>
    TargetMissed,

    /// <summary>The figure of <see cref="Gate.Indicator"/> is above <see cref="Gate.Limit"/>.</summary>
    FigureAbove,
}

/// <summary>A condition under which a unit cannot get the top grade and gets the next one instead.</summary>
public sealed record Gate(string Code, string Name, GateKind Kind, IndicatorCode? Indicator, decimal Limit);
