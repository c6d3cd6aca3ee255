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
    IReadOnlyList<DutyStanding> Duties,
    IReadOnlyList<ReceivedForm> Received)
{
    private readonly Measurement?[] byPlace = ByPlace(Run, Measurements);

    /// <param name="figures">The sums of this unit, all of them.</param>
    public static ReconciledUnit Of(ReconciledRun run, Unit unit, IReadOnlyList<FigureSum> figures)
    {
        var forms = new FormValues(run.Catalogue, run.Span.Slots.Count, figures);
        var values = new ChosenValues(run.Span, forms);
        var measurements = new List<Measurement>(run.Catalogue.Indicators.Length);
        foreach (var indicator in run.Catalogue.Indicators)
        {
            if (indicator.IsMeasured && PlanGroups.BelongsToAny(unit, indicator.Indicator.Units))
            {
                measurements.Add(new Measurement(unit, indicator, values.Get(unit, indicator), indicator.Targets.Find(unit)));
            }
        }
        return new ReconciledUnit(run, unit, forms, measurements, run.DutiesOf(unit.Code), run.ReceivedFrom(unit.Code));
    }

    /// <summary>Null if the unit is not asked for the indicator.</summary>
    public Measurement? Find(RunIndicator indicator) => byPlace[indicator.Place];

    /// <summary>Null if the unit is not asked for the indicator, or there is none of that code.</summary>
    public Measurement? Find(IndicatorCode code) => Run.Catalogue.Find(code) is { } indicator ? Find(indicator) : null;

    /// <summary>The figures that the indicator's value rests on: of every wave its report where it speaks, else its months (<see cref="ChosenValues"/>).</summary>
    public IReadOnlyList<FigureSource> SourcesOf(RunIndicator indicator) =>
        [.. Run.Span.Slots.Select((slot, index) =>
            slot.CountsWaveReport && Forms.Get(Unit, indicator, FormKind.WaveReport, index).State != ScoredState.NotReported
                ? new FigureSource(Unit.Code, indicator.Indicator.Code, FormKind.WaveReport, [slot.Wave.Period.Code])
                : new FigureSource(Unit.Code, indicator.Indicator.Code, FormKind.Figures, [.. slot.Months.Select(month => month.Code)]))];

    private static Measurement?[] ByPlace(ReconciledRun run, IReadOnlyList<Measurement> measurements)
    {
        var byPlace = new Measurement?[run.Catalogue.Indicators.Length];
        foreach (var measurement in measurements)
        {
            byPlace[measurement.Measured.Place] = measurement;
        }
        return byPlace;
    }
}
