using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>Enters what a run finds disagreeing into the register: new entries, changed values, entries that are gone. Entering a run again changes nothing.</summary>
/// <remarks>docs/adr/0019-mismatch-register.md. After a crash between a run and its entry, the next computing of the same data enters it.</remarks>
public sealed class WatchMismatches(CurrentPlan plans, PlanStore versions, RunStore runs, MismatchRegister register, TimeProvider clock, ILogger<WatchMismatches> log)
{
    /// <param name="period">The period the run is of.</param>
    public async Task<RegisterOutcome> RunAsync(long runId, PeriodCode period, CancellationToken cancellationToken)
    {
        var run = await runs.FindHeadAsync(runId, cancellationToken) ?? throw new ArgumentException($"There is no run {runId}.", nameof(runId));
        var current = await plans.GetAsync(cancellationToken);
        var plan = run.PlanVersionId == current.VersionId ? current : await versions.LoadAsync(run.PlanVersionId, cancellationToken);
        var outcome = await register.EnterAsync(plan, plan.Plan.Period(period), runId, run.DataAsOf, clock.GetUtcNow(), cancellationToken);
        log.LogInformation(
            "Run {RunId} of {Period} in the register: {New} new, {Changed} changed, {Gone} gone", runId, period, outcome.New, outcome.Changed, outcome.Gone);
        return outcome;
    }
}
