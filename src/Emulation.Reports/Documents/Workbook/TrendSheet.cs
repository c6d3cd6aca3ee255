using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Diễn biến theo tháng": points of every unit month by month, as the months' own reports said, with coverage and targets below.</summary>
internal static class TrendSheet
{
    private const int FirstMonth = 3;
    private const int MostUnitsOnAPage = 40;

    /// <summary>A gap and room for charts.</summary>
    private static readonly double[] ChartWidths = [2, 12, 12, 12, 12, 12, 9];

    public static void Add(ReportBook book, ReportModel model)
    {
        var table = FirstMonth - 1 + model.Trend.Count;
        double[] widths = [5, 26, .. model.Trend.Select(_ => 9.5), .. TrendCharts.CanDraw(model.Trend) ? ChartWidths : []];
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Trend"), model.Cover, widths) { TableColumns = table };
        sheet.Title(Texts.Get("Sheet.Trend.Title"), Texts.Get("Sheet.Trend.Subtitle"));
        var header = sheet.Row;
        sheet.Header([Texts.Get("Column.Number"), Texts.Get("Column.Unit"), .. model.Trend.Select(month => month.PeriodName)], 34);
        var first = sheet.Row;
        var points = model.Trend.Select(month => month.Points.ToDictionary(unit => unit.UnitCode, unit => unit.Points)).ToList();
        foreach (var unit in model.Results)
        {
            Unit(sheet, model, unit, points, sheet.Row - header);
        }

        sheet.Finish(header, header, 2);
        var counts = Counts(sheet, model.Trend);
        var last = sheet.Row - 1;
        if (TrendCharts.CanDraw(model.Trend))
        {
            last = Math.Max(last, Charts(sheet, model, header, first, counts));
        }

        sheet.Sheet.PrinterSettings.PrintArea = sheet.Sheet.Cells[1, 1, last, sheet.Columns];
        sheet.Sheet.PrinterSettings.FitToHeight = model.Results.Count <= MostUnitsOnAPage ? 1 : 0;
    }

    /// <returns>The lowest row a chart reaches.</returns>
    private static int Charts(ReportSheet sheet, ReportModel model, int header, int first, Dictionary<string, int> counts)
    {
        var charts = new TrendCharts(sheet, header, FirstMonth, model.Trend.Count, header);
        charts.Add(Texts.Get("Trend.CountsChart"), new[] { "Trend.Complete", "Trend.Met" }.Select(key => (Texts.Get(key), counts[key])));
        var rows = model.Results.Index().ToDictionary(unit => unit.Item.UnitCode, unit => first + unit.Index);
        foreach (var block in TrendCharts.BlocksOf(model))
        {
            charts.Add(Texts.Get("Trend.BlockChart", block.Key), block.Select(unit => (unit.Unit, rows[unit.UnitCode])), ScaleFrom(model.Trend, [.. block.Select(unit => unit.UnitCode)]));
        }

        return charts.LastRow;
    }

    /// <summary>The ten below the least points.</summary>
    private static double ScaleFrom(IReadOnlyList<TrendMonth> months, HashSet<string> units) =>
        (double)decimal.Floor(months.SelectMany(month => month.Points).Where(unit => units.Contains(unit.UnitCode)).Select(unit => unit.Points).DefaultIfEmpty().Min() / 10) * 10;

    private static void Unit(ReportSheet sheet, ReportModel model, MovementRow unit, List<Dictionary<string, decimal>> points, int number)
    {
        sheet.Ordinal(sheet.Row, 1, number);
        sheet.Text(sheet.Row, 2, unit.Unit);
        foreach (var (index, month) in model.Trend.Index())
        {
            // Left empty where the month said nothing: a chart takes a dash for 0.
            if (points[index].TryGetValue(unit.UnitCode, out var value))
            {
                sheet.Number(sheet.Row, FirstMonth + index, value, NumberFormats.Points, new ValueAddress("trend", unit.UnitCode, month.Period, "points"));
            }
        }

        sheet.Row++;
    }

    /// <returns>The row of each count, by the key of its name.</returns>
    private static Dictionary<string, int> Counts(ReportSheet sheet, IReadOnlyList<TrendMonth> months)
    {
        sheet.Row++;
        var rows = new Dictionary<string, int>();
        (string Key, string Column, Func<TrendMonth, int> Count)[] counts =
        [
            ("Trend.Complete", "complete-units", month => month.CompleteUnits),
            ("Trend.Expected", "expected-units", month => month.ExpectedUnits),
            ("Trend.Met", "met-targets", month => month.MetTargets),
            ("Trend.Judged", "judged-targets", month => month.JudgedTargets),
        ];
        foreach (var (key, column, count) in counts)
        {
            rows[key] = sheet.Row;
            sheet.Text(sheet.Row, 2, Texts.Get(key));
            sheet.Look(sheet.Row, 2, CellLook.Bold);
            foreach (var (index, month) in months.Index())
            {
                sheet.Count(sheet.Row, FirstMonth + index, count(month), new ValueAddress("trend", "", month.Period, column));
            }

            sheet.Row++;
        }

        return rows;
    }
}
