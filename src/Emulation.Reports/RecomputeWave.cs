using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>What computing a closed wave again gave.</summary>
/// <param name="StoredHash">The hash under which the wave was closed.</param>
/// <param name="ComputedHash">The hash of the bytes computed now.</param>
/// <param name="IsSame">True if the stored bytes, their stored hash and the bytes computed now all agree.</param>
public sealed record RecomputedWave(PeriodCode Period, long RunId, byte[] StoredHash, byte[] ComputedHash, bool IsSame)
{
    /// <summary>The rules the wave was computed by and those it was computed again by, in words.</summary>
    public required string Rules { get; init; }
}

/// <summary>Computes a closed wave again from its frozen inputs and the plan version it was closed with, and compares the bytes. Changes nothing.</summary>
public sealed class RecomputeWave(CurrentPlan plans, PlanStore versions, RunStore runs, ILogger<RecomputeWave> log)
{
    /// <returns>Null if the period is not closed.</returns>
    public async Task<RecomputedWave?> RunAsync(PeriodCode period, CancellationToken cancellationToken)
    {
        var current = await plans.GetAsync(cancellationToken);
        var closed = await runs.FindClosedAsync(current, current.Plan.Closable(period), cancellationToken);
        if (closed is null)
        {
            return null;
        }
        var plan = closed.PlanVersionId == current.VersionId ? current : await versions.LoadAsync(closed.PlanVersionId, cancellationToken);
        var run = await runs.RecomputeAsync(closed.RunId, plan, plan.Plan.Closable(period), cancellationToken);
        log.LogInformation("Recomputed {Period} (run {RunId}): same bytes: {IsSame}", period, closed.RunId, run.IsSame);
        return new RecomputedWave(period, closed.RunId, run.StoredHash, run.ComputedHash, run.IsSame) { Rules = run.Said };
    }
}
