using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Document.Template;
using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Tests.Documents;

/// <summary>A document read back: its paragraphs, tables and sections, and changed templates for tests.</summary>
internal sealed class OpenedDocument : IDisposable
{
    public static readonly ChosenTemplate Shipped = new(TemplateDocument.Write(), null, []);
    private readonly WordprocessingDocument file;

    public OpenedDocument(byte[] content)
    {
        file = WordprocessingDocument.Open(new MemoryStream(content), false);
        Main = file.MainDocumentPart!;
    }

    public MainDocumentPart Main { get; }

    public Body Body => Main.Document!.Body!;

    public IReadOnlyList<SectionProperties> Sections => [.. Body.Descendants<SectionProperties>()];

    public IReadOnlyList<string> Texts => [.. Body.Descendants<Paragraph>().Select(TextOf)];

    /// <summary>The bodies of tables by cell, heading row first; head and signature block left out.</summary>
    public IReadOnlyList<IReadOnlyList<string[]>> Tables =>
    [
        .. Body.Descendants<Table>().Where(table => table.GetFirstChild<TableProperties>()?.TableStyle?.Val?.Value == "BangKe")
            .Select(table => table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => string.Join("\n", cell.Elements<Paragraph>().Select(TextOf))).ToArray()).ToList()),
    ];

    public IReadOnlyList<string> Faults => [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];

    public string? Description => file.PackageProperties.Description;

    public static OpenedDocument Of(ReportModel model, DocumentMarking marking = DocumentMarking.None) => new(ReportDocument.Write(model, Shipped, marking));

    /// <summary>The first paragraph that says so.</summary>
    public Paragraph Paragraph(string text) => Body.Descendants<Paragraph>().First(paragraph => TextOf(paragraph) == text);

    public IReadOnlyList<Paragraph> OfStyle(string id) => [.. Body.Descendants<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == id)];

    public Style Style(string id) => Main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId?.Value == id);

    /// <summary>How a run is printed: by itself, by its paragraph's style, or by the document's defaults; size in half-points.</summary>
    public (string Font, int Size, bool Bold, bool Italic) LookOf(Run run, Paragraph paragraph)
    {
        var defaults = (OpenXmlElement)Main.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        OpenXmlElement?[] layers = [run.RunProperties, Style(paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!).StyleRunProperties, defaults];
        T? First<T>()
            where T : OpenXmlElement => layers.Select(layer => layer?.GetFirstChild<T>()).FirstOrDefault(found => found is not null);
        return (First<RunFonts>()!.Ascii!.Value!, int.Parse(First<FontSize>()!.Val!.Value!, CultureInfo.InvariantCulture), First<Bold>() is not null, First<Italic>() is not null);
    }

    public static string TextOf(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(element => element is Text text ? text.Text : element is Break ? "\n" : ""));

    /// <summary>The shipped template after a person's change.</summary>
    public static byte[] Template(Action<MainDocumentPart> change)
    {
        using var stream = new MemoryStream();
        stream.Write(Shipped.Content.Span);
        using (var template = WordprocessingDocument.Open(stream, true))
        {
            change(template.MainDocumentPart!);
        }

        return stream.ToArray();
    }

    public static SdtElement Control(OpenXmlElement within, string tag) =>
        within.Descendants<SdtElement>().Single(control => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value == tag);

    /// <summary>All XML of the container, part by part.</summary>
    public static IReadOnlyDictionary<string, string> Parts(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry => new StreamReader(entry.Open()).ReadToEnd());
    }

    public void Dispose() => file.Dispose();
}
