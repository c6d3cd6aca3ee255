using Emulation.Reports.Documents.Model;
using OfficeOpenXml;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>The workbook of a report (.xlsx).</summary>
/// <remarks>Two calls give equal content but not equal bytes: the library writes the time into the container. The bytes are therefore made once and stored with the report.</remarks>
public static class ReportWorkbook
{
    public static byte[] Write(ReportModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var package = new ExcelPackage();
        var workbook = package.Workbook;
        CoverSheet.Add(workbook, model);
        CompletenessSheet.Add(workbook, model);
        ResultsSheet.Add(workbook, model);
        IndicatorsSheet.Add(workbook, model);
        RankingSheet.Add(workbook, model);
        OutstandingSheet.Add(workbook, model);
        QuestionsSheet.Add(workbook, model);
        ScoreCardSheet.Add(workbook, model);
        if (model.Changes.Count > 0)
        {
            ChangesSheet.Add(workbook, model);
        }

        GlossarySheet.Add(workbook, model);
        workbook.Properties.Title = CellText.Clean(model.Cover.Subject);
        workbook.Properties.Author = CellText.Clean(model.Cover.Issuer);
        return package.GetAsByteArray();
    }
}
