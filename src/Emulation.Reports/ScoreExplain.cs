using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>Prints a unit's score card with every line's arithmetic and the cells its figures came from: of the closing run if the period is closed, else of the latest provisional one.</summary>
public sealed class ScoreExplain(CurrentPlan plans, PlanStore versions, RunStore runs, RunTrace trace, AdjustmentStore adjustments, ScoreOpinionStore opinions)
{
    /// <returns>False if there is no run or the unit is not scored in it; the reason is printed.</returns>
    /// <exception cref="ArgumentException">The plan has no such unit or period.</exception>
    public async Task<bool> WriteAsync(UnitCode unit, PeriodCode period, TextWriter output, CancellationToken cancellationToken)
    {
        var current = await plans.ForAsync(period, cancellationToken);
        var run = await runs.FindClosedAsync(current, current.Plan.Period(period), cancellationToken)
            ?? await runs.FindLatestAsync(current, current.Plan.Period(period), RunKind.Provisional, cancellationToken);
        var plan = run is null || run.PlanVersionId == current.VersionId ? current : (await versions.LoadAsync(run.PlanVersionId, cancellationToken)).ScoredFor(period);
        var result = run?.Result.Units.SingleOrDefault(entry => entry.Unit == unit);
        var named = plan.Plan.Units.SingleOrDefault(entry => entry.Code == unit)
            ?? throw new ArgumentException($"Plan {plan.Plan.Code} has no unit {unit}.", nameof(unit));
        if (run is null || result is null)
        {
            await output.WriteLineAsync(RunTexts.Get("CardNone", plan.Plan.Period(period).Name, named.Name));
            return false;
        }
        var figures = await trace.ReadAsync(run.RunId, plan, unit, null, cancellationToken);
        var entries = await adjustments.OfRunAsync(run.RunId, plan, unit, cancellationToken);
        var said = await opinions.OfAsync(plan, period, unit, cancellationToken);
        var asOf = plan.Plan.PeriodByCode(period).To;
        foreach (var line in ScoreCardText.Lines(plan.Plan.NamedOn(asOf), run, named.NamedOn(asOf), result, figures, entries, said))
        {
            await output.WriteLineAsync(line.AsMemory(), cancellationToken);
        }
        return true;
    }
}
