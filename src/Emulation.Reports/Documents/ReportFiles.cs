using Emulation.Reports.Documents.Charts;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Twin;
using Emulation.Reports.Documents.Workbook;

namespace Emulation.Reports.Documents;

/// <summary>The files of a report, in the order in which mail, page and command list them.</summary>
public static class ReportFiles
{
    /// <param name="documents">The document and its print.</param>
    /// <param name="marking">Of the workbook; documents bear theirs already.</param>
    public static IReadOnlyList<ReportFile> Of(
        ReportModel model, IReadOnlyList<ReportFile> documents, IReadOnlyList<ReportChart> charts, DocumentMarking marking = DocumentMarking.None)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(charts);
        var (workbook, cells) = ReportWorkbook.Print(model, marking);
        return
        [
            new ReportFile(ReportFileNames.Of(model.Cover, "xlsx"), MediaTypes.Workbook, workbook, IsAttached: true) { Cells = cells },
            .. documents,
            new ReportFile(ReportFileNames.Of(model.Cover, "json"), MediaTypes.Json, ReportTwin.Json(model), IsAttached: false),
            new ReportFile(ReportFileNames.Of(model.Cover, "csv"), MediaTypes.Csv, ReportTwin.Csv(model), IsAttached: false),
            .. charts.Select(chart => new ReportFile(chart.Name, MediaTypes.Png, chart.Png, IsAttached: false, chart.ContentId)),
        ];
    }
}
