using System.Globalization;

namespace Emulation.Plan;

/// <summary>What a decision about single units does.</summary>
public enum ExemptionKind
{
    /// <summary>The units owe nothing: what it is about leaves the denominator.</summary>
    Exempt,

    /// <summary>Another target stands in the place of the one assigned.</summary>
    Adjusted,
}

/// <summary>A decision that excuses units from an indicator or a duty, or gives them another target, until a day.</summary>
/// <remarks>A period falls under it if its last day does; the occurrence of a duty if its due day does (docs/adr/0017-plan-versions.md).</remarks>
public sealed record Exemption
{
    /// <summary>A group of units (<see cref="EmulationPlan.UnitsIn"/>).</summary>
    public required string Units { get; init; }

    /// <summary>Code of the indicator or duty.</summary>
    public required string Subject { get; init; }

    /// <summary>The only period it is about; null for every period that falls under it.</summary>
    public PeriodCode? Period { get; init; }

    public required ExemptionKind Kind { get; init; }

    /// <summary>The target that stands instead, in the indicator's measure; null for dates and exemptions.</summary>
    public decimal? Value { get; init; }

    /// <summary>The last day that stands instead, for date indicators.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Why, as printed beside the figure.</summary>
    public required string Reason { get; init; }

    /// <summary>The document that says so, as printed.</summary>
    public required string Document { get; init; }

    /// <summary>First day; null for no bound.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly Until { get; init; }

    public required Basis Basis { get; init; }

    public bool HoldsOn(DateOnly day) => (From is null || day >= From) && day <= Until;

    /// <summary>Reason, document and expiry in one line, as printed.</summary>
    public string Grounds => Texts.Get(
        "Exemption.Grounds", Texts.Vietnamese, [Reason, Document, Until.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)]);
}
