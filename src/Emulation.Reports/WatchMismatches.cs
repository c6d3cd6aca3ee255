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
    /// <summary>Of a run computed before: added up again from its frozen inputs unless it was entered.</summary>
    /// <param name="period">The period the run is of.</param>
    public Task<RegisterOutcome> RunAsync(long runId, PeriodCode period, CancellationToken cancellationToken) => RunAsync(runId, period, null, cancellationToken);

    /// <param name="period">The period the run is of.</param>
    /// <param name="findings">What the run found disagreeing; null if it was not computed just now.</param>
    public async Task<RegisterOutcome> RunAsync(long runId, PeriodCode period, RunFindings? findings, CancellationToken cancellationToken)
    {
        var run = await runs.FindHeadAsync(runId, cancellationToken) ?? throw new ArgumentException($"There is no run {runId}.", nameof(runId));
        var current = await plans.GetAsync(cancellationToken);
        var plan = run.PlanVersionId == current.VersionId ? current : await versions.LoadAsync(run.PlanVersionId, cancellationToken);
        var outcome = await register.EnterAsync(plan, plan.Plan.Period(period), runId, run.DataAsOf, clock.GetUtcNow(), findings, cancellationToken);
        log.LogInformation(
            "Run {RunId} of {Period} in the register: {New} new, {Changed} changed, {Gone} gone", runId, period, outcome.New, outcome.Changed, outcome.Gone);
        return outcome;
    }
}
