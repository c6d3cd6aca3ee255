using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>How every unit stands with what it owes, and the plan versions that say so.</summary>
/// <param name="Standings">Of the year's duties, in the order of today's duties, the periods and each version's units.</param>
public sealed record OwedDuties(PlanVersions Versions, IReadOnlyList<DutyStanding> Standings)
{
    /// <summary>The unit as the version of the duty's period has it: today's may not know it any more.</summary>
    public Unit UnitOf(DutyStanding standing) => Versions.For(standing.Period).Plan.UnitByCode(standing.Unit);
}

/// <summary>How every unit stands with what it owes, over the data accepted now: for each period by the plan version that holds for it, as receipts and results have it. Stores nothing.</summary>
/// <remarks>docs/adr/0033-duties-by-period.md.</remarks>
public sealed class ShowDuties(CurrentPlan plans, ReceivedForms received, OutageStore outages, TimeProvider clock)
{
    public async Task<OwedDuties> RunAsync(CancellationToken cancellationToken)
    {
        var versions = await plans.VersionsAsync(cancellationToken);
        return new OwedDuties(versions, DutyBoards.Of(versions, await received.ReadAsync(versions.Today, clock.GetUtcNow(), cancellationToken)));
    }

    /// <summary>Every file that came after its due day: the days, and those that our outages excuse.</summary>
    public async Task<IReadOnlyList<Lateness>> LateAsync(OwedDuties owed, CancellationToken cancellationToken)
    {
        var known = await outages.ListAsync(clock.GetUtcNow(), cancellationToken);
        return [.. owed.Standings.SelectMany(standing => Lateness.Of(owed.Versions.For(standing.Period).Plan, [standing], known))];
    }
}
