using System.Runtime.CompilerServices;
using Emulation.Plan.Storage;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>What computing a closing again gave.</summary>
/// <param name="Fault">Why it could not be computed at all; null if it could.</param>
public sealed record RecomputedClosing(StoredClosing Closing, RecomputedRun? Run, string? Fault)
{
    /// <summary>True if the stored bytes, their stored hash and the bytes computed now all agree.</summary>
    public bool IsSame => Run is { IsSame: true };
}

/// <summary>Computes every closing of every plan again, those reopened since as well, and compares the bytes: what a restored database has to stand. Changes nothing.</summary>
public sealed class RecomputeAll(ClosingStore closings, PlanStore versions, RunStore runs, ILogger<RecomputeAll> log)
{
    /// <summary>One entry a closing, by plan and time. One that cannot be computed stops no other.</summary>
    public async IAsyncEnumerable<RecomputedClosing> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var closing in await closings.ListAsync(cancellationToken))
        {
            var recomputed = await RecomputeAsync(closing, cancellationToken);
            log.LogInformation(
                "Recomputed {PlanCode} {Period} edition {Edition} (run {RunId}): same bytes: {IsSame}",
                closing.PlanCode, closing.Period, closing.Edition, closing.RunId, recomputed.IsSame);
            yield return recomputed;
        }
    }

    // A damaged database may hold a plan that cannot be read or rows that point nowhere; a lost server is another matter.
    private async Task<RecomputedClosing> RecomputeAsync(StoredClosing closing, CancellationToken cancellationToken)
    {
        try
        {
            var plan = await versions.LoadAsync(closing.PlanVersionId, cancellationToken);
            var run = await runs.RecomputeAsync(closing.RunId, plan, plan.Plan.Closable(closing.Period), cancellationToken);
            return new RecomputedClosing(closing, run, null);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or InvalidDataException or KeyNotFoundException)
        {
            return new RecomputedClosing(closing, null, fault.Message);
        }
    }
}
