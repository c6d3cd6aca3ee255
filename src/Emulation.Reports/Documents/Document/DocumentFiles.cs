using Emulation.Reports.Documents.Document.Printing;
using Emulation.Reports.Documents.Model;
using Microsoft.Extensions.Options;

namespace Emulation.Reports.Documents.Document;

/// <summary>The document of a report, and its print where LibreOffice is installed, as files of the report.</summary>
public sealed class DocumentFiles(DocumentTemplates templates, PdfPrinter printer, IOptions<DocumentOptions> options)
{
    /// <summary>Addressees and signature as the office set them.</summary>
    public Signing Signing => new(options.Value.SignerName, options.Value.Addressees);

    /// <summary>The document, attached while a mail can bear it, and its print, kept beside it; for a report that waits, also the marked twin of an unmarked document.</summary>
    /// <param name="withDraft">True for a report that leaves only after its release.</param>
    public async Task<IReadOnlyList<ReportFile>> OfAsync(ReportModel model, DocumentMarking marking, bool withDraft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        var template = templates.Choose();
        var document = ReportDocument.Write(model, template, marking);
        var file = new ReportFile(ReportFileNames.Of(model.Cover, "docx"), MediaTypes.Document, document, IsAttached: document.Length <= options.Value.MostAttachedBytes);
        IReadOnlyList<ReportFile> files = await printer.PrintAsync(document, cancellationToken) is { } pdf
            ? [file, new ReportFile(ReportFileNames.Of(model.Cover, "pdf"), MediaTypes.Pdf, pdf, IsAttached: false)]
            : [file];
        return withDraft && marking == DocumentMarking.None ? [.. files, Draft(model, template)] : files;
    }

    private static ReportFile Draft(ReportModel model, ChosenTemplate template)
    {
        var name = Path.GetFileNameWithoutExtension(ReportFileNames.Of(model.Cover, "docx")) + "-du-thao.docx";
        return new ReportFile(name, MediaTypes.Document, ReportDocument.Write(model, template, DocumentMarking.Draft), IsAttached: false);
    }
}
