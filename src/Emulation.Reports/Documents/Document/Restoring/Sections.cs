using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Reports.Documents.Document.Checking;

namespace Emulation.Reports.Documents.Document.Restoring;

/// <summary>Gives the sections back what LibreOffice takes from them: a paragraph of their own to end with, and the page number of all but the first.</summary>
internal static class Sections
{
    public static void GiveBack(MainDocumentPart main)
    {
        var body = main.Document!.Body!;
        foreach (var paragraph in body.Elements<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.SectionProperties is not null && paragraph.InnerText.Length > 0).ToList())
        {
            End(paragraph);
        }

        var sections = body.Descendants<SectionProperties>().ToList();
        foreach (var section in sections.Skip(1).Where(section => !IsNumbered(main, section)))
        {
            TakeHead(section, sections[0]);
        }
    }

    // The end of a section stood in an empty paragraph; one with words may be repeated, or vanish, and the section with it.
    private static void End(Paragraph paragraph)
    {
        var section = paragraph.ParagraphProperties!.SectionProperties!;
        section.Remove();
        paragraph.InsertAfterSelf(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "SauBang" }, section)));
    }

    private static bool IsNumbered(MainDocumentPart main, SectionProperties section) => section.Elements<HeaderReference>().Any(reference =>
        main.Parts.Any(pair => pair.RelationshipId == reference.Id?.Value) && main.GetPartById(reference.Id!.Value!) is HeaderPart { Header: { } header } && header.Descendants<Paragraph>().Any(DecreeFaults.HasNumber));

    private static void TakeHead(SectionProperties section, SectionProperties first)
    {
        section.RemoveAllChildren<HeaderReference>();
        foreach (var reference in first.Elements<HeaderReference>().Reverse())
        {
            section.InsertAt(reference.CloneNode(true), 0);
        }

        if (first.GetFirstChild<TitlePage>() is not null && section.GetFirstChild<TitlePage>() is null)
        {
            // Typed, it takes its place in the order of the schema.
            section.AddChild(new TitlePage(), throwOnError: true);
        }
    }
}
