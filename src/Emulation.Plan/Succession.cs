namespace Emulation.Plan;

/// <summary>How a unit ended, or gave away a part of itself.</summary>
public enum SuccessionKind
{
    /// <summary>One unit goes on as one other: all its figures can be carried over.</summary>
    Rename,

    /// <summary>Whole units become one, or go into one that exists: sums can be added up.</summary>
    Merge,

    /// <summary>One unit becomes several, or loses a part: nobody knows which figures belong to which part.</summary>
    Split,

    /// <summary>The unit ends; those named take over its work without being the same thing, as communes after districts.</summary>
    Abolish,
}

/// <summary>One line of the history of units: many to many, for a district has no single successor.</summary>
/// <param name="From">The unit that ended or gave.</param>
/// <param name="To">The unit that took over; null where nobody did (abolish only).</param>
/// <param name="On">First day after the change.</param>
/// <param name="LegalBasis">The resolution or decision, as printed.</param>
public sealed record Succession(UnitCode From, UnitCode? To, SuccessionKind Kind, DateOnly On, string LegalBasis, Basis Basis)
{
    /// <summary>The last day before the change.</summary>
    public DateOnly Eve => On == DateOnly.MinValue ? On : On.AddDays(-1);
}
