using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Xếp hạng": units by rank inside their block, with a bar chart for every block beside the table.</summary>
internal static class RankingSheet
{
    private const int TableColumns = 6;
    private static readonly double[] Widths = [20.5, 7, 26, 10, 12, 40, 2, 12, 12, 12, 12, 12, 12];

    public static void Add(ReportBook book, ReportModel model)
    {
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Ranking"), model.Cover, Widths) { TableColumns = TableColumns };
        sheet.Title(Texts.Get("Sheet.Ranking.Title"), Texts.Get("Sheet.Ranking.Subtitle"));
        var header = sheet.Row;
        sheet.Header([Texts.Get("Column.Block"), Texts.Get("Column.Rank"), Texts.Get("Column.Unit"), Texts.Get("Column.PointsTotal"), Texts.Get("Column.Grade"), Texts.Get("Column.Note")], 34);
        var firstRows = new Dictionary<RankingBlock, int>();
        foreach (var block in model.Ranking)
        {
            firstRows.Add(block, sheet.Row);
            Rows(sheet, block);
        }

        sheet.Finish(header, header, 3);
        var charts = new RankingCharts(sheet, header);
        foreach (var block in model.Ranking.Where(block => block.Units.Count > 0))
        {
            charts.Add(block, firstRows[block]);
        }

        var lastRow = Math.Max(sheet.Row - 1, charts.LastRow);
        sheet.Sheet.PrinterSettings.PrintArea = sheet.Sheet.Cells[1, 1, lastRow, sheet.Columns];
    }

    private static void Rows(ReportSheet sheet, RankingBlock block)
    {
        foreach (var unit in block.Units)
        {
            sheet.Text(sheet.Row, 1, block.Name);
            sheet.Look(sheet.Row, 1, CellLook.Small);
            sheet.Number(sheet.Row, 2, unit.Rank, NumberFormats.Whole, new ValueAddress("ranking", unit.UnitCode, block.Code, "rank"));
            sheet.Look(sheet.Row, 2, CellLook.Centred);
            sheet.Text(sheet.Row, 3, unit.Unit);
            sheet.Number(sheet.Row, 4, unit.Points, NumberFormats.Points, new ValueAddress("ranking", unit.UnitCode, block.Code, "points"));
            sheet.Centred(sheet.Row, 5, unit.Grade);
            sheet.Text(sheet.Row, 6, unit.Note);
            sheet.Look(sheet.Row, 6, CellLook.Small);
            if (unit.Rank == 1)
            {
                sheet.Look(sheet.Row, 3, CellLook.Bold);
            }

            sheet.Row++;
        }
    }
}
