using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>Computes the results of a period over what is accepted now: the run every report rests on.</summary>
/// <remarks>A month looks at the months of its wave up to and including it. Repeating it on unchanged data returns the same run.</remarks>
public sealed class ComputeRun(CurrentPlan plans, RunStore runs, WatchMismatches mismatches, TimeProvider clock, ILogger<ComputeRun> log)
{
    /// <exception cref="ArgumentException">The plan has no such period.</exception>
    public async Task<ComputedRun> RunAsync(PeriodCode period, RunKind kind, CancellationToken cancellationToken)
    {
        var plan = await plans.ForAsync(period, cancellationToken);
        var run = await runs.ComputeAsync(plan, plan.Plan.Period(period), kind, clock.GetUtcNow(), cancellationToken);
        log.LogInformation(
            "Run {RunId} ({Kind}) of {Period}: {Units} units, {Discrepancies} discrepancies, reused: {WasReused}",
            run.RunId, run.Kind.ToName(), period, run.Result.Units.Count, run.Result.Discrepancies.Count, run.WasReused);
        FailPoint.Reach("run-computed");
        await mismatches.RunAsync(run.RunId, period, run.Findings, cancellationToken);
        return run;
    }
}
