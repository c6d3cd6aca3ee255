using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>Chooses the value that counts: per wave the wave report where it speaks, else the months; over several waves their chosen values combined.</summary>
public sealed class ChosenValues(RunSpan span, FormValues forms)
{
    /// <summary>The value of the whole run.</summary>
    public IndicatorValue Get(Unit unit, RunIndicator indicator)
    {
        var (whole, source) = (IndicatorValue.NotReported, IndicatorValue.FromWaveReport);
        for (var slot = 0; slot < span.Slots.Count; slot++)
        {
            var value = OfSlot(unit, indicator, slot);
            if (value.HasValue)
            {
                source = value.Source == IndicatorValue.FromWaveReport ? source : IndicatorValue.FromFigures;
                whole = whole.HasValue ? Combine(indicator, whole, value, source) : value;
            }
            else if (whole.State == ScoredState.NotReported)
            {
                whole = value;
            }
        }
        return whole;
    }

    /// <summary>The value of one wave: a blank in the wave report leaves the word to the months.</summary>
    public IndicatorValue OfSlot(Unit unit, RunIndicator indicator, int slot)
    {
        var report = span.Slots[slot].CountsWaveReport
            ? forms.Get(unit, indicator, FormKind.WaveReport, slot)
            : IndicatorValue.NotReported;
        return report.State == ScoredState.NotReported ? forms.Get(unit, indicator, FormKind.Figures, slot) : report;
    }

    private static IndicatorValue Combine(RunIndicator indicator, IndicatorValue earlier, IndicatorValue later, string source) => indicator.Aggregation switch
    {
        Aggregation.Sum => IndicatorValue.Of(
            (earlier.Number ?? 0) + (later.Number ?? 0),
            Total(earlier.Estimated, later.Estimated), Total(earlier.Numerator, later.Numerator), Total(earlier.Denominator, later.Denominator), null, source),
        Aggregation.Last => later,
        _ => Recompute(earlier, later, source),
    };

    // A per cent without its parts cannot be combined with another; of two such the later one holds.
    private static IndicatorValue Recompute(IndicatorValue earlier, IndicatorValue later, string source)
    {
        var (first, second) = (WithParts(earlier), WithParts(later));
        if (Total(first.Numerator, second.Numerator) is not { } numerator || Total(first.Denominator, second.Denominator) is not { } denominator)
        {
            return later;
        }
        var percent = (Fraction)numerator * 100 / denominator;
        var isEstimated = (first.Estimated ?? second.Estimated) is not null;
        return IndicatorValue.Of(percent, isEstimated ? percent.Round(2) : null, numerator, denominator, null, source);
    }

    private static IndicatorValue WithParts(IndicatorValue value) =>
        value is { Numerator: not null, Denominator: not null and not 0 } ? value : IndicatorValue.NotReported;

    private static decimal? Total(decimal? earlier, decimal? later) => earlier is null ? later : earlier + (later ?? 0);
}
