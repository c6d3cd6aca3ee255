using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>Chooses the value that counts: per wave the wave report where it speaks, else the months; over several waves their chosen values combined.</summary>
public sealed class ChosenValues(RunSpan span, FormValues forms)
{
    /// <summary>The value of the whole run.</summary>
    public IndicatorValue Get(Unit unit, RunIndicator indicator)
    {
        if (span.Slots.Count == 1)
        {
            return OfSlot(unit, indicator, 0);
        }
        var (spoken, silent) = (new List<IndicatorValue>(span.Slots.Count), IndicatorValue.NotReported);
        for (var slot = 0; slot < span.Slots.Count; slot++)
        {
            var value = OfSlot(unit, indicator, slot);
            if (value.HasValue)
            {
                spoken.Add(value);
            }
            else if (silent.State == ScoredState.NotReported)
            {
                silent = value;
            }
        }
        return spoken.Count switch
        {
            0 => silent,
            1 => spoken[0],
            _ => Combine(indicator, spoken),
        };
    }

    /// <summary>The value of one wave: a blank in the wave report leaves the word to the months.</summary>
    public IndicatorValue OfSlot(Unit unit, RunIndicator indicator, int slot)
    {
        var report = span.Slots[slot].CountsWaveReport
            ? forms.Get(unit, indicator, FormKind.WaveReport, slot)
            : IndicatorValue.NotReported;
        return report.State == ScoredState.NotReported ? forms.Get(unit, indicator, FormKind.Figures, slot) : report;
    }

    private static IndicatorValue Combine(RunIndicator indicator, List<IndicatorValue> values)
    {
        var source = values.TrueForAll(value => value.Source == IndicatorValue.FromWaveReport) ? IndicatorValue.FromWaveReport : IndicatorValue.FromFigures;
        return indicator.Aggregation switch
        {
            Aggregation.Sum => Added(values, source),
            Aggregation.Last => values[^1],
            _ => Recompute(values, source),
        };
    }

    private static IndicatorValue Added(List<IndicatorValue> values, string source)
    {
        var number = Fraction.Zero;
        foreach (var value in values)
        {
            number += value.Number ?? 0;
        }
        return IndicatorValue.Of(
            number, Total(values, value => value.Estimated), Total(values, value => value.Numerator), Total(values, value => value.Denominator), null, source);
    }

    private static IndicatorValue Recompute(List<IndicatorValue> values, string source)
    {
        var withParts = values.FindAll(value => value is { Numerator: not null, Denominator: not null and not 0 });
        if (withParts.Count == 0)
        {
            return values[^1];
        }
        var (numerator, denominator) = (Total(withParts, value => value.Numerator), Total(withParts, value => value.Denominator));
        var percent = (Fraction)numerator!.Value * 100 / denominator!.Value;
        var isEstimated = withParts.Exists(value => value.Estimated is not null);
        return IndicatorValue.Of(percent, isEstimated ? percent.Round(2) : null, numerator, denominator, null, source);
    }

    private static decimal? Total(List<IndicatorValue> values, Func<IndicatorValue, decimal?> part)
    {
        decimal? total = null;
        foreach (var value in values)
        {
            total = part(value) is { } number ? (total ?? 0) + number : total;
        }
        return total;
    }
}
