using Emulation.Plan;
using Emulation.Reports.Reconciliation;

namespace Emulation.Reports.Scoring;

/// <summary>Frozen inputs in, results out. Pure: the same plan and data give the same result, in any order of the data.</summary>
public static class ResultComputation
{
    public static RunResult Of(EmulationPlan plan, int planVersion, Period period, RunData data)
    {
        var span = RunSpan.Of(plan, period);
        var targets = new TargetBook(plan, span);
        var duties = new DutyBoard(plan, targets, data).Of(span.Owes);
        var forms = new FormValues(plan, data.Figures);
        var values = new ChosenValues(span, forms);
        var units = plan.Units.Where(unit => PlanGroups.Exists(unit, period)).ToList();
        var byUnit = units.ToDictionary(
            unit => unit.Code, unit => (IReadOnlyDictionary<IndicatorCode, Measurement>)Measure(plan, span, unit, values, targets));
        var run = new ReconciledRun(plan, span, forms, values, byUnit, duties, data);

        return new RunResult
        {
            PlanCode = plan.Code,
            PlanVersion = planVersion,
            RuleSet = plan.Scoring.Code,
            Period = period.Code,
            Units = UnitScoring.Of(run, units),
            Indicators = DutyIndicators.Merge(run, units),
            Duties = duties,
            Discrepancies = Reconciler.Of(run),
        };
    }

    private static Dictionary<IndicatorCode, Measurement> Measure(EmulationPlan plan, RunSpan span, Unit unit, ChosenValues values, TargetBook targets) =>
        plan.Indicators
            .Where(indicator => PlanGroups.BelongsToAny(unit, indicator.Units) && span.Asks(indicator) && indicator.FromDuty is null)
            .ToDictionary(
                indicator => indicator.Code,
                indicator => new Measurement(unit, indicator, values.Get(unit, indicator), targets.Find(unit, indicator)));
}
