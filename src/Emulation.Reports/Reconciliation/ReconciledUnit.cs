using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>Everything of one unit in a run that is scored and can disagree.</summary>
/// <param name="Forms">What each of its forms says.</param>
/// <param name="Measurements">In the order of the catalogue.</param>
/// <param name="Duties">In the order of duties and their occurrences.</param>
/// <param name="Received">What was accepted from it.</param>
public sealed record ReconciledUnit(
    ReconciledRun Run,
    Unit Unit,
    FormValues Forms,
    IReadOnlyList<Measurement> Measurements,
    IReadOnlyDictionary<IndicatorCode, Measurement> ByIndicator,
    IReadOnlyList<DutyStanding> Duties,
    IReadOnlyList<ReceivedForm> Received)
{
    /// <summary>The figures that the indicator's value rests on: of every wave its report where it speaks, else its months (<see cref="ChosenValues"/>).</summary>
    public IReadOnlyList<FigureSource> SourcesOf(Indicator indicator) =>
        [.. Run.Span.Slots.Select((slot, index) =>
            slot.CountsWaveReport && Forms.Get(Unit, indicator, FormKind.WaveReport, index).State != ScoredState.NotReported
                ? new FigureSource(Unit.Code, indicator.Code, FormKind.WaveReport, [slot.Wave.Period.Code])
                : new FigureSource(Unit.Code, indicator.Code, FormKind.Figures, [.. slot.Months.Select(month => month.Code)]))];

    /// <param name="figures">The sums of this unit, all of them.</param>
    public static ReconciledUnit Of(ReconciledRun run, Unit unit, IReadOnlyList<FigureSum> figures)
    {
        var forms = new FormValues(run.Catalogue, figures);
        var values = new ChosenValues(run.Span, forms);
        var measurements = run.Plan.Indicators
            .Where(indicator => PlanGroups.BelongsToAny(unit, indicator.Units) && run.Span.Asks(indicator) && indicator.FromDuty is null)
            .Select(indicator => new Measurement(unit, indicator, values.Get(unit, indicator), run.Targets.Find(unit, indicator)))
            .ToList();
        return new ReconciledUnit(
            run, unit, forms, measurements, measurements.ToDictionary(measurement => measurement.Indicator.Code),
            run.DutiesOf(unit.Code), run.ReceivedFrom(unit.Code));
    }
}
