using Emulation.Reports.Documents.Document.Printing;
using Emulation.Reports.Documents.Model;
using Microsoft.Extensions.Options;

namespace Emulation.Reports.Documents.Document;

/// <summary>The document of a report, and its print where LibreOffice is installed, as files of the report.</summary>
public sealed class DocumentFiles(DocumentTemplates templates, PdfPrinter printer, IOptions<DocumentOptions> options)
{
    /// <summary>Addressees and signature as the office set them.</summary>
    public Signing Signing => new(options.Value.SignerName, options.Value.Addressees);

    /// <summary>The document, attached while a mail can bear it, and its print, kept beside it.</summary>
    public async Task<IReadOnlyList<ReportFile>> OfAsync(ReportModel model, DocumentMarking marking, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        var template = templates.Choose();
        var document = ReportDocument.Write(model, template, marking);
        var file = new ReportFile(ReportFileNames.Of(model.Cover, "docx"), MediaTypes.Document, document, IsAttached: document.Length <= options.Value.MostAttachedBytes);
        return await printer.PrintAsync(document, cancellationToken) is { } pdf
            ? [file, new ReportFile(ReportFileNames.Of(model.Cover, "pdf"), MediaTypes.Pdf, pdf, IsAttached: false)]
            : [file];
    }
}
