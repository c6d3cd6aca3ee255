using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>Computes a period by a draft of the whole plan, over the data already in, and compares it with what stands. Stores nothing.</summary>
/// <remarks>docs/adr/0017-plan-versions.md. What stands is the closed result, or what a run would say now by the version that holds for the period.</remarks>
public sealed class TryPlan(CurrentPlan plans, PlanStore versions, RunStore runs, RunPreviews previews, TimeProvider clock)
{
    /// <exception cref="ArgumentException">The draft is of another plan, or one of the two has no such period.</exception>
    public async Task<RulesTrial> RunAsync(EmulationPlan draft, PeriodCode period, CancellationToken cancellationToken)
    {
        var current = await plans.ForAsync(period, cancellationToken);
        if (draft.Code != current.Plan.Code)
        {
            throw new ArgumentException($"The draft is a plan '{draft.Code}', the results are those of '{current.Plan.Code}'.", nameof(draft));
        }
        var closed = await runs.FindClosedAsync(current, current.Plan.Period(period), cancellationToken);
        var plan = closed is null || closed.PlanVersionId == current.VersionId ? current : await versions.LoadAsync(closed.PlanVersionId, cancellationToken);
        var (standing, trial) = await previews.TrialOfPlanAsync(plan, plan.Drafted(draft), period, closed?.RunId, clock.GetUtcNow(), cancellationToken);
        return RulesTrial.Of(plan.Plan, draft, closed is not null, standing, trial);
    }
}
