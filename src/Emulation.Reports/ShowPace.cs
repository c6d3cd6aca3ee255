using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>How far sums have come against what would be expected by today, over the data accepted now. Stores nothing, and nothing of it is scored.</summary>
public sealed class ShowPace(CurrentPlan plans, RunStore runs, TimeProvider clock)
{
    /// <param name="code">Null for the wave of today; behind the last wave, or before the first, the year.</param>
    public async Task<(Period Period, IReadOnlyList<PaceStanding> Standings)> RunAsync(PeriodCode? code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var plan = await plans.GetAsync(cancellationToken);
        var today = plan.Plan.TimeZone.DateOf(now);
        var period = code is { } named ? plan.Plan.Period(named)
            : plan.Plan.Waves.FirstOrDefault(wave => wave.Period.Contains(today))?.Period ?? plan.Plan.YearPeriod;
        return (period, ExpectedPace.Of(plan.Plan, await runs.PreviewAsync(plan, period, now, cancellationToken), today));
    }
}
