using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>Finds what does not agree and wants an answer, each as a Vietnamese sentence with both values.</summary>
public static class Reconciler
{
    /// <summary>In the order of the checks, then of the catalogue; with both values and what they rest on.</summary>
    public static IEnumerable<Mismatch> MismatchesOf(ReconciledUnit unit) =>
        MissingTargets.Of(unit)
            .Concat(MonthsAgainstWave.Of(unit))
            .Concat(FigureChecks.Of(unit))
            .Concat(Pace.Of(unit));
}
