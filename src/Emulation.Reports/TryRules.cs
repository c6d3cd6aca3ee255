using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>Computes a draft rule set over past data and compares it with what stands. Stores nothing.</summary>
public sealed class TryRules(CurrentPlan plans, PlanStore versions, RunStore runs, RunPreviews previews, TimeProvider clock)
{
    /// <param name="scoring">The text of the draft scoring.yaml.</param>
    /// <exception cref="ArgumentException">The plan has no such period.</exception>
    public async Task<RulesTrial> RunAsync(string scoring, PeriodCode period, CancellationToken cancellationToken)
    {
        var current = await plans.ForAsync(period, cancellationToken);
        var closed = await runs.FindClosedAsync(current, current.Plan.Period(period), cancellationToken);
        var plan = closed is null || closed.PlanVersionId == current.VersionId ? current : await versions.LoadAsync(closed.PlanVersionId, cancellationToken);
        var (draft, faults) = await versions.DraftAsync(plan.VersionId, scoring, cancellationToken);
        if (draft is null)
        {
            return new RulesTrial(faults, closed is not null, [], []);
        }
        var (standing, trial) = await previews.TrialAsync(plan, draft, plan.Plan.Period(period), closed?.RunId, clock.GetUtcNow(), cancellationToken);
        return RulesTrial.Of(plan.Plan, draft.Plan, closed is not null, standing, trial);
    }
}
