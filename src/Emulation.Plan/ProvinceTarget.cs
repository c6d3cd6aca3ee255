namespace Emulation.Plan;

/// <summary>How the targets of units are held against the province's own.</summary>
public enum ProvinceRule
{
    /// <summary>Added up they are no worse than it; what goes beyond is a reserve.</summary>
    Cover,

    /// <summary>Added up they are it, neither more nor less.</summary>
    Equal,

    /// <summary>None of them is weaker; nothing is added up. The comparison for percentages, dates and yes-no.</summary>
    Each,

    /// <summary>They stand beside each other and are not compared.</summary>
    None,
}

/// <summary>A target of the province itself for an indicator and a wave or the year, which the targets of its units should bear (chỉ tiêu của tỉnh).</summary>
/// <remarks>docs/adr/0026-province-targets.md. Never scored: what a unit owes is its own target.</remarks>
public sealed record ProvinceTarget
{
    public required IndicatorCode Indicator { get; init; }

    /// <summary>The group of units among whom it is divided (<see cref="EmulationPlan.UnitsIn"/>); those of it that report the indicator count.</summary>
    public required string Units { get; init; }

    /// <summary>A wave or the year.</summary>
    public required PeriodCode Period { get; init; }

    /// <summary>In the indicator's measure (per cent 0–100 for ratios; 1 for Có); null for dates.</summary>
    public decimal? Value { get; init; }

    /// <summary>Last day, inclusive, for date indicators.</summary>
    public DateOnly? Date { get; init; }

    public required ProvinceRule Rule { get; init; }

    /// <summary>How far the sum may be off, in per cent of <see cref="Value"/>; 0 where nothing is added up.</summary>
    public required decimal Tolerance { get; init; }

    public required Basis Basis { get; init; }

    /// <summary>The rules by which figures of that kind can be compared; the first is meant where a plan names none.</summary>
    public static IReadOnlyList<ProvinceRule> RulesFor(IndicatorKind kind) => kind is IndicatorKind.Count or IndicatorKind.Money
        ? [ProvinceRule.Cover, ProvinceRule.Equal, ProvinceRule.Each, ProvinceRule.None]
        : [ProvinceRule.Each, ProvinceRule.None];
}
