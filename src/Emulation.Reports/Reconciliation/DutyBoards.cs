using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>One board over all periods of the year, each by the plan version that holds for it.</summary>
public static class DutyBoards
{
    /// <summary>In the order of today's duties, the periods and each version's units.</summary>
    public static IReadOnlyList<DutyStanding> Of(PlanVersions versions, RunData forms)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var duties = Places(versions.All.SelectMany(version => version.Plan.Duties).Select(duty => duty.Code));
        var periods = Places(versions.Today.Plan.Periods.Select(period => period.Code));
        return [.. versions.Owing
            .SelectMany(plan => new DutyBoard(plan, new TargetBook(plan, Year(plan)), forms).Of(Year(plan).Owes))
            .OrderBy(standing => duties[standing.Duty]).ThenBy(standing => periods[standing.Period])];
    }

    private static RunSpan Year(EmulationPlan plan) => RunSpan.Of(plan, plan.YearPeriod);

    private static Dictionary<T, int> Places<T>(IEnumerable<T> codes)
        where T : notnull => codes.Distinct().Select((code, place) => (code, place)).ToDictionary();
}
