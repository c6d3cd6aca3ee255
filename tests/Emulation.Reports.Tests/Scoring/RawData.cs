using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Tests.Scoring;

/// <summary>One figure as it stands in a file.</summary>
/// <param name="State">0 value, 1 not applicable, 2 not reported.</param>
public sealed record RawFigure(
    UnitCode Unit, IndicatorCode Indicator, FormKind Form, PeriodCode Period, short State,
    decimal? Value = null, decimal? Estimated = null, decimal? Numerator = null, decimal? Denominator = null, DateOnly? Date = null);

/// <summary>A data set before any adding up.</summary>
public sealed record RawData(
    DateOnly AsOn,
    IReadOnlyList<RawFigure> Figures,
    IReadOnlyList<ReceivedForm> Received,
    IReadOnlyList<RefusedForm> Refused,
    IReadOnlyList<Adjustment> Adjustments)
{
    /// <summary>As a run would read it: the figures added up in memory the way sum_figures.sql adds them in PostgreSQL.</summary>
    public RunData ToRunData(EmulationPlan plan, Period period) =>
        new(AsOn, [.. Sums(plan, RunSpan.Of(plan, period))], Received, Refused, [], Adjustments);

    private IEnumerable<FigureSum> Sums(EmulationPlan plan, RunSpan span) =>
        from figure in Figures
        let place = PlaceOf(span, figure)
        where place is not null
        group (figure, place.Value.Ordinal) by (figure.Unit, figure.Indicator, figure.Form, place.Value.Slot) into same
        let values = same.Where(entry => entry.figure.State == 0).Select(entry => (entry.figure, entry.Ordinal)).ToList()
        let parts = values.Where(entry => entry.figure.Numerator is not null && entry.figure.Denominator is not null).ToList()
        let last = values.OrderBy(entry => entry.Ordinal).LastOrDefault().figure
        select new FigureSum(
            same.Key.Unit, same.Key.Indicator, same.Key.Form, same.Key.Slot,
            values.Count, same.Count(entry => entry.figure.State == 1), parts.Count,
            Sum(values, figure => figure.Value), Sum(values, figure => figure.Estimated),
            Sum(parts, figure => figure.Numerator), Sum(parts, figure => figure.Denominator),
            last is null || plan.IndicatorByCode(same.Key.Indicator).Aggregation == Aggregation.Sum
                ? null
                : new LastFigure(last.Value, last.Estimated, last.Numerator, last.Denominator, last.Date));

    private static (int Slot, int Ordinal)? PlaceOf(RunSpan span, RawFigure figure)
    {
        for (var slot = 0; slot < span.Slots.Count; slot++)
        {
            var (wave, months, countsWaveReport) = span.Slots[slot];
            if (figure.Form == FormKind.WaveReport && countsWaveReport && wave.Period.Code == figure.Period)
            {
                return (slot, 1);
            }
            for (var month = 0; month < months.Count; month++)
            {
                if (figure.Form == FormKind.Figures && months[month].Code == figure.Period)
                {
                    return (slot, month + 1);
                }
            }
        }
        return null;
    }

    private static decimal? Sum(List<(RawFigure Figure, int Ordinal)> figures, Func<RawFigure, decimal?> part)
    {
        var numbers = figures.Select(entry => part(entry.Figure)).OfType<decimal>().ToList();
        return numbers.Count == 0 ? null : numbers.Sum();
    }
}
