using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>How every unit stands with what it owes, over the data accepted now. Stores nothing.</summary>
public sealed class ShowDuties(CurrentPlan plans, RunStore runs, OutageStore outages, TimeProvider clock)
{
    /// <returns>The standings of the year's duties, in the order of duties, their occurrences and the plan's units.</returns>
    public async Task<IReadOnlyList<DutyStanding>> RunAsync(CancellationToken cancellationToken)
    {
        var plan = await plans.GetAsync(cancellationToken);
        return (await runs.PreviewAsync(plan, plan.Plan.YearPeriod, clock.GetUtcNow(), cancellationToken)).Duties;
    }

    /// <summary>Every file that came after its due day: the days, and those that our outages excuse.</summary>
    public async Task<IReadOnlyList<Lateness>> LateAsync(IEnumerable<DutyStanding> standings, CancellationToken cancellationToken)
    {
        var plan = await plans.GetAsync(cancellationToken);
        return Lateness.Of(plan.Plan, standings, await outages.ListAsync(clock.GetUtcNow(), cancellationToken));
    }
}
