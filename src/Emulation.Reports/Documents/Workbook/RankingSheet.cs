using Emulation.Reports.Documents.Model;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Xếp hạng": units by rank inside their block, with a bar chart for every block beside the table.</summary>
internal static class RankingSheet
{
    private const int TableColumns = 6;
    private static readonly double[] Widths = [20, 7, 27, 10, 13, 44, 2, 11, 11, 11, 11, 11, 11];

    public static void Add(ExcelWorkbook workbook, ReportModel model)
    {
        var sheet = new ReportSheet(workbook, Texts.Get("Sheet.Ranking"), model.Cover, Widths) { TableColumns = TableColumns };
        sheet.Title(Texts.Get("Sheet.Ranking.Title"), Texts.Get("Sheet.Ranking.Subtitle"));
        var header = sheet.Row;
        sheet.Header([Texts.Get("Column.Block"), Texts.Get("Column.Rank"), Texts.Get("Column.Unit"), Texts.Get("Column.PointsTotal"), Texts.Get("Column.Grade"), Texts.Get("Column.Note")], 34);
        var charts = new RankingCharts(sheet, header);
        foreach (var block in model.Ranking)
        {
            var first = sheet.Row;
            Rows(sheet, block);
            charts.Add(block, first, sheet.Row - 1);
        }

        sheet.Finish(header, header, 3);
        var lastRow = Math.Max(sheet.Row - 1, charts.LastRow);
        sheet.Sheet.PrinterSettings.PrintArea = sheet.Sheet.Cells[1, 1, lastRow, sheet.Columns];
    }

    private static void Rows(ReportSheet sheet, RankingBlock block)
    {
        foreach (var unit in block.Units)
        {
            sheet.Text(sheet.Row, 1, block.Name);
            sheet.Number(sheet.Row, 2, unit.Rank, NumberFormats.Whole);
            sheet[sheet.Row, 2].Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
            sheet.Text(sheet.Row, 3, unit.Unit);
            sheet.Number(sheet.Row, 4, unit.Points, NumberFormats.Points);
            sheet.Text(sheet.Row, 5, unit.Grade);
            sheet[sheet.Row, 5].Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
            sheet.Text(sheet.Row, 6, unit.Note);
            sheet[sheet.Row, 6].Style.Font.Size = 9;
            sheet[sheet.Row, 3].Style.Font.Bold = unit.Rank == 1;
            sheet.Sheet.Row(sheet.Row).Height = Math.Max(18, TextHeight.Of(unit.Note ?? "", Widths[5], 9));
            sheet.Row++;
        }
    }
}
