using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Emulation.Reports.Documents.Document.Checking;

/// <summary>How a run is printed: what it says itself, else its paragraph's style and those it is based on, else the document's defaults.</summary>
/// <param name="Size">Half-points.</param>
internal sealed record Look(string? Font, int Size, bool Bold, bool Italic)
{
    public static Look Of(Run? run, Paragraph paragraph, MainDocumentPart main)
    {
        List<OpenXmlElement> layers = [.. Layers(run, paragraph, main)];
        return new Look(
            layers.Select(layer => layer.GetFirstChild<RunFonts>()?.Ascii?.Value).FirstOrDefault(font => font is not null),
            layers.Select(layer => Number(layer.GetFirstChild<FontSize>()?.Val?.Value)).FirstOrDefault(size => size is not null) ?? 20,
            layers.Select(layer => On(layer.GetFirstChild<Bold>())).FirstOrDefault(on => on is not null) ?? false,
            layers.Select(layer => On(layer.GetFirstChild<Italic>())).FirstOrDefault(on => on is not null) ?? false);
    }

    private static IEnumerable<OpenXmlElement> Layers(Run? run, Paragraph paragraph, MainDocumentPart main)
    {
        if (run?.RunProperties is { } own)
        {
            yield return own;
        }

        var styles = main.StyleDefinitionsPart?.Styles;
        foreach (var style in Chain(styles, paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value))
        {
            if (style.StyleRunProperties is { } look)
            {
                yield return look;
            }
        }

        if (styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle is { } defaults)
        {
            yield return defaults;
        }
    }

    private static IEnumerable<Style> Chain(Styles? styles, string? id)
    {
        var seen = new HashSet<string>();
        var style = Find(styles, id) ?? styles?.Elements<Style>().FirstOrDefault(candidate => candidate.Type?.Value == StyleValues.Paragraph && candidate.Default?.Value == true);
        while (style is not null && seen.Add(style.StyleId?.Value ?? ""))
        {
            yield return style;
            style = Find(styles, style.BasedOn?.Val?.Value);
        }
    }

    private static Style? Find(Styles? styles, string? id) => id is null ? null : styles?.Elements<Style>().FirstOrDefault(style => style.StyleId?.Value == id);

    private static bool? On(OnOffType? toggle) => toggle is null ? null : toggle.Val?.Value ?? true;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
