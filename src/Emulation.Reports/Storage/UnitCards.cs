using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Delivery;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Storage;

/// <summary>Reads what the score cards of a closing are written from.</summary>
public sealed class UnitCards(PlanStore versions, RunTrace trace, AdjustmentStore adjustments, ScoreOpinionStore opinions)
{
    /// <param name="at">Opinions given later are left out.</param>
    internal async Task<ClosingCards> OfAsync(ComputedRun run, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var period = run.Result.Period;
        var plan = (await versions.LoadAsync(run.PlanVersionId, cancellationToken)).ScoredFor(period);
        return new ClosingCards(
            run, plan, trace, await adjustments.OfRunAsync(run.RunId, plan, cancellationToken), await opinions.OfPeriodAsync(plan, period, at, cancellationToken));
    }
}

/// <summary>The score cards of one closing. Figures are read a unit at a time: those of all units would be a million cells.</summary>
internal sealed class ClosingCards(
    ComputedRun run, StoredPlan plan, RunTrace trace, ILookup<UnitCode, Adjustment> adjustments, ILookup<UnitCode, ScoreOpinion> opinions)
{
    private readonly EmulationPlan named = plan.Plan.NamedOn(plan.Plan.PeriodByCode(run.Result.Period).To);
    private readonly Dictionary<UnitCode, UnitResult> results = run.Result.Units.ToDictionary(result => result.Unit);

    /// <returns>Null if the closing has no result of the unit.</returns>
    public async Task<UnitCard?> OfAsync(UnitCode unit, CancellationToken cancellationToken) =>
        results.GetValueOrDefault(unit) is not { } result ? null
        : new UnitCard(
            named, run, named.UnitByCode(unit), result, await trace.ReadAsync(run.RunId, plan, unit, null, cancellationToken),
            [.. adjustments[unit]], [.. opinions[unit]]);
}
