using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>How far sums have come against what would be expected by today.</summary>
/// <param name="Plan">The version that holds for the period.</param>
public sealed record ShownPace(EmulationPlan Plan, Period Period, IReadOnlyList<PaceStanding> Standings)
{
    /// <summary>Over all units, in the order of the catalogue.</summary>
    public IReadOnlyList<PaceTotal> Totals => ExpectedPace.Totals(Plan, Standings);
}

/// <summary>How far sums have come against what would be expected by today, over the data accepted now and by the plan version that holds for the period. Stores nothing, and nothing of it is scored.</summary>
public sealed class ShowPace(CurrentPlan plans, RunStore runs, TimeProvider clock)
{
    /// <param name="code">Null for the wave of today; behind the last wave, or before the first, the year.</param>
    public async Task<ShownPace> RunAsync(PeriodCode? code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var current = (await plans.GetAsync(cancellationToken)).Plan;
        var today = current.TimeZone.DateOf(now);
        var named = code ?? (current.Waves.FirstOrDefault(wave => wave.Period.Contains(today))?.Period ?? current.YearPeriod).Code;
        var plan = await plans.ForAsync(named, cancellationToken);
        var period = plan.Plan.Period(named);
        return new ShownPace(plan.Plan, period, ExpectedPace.Of(plan.Plan, await runs.PreviewAsync(plan, period, now, cancellationToken), today));
    }
}
