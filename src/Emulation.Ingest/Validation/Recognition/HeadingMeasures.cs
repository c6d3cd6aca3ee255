using Emulation.Ingest.Forms;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>Measures that stand in a heading: "Thực hiện (triệu đồng)", "Thực hiện (ĐVT: đồng)".</summary>
internal static class HeadingMeasures
{
    private static readonly FormWords Words = FormCatalogue.Words;
    private static readonly HashSet<string> Money = [.. Words.Money.Keys.Select(word => TextKey.Of(word))];
    private static readonly string[] Labels = [.. Words.MeasureLabels.Select(word => TextKey.Of(word))];
    private static readonly string[] Multiples = [.. Words.Multiples.Select(word => TextKey.Of(word))];

    public static bool IsMoney(string measure) => Money.Contains(TextKey.Of(measure));

    /// <summary>True for "nghìn lượt", "1000 bản": so many of the indicator's own measure, which a count cannot be given in.</summary>
    public static bool IsMultiple(string measure)
    {
        var key = TextKey.Of(measure);
        return !IsMoney(measure) && Array.Exists(Multiples, multiple => key == multiple || key.StartsWith(multiple + " ", StringComparison.Ordinal));
    }

    /// <summary>Splits a heading from the measure in brackets behind it; the measure is null if what stands in brackets is none.</summary>
    public static (string Heading, string? Measure) Split(string text)
    {
        var open = text.LastIndexOf('(');
        if (open <= 0 || !text.TrimEnd().EndsWith(')'))
        {
            return (text, null);
        }

        var inner = text[(open + 1)..].TrimEnd(' ', ')', '\n', '\r').Trim();
        var colon = inner.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Labels.Contains(TextKey.Of(inner.AsSpan(0, colon))))
        {
            return (text[..open], inner[(colon + 1)..].Trim());
        }

        return IsMoney(inner) || inner == "%" ? (text[..open], inner) : (text, null);
    }
}
