using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Emulation.Reports.Documents.Document.Filling;

/// <summary>The rules under issuer, motto and matter: paragraphs with a line on top, drawn in so far that the line has the length the decree asks for.</summary>
internal static class RuleLines
{
    /// <summary>The share of the words above, by style: between a third and a half, or all of it.</summary>
    private static readonly Dictionary<string, decimal> Shares = new() { ["KeCoQuan"] = 0.4m, ["KeTieuNgu"] = 1m, ["KeTrichYeu"] = 0.4m };

    public static void Draw(MainDocumentPart main)
    {
        var sizes = main.StyleDefinitionsPart?.Styles?.Elements<Style>().ToDictionary(
            style => style.StyleId?.Value ?? "", style => Number(style.StyleRunProperties?.FontSize?.Val?.Value) ?? 28) ?? [];
        foreach (var rule in main.Document!.Body!.Descendants<Paragraph>().Where(paragraph => Shares.ContainsKey(StyleOf(paragraph))).ToList())
        {
            if (rule.PreviousSibling<Paragraph>() is { } words)
            {
                Draw(rule, Room(rule), TimesWidths.Of(words.InnerText, SizeOf(words, sizes)), Shares[StyleOf(rule)]);
            }
        }
    }

    private static void Draw(Paragraph rule, int room, int words, decimal share)
    {
        var length = (int)(Math.Min(words, room) * share);
        var indent = (room - length) / 2;
        rule.ParagraphProperties!.Indentation = new Indentation { Left = Text(indent), Right = Text(indent) };
    }

    /// <summary>Twips between the margins of the cell or the page the rule stands in.</summary>
    private static int Room(Paragraph rule)
    {
        if (rule.Parent is TableCell cell)
        {
            return (Number(cell.TableCellProperties?.TableCellWidth?.Width?.Value) ?? 4000) - 80;
        }

        var page = rule.Ancestors<Body>().First().Descendants<SectionProperties>().First();
        var (size, margin) = (page.GetFirstChild<PageSize>(), page.GetFirstChild<PageMargin>());
        return (int)((size?.Width?.Value ?? 11906) - (margin?.Left?.Value ?? 1701) - (margin?.Right?.Value ?? 851));
    }

    private static int SizeOf(Paragraph words, Dictionary<string, int> sizes) =>
        Number(words.Descendants<RunProperties>().FirstOrDefault()?.FontSize?.Val?.Value) ?? sizes.GetValueOrDefault(StyleOf(words), 28);

    private static string StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static StringValue Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
