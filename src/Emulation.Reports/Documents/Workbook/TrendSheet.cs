using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Diễn biến theo tháng": points of every unit month by month, as the months' own reports said, with coverage and targets below.</summary>
internal static class TrendSheet
{
    private const int FirstMonth = 3;

    public static void Add(ReportBook book, ReportModel model)
    {
        double[] widths = [5, 30, .. model.Trend.Select(_ => 14.0)];
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Trend"), model.Cover, widths);
        sheet.Title(Texts.Get("Sheet.Trend.Title"), Texts.Get("Sheet.Trend.Subtitle"));
        var header = sheet.Row;
        sheet.Header([Texts.Get("Column.Number"), Texts.Get("Column.Unit"), .. model.Trend.Select(month => month.PeriodName)], 34);
        var points = model.Trend.Select(month => month.Points.ToDictionary(unit => unit.UnitCode, unit => unit.Points)).ToList();
        foreach (var unit in model.Results)
        {
            Unit(sheet, model, unit, points, sheet.Row - header);
        }

        sheet.Finish(header, header, 2);
        Counts(sheet, model.Trend);
        sheet.Sheet.PrinterSettings.PrintArea = sheet.Sheet.Cells[1, 1, sheet.Row - 1, sheet.Columns];
    }

    private static void Unit(ReportSheet sheet, ReportModel model, MovementRow unit, List<Dictionary<string, decimal>> points, int number)
    {
        sheet.Ordinal(sheet.Row, 1, number);
        sheet.Text(sheet.Row, 2, unit.Unit);
        foreach (var (index, month) in model.Trend.Index())
        {
            decimal? known = points[index].TryGetValue(unit.UnitCode, out var value) ? value : null;
            sheet.Number(sheet.Row, FirstMonth + index, known, NumberFormats.Points, new ValueAddress("trend", unit.UnitCode, month.Period, "points"));
        }

        sheet.Row++;
    }

    private static void Counts(ReportSheet sheet, IReadOnlyList<TrendMonth> months)
    {
        sheet.Row++;
        (string Key, string Column, Func<TrendMonth, int> Count)[] counts =
        [
            ("Trend.Complete", "complete-units", month => month.CompleteUnits),
            ("Trend.Expected", "expected-units", month => month.ExpectedUnits),
            ("Trend.Met", "met-targets", month => month.MetTargets),
            ("Trend.Judged", "judged-targets", month => month.JudgedTargets),
        ];
        foreach (var (key, column, count) in counts)
        {
            sheet.Text(sheet.Row, 2, Texts.Get(key));
            sheet.Look(sheet.Row, 2, CellLook.Bold);
            foreach (var (index, month) in months.Index())
            {
                sheet.Count(sheet.Row, FirstMonth + index, count(month), new ValueAddress("trend", "", month.Period, column));
            }

            sheet.Row++;
        }
    }
}
