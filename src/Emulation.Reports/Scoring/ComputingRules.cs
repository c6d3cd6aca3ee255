namespace Emulation.Reports.Scoring;

/// <summary>What this program computes by, as a number that every run keeps (<c>runs.computed_by</c>): raised when the same data would give other results.</summary>
/// <remarks>A run is computed again by the rules of its number, so that an old closing gives its bytes for ever (docs/adr/0033-duties-by-period.md). What rules 1 said must stay computable.</remarks>
public static class ComputingRules
{
    /// <summary>Since then a due day moves on from outage to outage; before, to the end of the outage that began first.</summary>
    public const int FromOutageToOutage = 2;

    public const int First = 1;

    public const int Current = FromOutageToOutage;
}
