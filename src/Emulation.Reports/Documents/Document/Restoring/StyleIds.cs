using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Reports.Documents.Document.Template;

namespace Emulation.Reports.Documents.Document.Restoring;

/// <summary>Gives the styles their ids back by their names: LibreOffice makes the ids anew from the letters of the name that are ASCII.</summary>
internal static class StyleIds
{
    private const string Val = "val";
    private const string Main = TemplateXml.Namespace;

    public static void GiveBack(MainDocumentPart main)
    {
        if (main.StyleDefinitionsPart?.Styles is not { } styles)
        {
            return;
        }

        var changed = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = styles.Elements<Style>().Select(style => style.StyleId?.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var wanted in TemplateStyles.All)
        {
            if (!taken.Contains(wanted.Id) && styles.Elements<Style>().FirstOrDefault(style => style.StyleName?.Val?.Value == wanted.Name) is { StyleId.Value: { } old } style)
            {
                (changed[old], style.StyleId) = (wanted.Id, wanted.Id);
            }
        }

        foreach (var root in new OpenXmlElement[] { main.Document!, styles }.Concat(main.HeaderParts.Select(part => part.Header!)).Concat(main.FooterParts.Select(part => part.Footer!)))
        {
            Rename(root, changed);
        }
    }

    private static void Rename(OpenXmlElement root, Dictionary<string, string> changed)
    {
        foreach (var reference in root.Descendants().Where(element => element is ParagraphStyleId or BasedOn or NextParagraphStyle))
        {
            if (changed.TryGetValue(reference.GetAttribute(Val, Main).Value ?? "", out var id))
            {
                reference.SetAttribute(new OpenXmlAttribute("w", Val, Main, id));
            }
        }
    }
}
