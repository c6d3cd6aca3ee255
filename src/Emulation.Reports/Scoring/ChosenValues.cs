using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>Chooses the value that counts: per wave the wave report where it speaks, else the months; over several waves their chosen values combined.</summary>
public sealed class ChosenValues(RunSpan span, FormValues forms)
{
    /// <summary>The value of the whole run.</summary>
    public IndicatorValue Get(Unit unit, Indicator indicator)
    {
        if (span.Slots.Count == 1)
        {
            return OfSlot(unit, indicator, 0);
        }
        var values = span.Slots.Select((_, slot) => OfSlot(unit, indicator, slot)).ToList();
        var spoken = values.Where(value => value.HasValue).ToList();
        return spoken.Count switch
        {
            0 => values.FirstOrDefault(value => value.State == ScoredState.NotApplicable) ?? IndicatorValue.NotReported,
            1 => spoken[0],
            _ => Combine(indicator, spoken),
        };
    }

    /// <summary>The value of one wave: a blank in the wave report leaves the word to the months.</summary>
    public IndicatorValue OfSlot(Unit unit, Indicator indicator, int slot)
    {
        var report = span.Slots[slot].CountsWaveReport
            ? forms.Get(unit, indicator, FormKind.WaveReport, slot)
            : IndicatorValue.NotReported;
        return report.State == ScoredState.NotReported ? forms.Get(unit, indicator, FormKind.Figures, slot) : report;
    }

    private IndicatorValue Combine(Indicator indicator, List<IndicatorValue> values)
    {
        var source = values.All(value => value.Source == FormKind.WaveReport.ToName()) ? FormKind.WaveReport.ToName() : FormKind.Figures.ToName();
        return forms.AggregationOf(indicator) switch
        {
            Aggregation.Sum => IndicatorValue.Of(
                values.Aggregate(Fraction.Zero, (total, value) => total + (value.Number ?? 0)),
                Total(values, value => value.Estimated), Total(values, value => value.Numerator), Total(values, value => value.Denominator), null, source),
            Aggregation.Last => values[^1],
            _ => Recompute(values, source),
        };
    }

    private static IndicatorValue Recompute(List<IndicatorValue> values, string source)
    {
        var withParts = values.Where(value => value is { Numerator: not null, Denominator: not null and not 0 }).ToList();
        if (withParts.Count == 0)
        {
            return values[^1];
        }
        var (numerator, denominator) = (Total(withParts, value => value.Numerator), Total(withParts, value => value.Denominator));
        var percent = (Fraction)numerator!.Value * 100 / denominator!.Value;
        var isEstimated = withParts.Exists(value => value.Estimated is not null);
        return IndicatorValue.Of(percent, isEstimated ? percent.Round(2) : null, numerator, denominator, null, source);
    }

    private static decimal? Total(IEnumerable<IndicatorValue> values, Func<IndicatorValue, decimal?> part) =>
        values.Select(part).Where(number => number is not null).Aggregate((decimal?)null, (total, number) => (total ?? 0) + number);
}
