using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Reports.Documents.Document.Template;

namespace Emulation.Reports.Documents.Document.Checking;

/// <summary>Where a template leaves Decree 30/2020: told, but the office's to decide.</summary>
internal static class DecreeFaults
{
    private const int TwipsACentimetre = 567;

    /// <summary>Slot → smallest and largest size in half-points, bold, italic (null: either).</summary>
    private static readonly Dictionary<string, (int From, int To, bool? Bold, bool? Italic)> Looks = new()
    {
        ["co-quan-chu-quan"] = (24, 26, false, false),
        ["co-quan"] = (24, 26, true, false),
        ["so-ky-hieu"] = (26, 26, false, false),
        ["dia-danh-ngay"] = (26, 28, false, true),
        ["loai-van-ban"] = (26, 28, true, false),
        ["trich-yeu"] = (26, 28, true, false),
        ["kinh-gui"] = (26, 28, false, false),
        ["kinh-gui.dong"] = (26, 28, false, false),
        ["can-cu"] = (26, 28, false, true),
        ["mo-dau"] = (26, 28, false, false),
        ["phan-1"] = (26, 28, false, false),
        ["phong-trao.doan"] = (26, 28, false, false),
        ["ket-thuc"] = (26, 28, false, false),
        ["noi-nhan"] = (22, 22, false, false),
        ["chuc-vu-ky"] = (26, 28, true, false),
        ["nguoi-ky"] = (26, 28, true, false),
        ["phu-luc-1.kem-theo"] = (26, 28, false, true),
    };

    public static IEnumerable<TemplateFault> Of(MainDocumentPart main, Body body) => [.. Fonts(main, body), .. LooksOf(main, body), .. Pages(body), .. PageNumbers(main, body)];

    private static IEnumerable<TemplateFault> Fonts(MainDocumentPart main, Body body)
    {
        var fonts = body.Descendants<Paragraph>()
            .SelectMany(paragraph => paragraph.Descendants<Run>().Where(run => run.InnerText.Trim().Length > 0).Select(run => Look.Of(run, paragraph, main).Font ?? "?"))
            .Where(font => !font.Equals(TemplateStyles.Font, StringComparison.OrdinalIgnoreCase)).Distinct().Order(StringComparer.Ordinal).ToList();
        return fonts.Count == 0 ? [] : [TemplateFault.Of(TemplateFaultKind.Font, null, string.Join(", ", fonts))];
    }

    private static IEnumerable<TemplateFault> LooksOf(MainDocumentPart main, Body body)
    {
        foreach (var control in body.Descendants<SdtElement>())
        {
            var tag = control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value ?? "";
            if (!Looks.TryGetValue(tag, out var wanted) || ParagraphOf(control) is not { } paragraph)
            {
                continue;
            }

            var look = Look.Of(control.Descendants<Run>().FirstOrDefault(), paragraph, main);
            var title = Slots.Find(tag)!.Title;
            if (look.Size < wanted.From || look.Size > wanted.To)
            {
                yield return TemplateFault.Of(TemplateFaultKind.Size, tag, title, tag, Points(look.Size), wanted.From == wanted.To ? Points(wanted.From) : $"{Points(wanted.From)}–{Points(wanted.To)}");
            }

            if ((wanted.Bold is { } bold && bold != look.Bold) || (wanted.Italic is { } italic && italic != look.Italic))
            {
                yield return TemplateFault.Of(TemplateFaultKind.Weight, tag, title, tag, Weight(wanted.Bold == true, wanted.Italic == true));
            }
        }
    }

    private static Paragraph? ParagraphOf(SdtElement control) => control.Descendants<Paragraph>().FirstOrDefault() ?? control.Ancestors<Paragraph>().FirstOrDefault();

    private static IEnumerable<TemplateFault> Pages(Body body)
    {
        foreach (var (section, index) in body.Descendants<SectionProperties>().Select((section, index) => (section, index)))
        {
            var number = VietnameseFormat.Number(index + 1);
            var (size, margin) = (section.GetFirstChild<PageSize>(), section.GetFirstChild<PageMargin>());
            if (!Near(size?.Width?.Value, 11906) || !Near(size?.Height?.Value, 16838))
            {
                yield return TemplateFault.Of(TemplateFaultKind.Paper, null, number);
            }

            if (margin is null || !IsBetween(margin.Top?.Value, 2.0m, 2.5m) || !IsBetween(margin.Bottom?.Value, 2.0m, 2.5m) || !IsBetween(margin.Left?.Value, 3.0m, 3.5m) || !IsBetween(margin.Right?.Value, 1.5m, 2.0m))
            {
                yield return TemplateFault.Of(TemplateFaultKind.Margin, null, number);
            }
        }
    }

    private static IEnumerable<TemplateFault> PageNumbers(MainDocumentPart main, Body body)
    {
        var section = body.Descendants<SectionProperties>().FirstOrDefault();
        var header = section?.Elements<HeaderReference>().FirstOrDefault(reference => reference.Type is null || reference.Type.Value == HeaderFooterValues.Default);
        var part = header?.Id?.Value is { } id && main.Parts.Any(pair => pair.RelationshipId == id) ? main.GetPartById(id) as HeaderPart : null;
        var paragraph = part?.Header?.Descendants<Paragraph>().FirstOrDefault(HasNumber);
        var isHidden = section?.GetFirstChild<TitlePage>() is { } title && title.Val?.Value != false;
        var size = paragraph is null ? 0 : Look.Of(paragraph.Descendants<Run>().FirstOrDefault(), paragraph, main).Size;
        if (!isHidden || size is < 26 or > 28)
        {
            yield return TemplateFault.Of(TemplateFaultKind.PageNumber, null);
        }
    }

    internal static bool HasNumber(Paragraph paragraph) =>
        paragraph.Descendants<FieldCode>().Any(code => code.Text.Trim().StartsWith("PAGE", StringComparison.OrdinalIgnoreCase))
        || paragraph.Descendants<SimpleField>().Any(field => field.Instruction?.Value?.Trim().StartsWith("PAGE", StringComparison.OrdinalIgnoreCase) == true);

    private static bool Near(uint? twips, int wanted) => twips is { } known && Math.Abs((long)known - wanted) <= 20;

    // Word rounds centimetres to twips: a hair beside the bound is on it.
    private static bool IsBetween(long? twips, decimal from, decimal to) => twips is { } known && known >= (from * TwipsACentimetre) - 6 && known <= (to * TwipsACentimetre) + 6;

    private static string Points(int halfPoints) => VietnameseFormat.Number(halfPoints / 2m);

    private static string Weight(bool bold, bool italic) => Texts.Get((bold, italic) switch
    {
        (true, true) => "Template.Weight.BoldItalic",
        (true, false) => "Template.Weight.Bold",
        (false, true) => "Template.Weight.Italic",
        _ => "Template.Weight.Plain",
    });
}
