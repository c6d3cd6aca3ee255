using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Storage;
using Emulation.Reports.Waves;

namespace Emulation.Reports;

/// <summary>How the waves and the year stand: objections, closings, reopenings. Computes nothing, stores nothing.</summary>
public sealed class ShowWave(CurrentPlan plans, WaveStore waves, ClosingStore closings)
{
    /// <summary>The waves, then the year.</summary>
    public async Task<IReadOnlyList<WaveFile>> ListAsync(CancellationToken cancellationToken)
    {
        var files = new List<WaveFile>();
        foreach (var period in (await plans.GetAsync(cancellationToken)).Plan.Periods.Where(period => period.Kind != PeriodKind.Month).OrderBy(period => period.Kind))
        {
            files.Add(await ReadAsync(period.Code, cancellationToken));
        }

        return files;
    }

    /// <returns>Null if the plan has no such wave or year.</returns>
    public async Task<WaveFile?> FindAsync(string code, CancellationToken cancellationToken) =>
        (await plans.GetAsync(cancellationToken)).Plan.Periods.FirstOrDefault(period => period.Code.Value == code) is { Kind: not PeriodKind.Month } period
            ? await ReadAsync(period.Code, cancellationToken)
            : null;

    private async Task<WaveFile> ReadAsync(PeriodCode code, CancellationToken cancellationToken)
    {
        var plan = await plans.ForAsync(code, cancellationToken);
        var period = plan.Plan.Closable(code);
        return new WaveFile(
            plan.Plan, period, plan.Plan.ObjectionsUntil(period), plan.Plan.ClosesOn(period),
            await waves.ObjectionsAsync(plan, period, cancellationToken),
            await closings.WithReopeningsAsync(plan, period, cancellationToken),
            await closings.RequestsAsync(plan, period, cancellationToken));
    }
}
