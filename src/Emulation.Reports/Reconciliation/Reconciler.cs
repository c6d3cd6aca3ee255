using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>Everything of a run that can disagree.</summary>
/// <param name="ByUnit">Measurements of a unit by indicator.</param>
public sealed record ReconciledRun(
    EmulationPlan Plan,
    RunSpan Span,
    FormValues Forms,
    ChosenValues Values,
    IReadOnlyDictionary<UnitCode, IReadOnlyDictionary<IndicatorCode, Measurement>> ByUnit,
    IReadOnlyList<DutyStanding> Duties,
    RunData Data)
{
    private readonly Dictionary<IndicatorCode, string> duties =
        Plan.Indicators.Where(indicator => indicator.FromDuty is not null).ToDictionary(indicator => indicator.Code, indicator => indicator.FromDuty!);

    /// <summary>The duty from which the indicator's date is known; null if units report it themselves.</summary>
    public string? DutyOf(IndicatorCode indicator) => duties.GetValueOrDefault(indicator);
}

/// <summary>Finds what does not agree and wants an answer, each as a Vietnamese sentence with both values. In the order of the plan's units, then of the checks.</summary>
public static class Reconciler
{
    public static IReadOnlyList<Discrepancy> Of(ReconciledRun run)
    {
        var waves = new MonthsAgainstWave(run);
        var duties = run.Duties.ToLookup(duty => duty.Unit);
        return [.. from unit in run.Plan.Units
                   let measurements = run.ByUnit.GetValueOrDefault(unit.Code)
                   where measurements is not null
                   let ordered = run.Plan.Indicators.Select(indicator => measurements.GetValueOrDefault(indicator.Code)).OfType<Measurement>().ToList()
                   from discrepancy in MissingTargets.Of(run, unit, ordered, duties[unit.Code])
                       .Concat(waves.Of(unit, ordered))
                       .Concat(FigureChecks.Of(unit, ordered, measurements))
                       .Concat(Pace.Of(run, ordered))
                   select discrepancy];
    }
}
