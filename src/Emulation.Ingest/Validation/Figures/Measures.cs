using Emulation.Ingest.Forms;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>Compares the measure a row gives with the indicator's.</summary>
internal static class Measures
{
    private static readonly Dictionary<string, decimal> Money =
        FormCatalogue.Words.Money.ToDictionary(pair => TextKey.Of(pair.Key), pair => pair.Value, StringComparer.Ordinal);

    /// <summary>What a row's value must be multiplied by to be in the indicator's measure; null if the two do not fit.</summary>
    public static decimal? ScaleTo(Indicator indicator, ReadOnlySpan<char> measure)
    {
        var (given, own) = (TextKey.Of(measure.Trim("()")), TextKey.Of(indicator.Measure));
        if (given == own)
        {
            return 1;
        }

        return indicator.Kind == IndicatorKind.Money && Money.TryGetValue(given, out var from) && Money.TryGetValue(own, out var to)
            ? from / to
            : null;
    }
}
