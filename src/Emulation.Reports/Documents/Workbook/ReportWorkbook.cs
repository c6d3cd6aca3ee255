using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Model;
using OfficeOpenXml;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>The workbook of a report (.xlsx).</summary>
/// <remarks>Two calls give equal content but not equal bytes: the library writes the time into the container. The bytes are therefore made once and stored with the report.</remarks>
public static class ReportWorkbook
{
    public static byte[] Write(ReportModel model) => Print(model).Bytes;

    /// <summary>The workbook's bytes, and of every number in it whose value it is.</summary>
    /// <param name="marking">Of a trial every sheet and page says that it is one; a draft says so on its cover.</param>
    public static (byte[] Bytes, IReadOnlyList<PrintedCell> Cells) Print(ReportModel model, DocumentMarking marking = DocumentMarking.None)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var package = new ExcelPackage();
        var book = new ReportBook(package.Workbook, marking == DocumentMarking.Trial ? Texts.Get("Test.Workbook") : null);
        CoverSheet.Add(book, model);
        CompletenessSheet.Add(book, model);
        ResultsSheet.Add(book, model);
        TargetsSheet.Add(book, model);
        IndicatorsSheet.Add(book, model);
        FiguresSheet.Add(book, model);
        RankingSheet.Add(book, model);
        if (model.Trend.Count > 0)
        {
            TrendSheet.Add(book, model);
        }

        OutstandingSheet.Add(book, model);
        if (model.Awards.Count > 0)
        {
            AwardsSheet.Add(book, model);
        }

        QuestionsSheet.Add(book, model);
        ScoreCardSheet.Add(book, model);
        if (model.Changes.Count > 0)
        {
            ChangesSheet.Add(book, model);
        }

        GlossarySheet.Add(book, model);
        package.Workbook.Properties.Title = CellText.Clean(model.Cover.Subject);
        package.Workbook.Properties.Author = CellText.Clean(model.Cover.Issuer);
        return (package.GetAsByteArray(), book.Cells);
    }
}
