using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Reports.Documents.Document.Filling;
using Emulation.Reports.Documents.Document.Template;

namespace Emulation.Reports.Documents.Document.Restoring;

/// <summary>What stands in and around the controls of the shipped template: the words by which a lost control is found again.</summary>
internal static class ShippedSlots
{
    private static readonly Lazy<Dictionary<string, OpenXmlElement>> Contents = new(Read);

    /// <summary>The words of a control that nobody has filled, e.g. <c>[Trích yếu nội dung]</c>; each is there once.</summary>
    public static string WordsOf(Slot slot) => Contents.Value[slot.Tag].InnerText.Trim();

    /// <summary>The range and the paragraphs of fixed words before and behind it that are inside the control of the shipped template.</summary>
    public static List<OpenXmlElement> WithFixedWords(Slot slot, List<OpenXmlElement> range)
    {
        var content = Contents.Value[slot.Tag].ChildElements.ToList();
        var (first, last) = (content.FindIndex(HasSlot), content.FindLastIndex(HasSlot));
        foreach (var before in content[..first].AsEnumerable().Reverse())
        {
            if (!IsThere(before, range[0].PreviousSibling()))
            {
                break;
            }

            range.Insert(0, range[0].PreviousSibling()!);
        }

        foreach (var behind in content[(last + 1)..])
        {
            if (!IsThere(behind, range[^1].NextSibling()))
            {
                break;
            }

            range.Add(range[^1].NextSibling()!);
        }

        return range;
    }

    private static bool HasSlot(OpenXmlElement element) => element is SdtElement || element.Descendants<SdtElement>().Any();

    // The paragraph that ends a section must stay outside: a section is not repeated.
    private static bool IsThere(OpenXmlElement wanted, OpenXmlElement? found) =>
        wanted is Paragraph && found is Paragraph paragraph && paragraph.InnerText.Trim() == wanted.InnerText.Trim() && paragraph.ParagraphProperties?.SectionProperties is null;

    private static Dictionary<string, OpenXmlElement> Read()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(TemplateDocument.Write()), false);
        return file.MainDocumentPart!.Document!.Body!.Descendants<SdtElement>()
            .ToDictionary(control => control.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value!, control => TemplateFilling.Content(control).CloneNode(true));
    }
}
