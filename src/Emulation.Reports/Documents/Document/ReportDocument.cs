using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Emulation.Reports.Documents.Document.Filling;
using Emulation.Reports.Documents.Document.Wording;
using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Document;

/// <summary>The document of a report (.docx) after Decree 30/2020, laid out by a template. Equal model, template and marking give equal bytes.</summary>
/// <remarks>docs/adr/0022-document.md; docs/formats/document.md says point by point how the decree is met.</remarks>
public static class ReportDocument
{
    /// <param name="template">A template in which <see cref="Checking.TemplateCheck"/> finds nothing lost.</param>
    /// <exception cref="InvalidOperationException">The report was made before there were documents.</exception>
    public static byte[] Write(ReportModel model, ChosenTemplate template, DocumentMarking marking)
    {
        ArgumentNullException.ThrowIfNull(template);
        var values = DocumentValues.Of(model);
        using var stream = new MemoryStream();
        stream.Write(template.Content.Span);
        using (var file = WordprocessingDocument.Open(stream, true))
        {
            file.ChangeDocumentType(WordprocessingDocumentType.Document);
            var main = file.MainDocumentPart!;
            TemplateFilling.Fill(main.Document!.Body!, values);
            TableGrids.Renew(main.Document.Body!);
            TableStarts.Set(main.Document.Body!);
            RuleLines.Draw(main);
            if (WordOf(marking) is { } word)
            {
                Watermark.Draw(main, word);
            }

            Describe(file, model.Cover, template);
        }

        return FixedPackage.WithoutTimes(stream.ToArray());
    }

    /// <summary>What a report's state asks for by itself: a summing-up of an open period is a draft; progress is not, though its figures are provisional, which the report says in words.</summary>
    public static DocumentMarking MarkingOf(ReportCover cover)
    {
        ArgumentNullException.ThrowIfNull(cover);
        return cover.Status == ReportStatus.Draft ? DocumentMarking.Draft : DocumentMarking.None;
    }

    private static string? WordOf(DocumentMarking marking) => marking == DocumentMarking.None ? null : Texts.Get($"Document.Marking.{marking}");

    private static void Describe(WordprocessingDocument file, ReportCover cover, ChosenTemplate template)
    {
        FixedPackage.AddProperties(file);
        var properties = file.PackageProperties;
        properties.Title = PlainText.Clean(cover.Subject);
        properties.Creator = PlainText.Clean(cover.Issuer);
        properties.LastModifiedBy = PlainText.Clean(cover.Issuer);
        properties.Identifier = $"{cover.RunHash}-{VietnameseFormat.Number(cover.Edition)}";
        properties.Description = template.Refused.Count == 0 ? null : Texts.Get("Template.Replaced", string.Join(" ", template.Refused.Select(fault => fault.Sentence)));
        properties.Created = DateTime.SpecifyKind(cover.DataAsOf, DateTimeKind.Utc);
        properties.Modified = properties.Created;
    }
}
