using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Kết quả theo phong trào": unit × movement, points and per cent of the maximum, with the total.</summary>
internal static class ResultsSheet
{
    private const int FirstGroupColumn = 4;
    private const int MostUnitsOnAPage = 30;

    public static void Add(ReportBook book, ReportModel model)
    {
        var groups = model.Movements;
        double[] widths = [5, 23, 20.5, .. groups.SelectMany(_ => new[] { 7.5, 7.0 }), 8, 7, 9, 12];
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Results"), model.Cover, widths);
        sheet.Title(Texts.Get("Sheet.Results.Title"), Texts.Get("Sheet.Results.Subtitle", model.Cover.RuleSet));
        var header = sheet.Row;
        sheet.Header(
            [Texts.Get("Column.Number"), Texts.Get("Column.Unit"), Texts.Get("Column.Block")],
            [.. groups.Select(group => Texts.Get("Column.Group", group.Label, VietnameseFormat.Number(group.MaxPoints)))],
            [Texts.Get("Column.Points"), "%"],
            [Texts.Get("Column.Bonus"), Texts.Get("Column.Penalty"), Texts.Get("Column.Total"), Texts.Get("Column.Grade")]);
        foreach (var unit in model.Results)
        {
            Unit(sheet, unit, sheet.Row - header - 1);
        }

        sheet.Finish(header, header + 1, 3);
        for (var column = FirstGroupColumn + 1; column <= FirstGroupColumn + (groups.Count * 2); column += 2)
        {
            sheet.Colour(header + 2, column);
        }

        sheet.GroupNames(groups, Texts.Get("Workbook.RescaleNote"), Texts.Get("Workbook.LowNote"));
        sheet.Sheet.PrinterSettings.FitToHeight = model.Results.Count <= MostUnitsOnAPage ? 1 : 0;
        sheet.Sheet.PrinterSettings.PrintArea = sheet.Sheet.Cells[1, 1, sheet.Row - 1, sheet.Columns];
    }

    private static void Unit(ReportSheet sheet, MovementRow unit, int number)
    {
        sheet.Ordinal(sheet.Row, 1, number);
        sheet.Text(sheet.Row, 2, unit.Unit);
        sheet.Text(sheet.Row, 3, unit.Block);
        sheet.Look(sheet.Row, 3, CellLook.Small);
        ValueAddress At(string group, string value) => new("results", unit.UnitCode, group, value);
        var column = FirstGroupColumn;
        foreach (var group in unit.Groups)
        {
            sheet.Number(sheet.Row, column++, group.Percent is null ? null : group.Points, NumberFormats.Points, At(group.Group, "points"));
            sheet.Number(sheet.Row, column++, group.Percent, NumberFormats.OnePlace, At(group.Group, "percent"));
        }

        sheet.Number(sheet.Row, column++, unit.Bonus, NumberFormats.Points, At("", "bonus"));
        sheet.Number(sheet.Row, column++, unit.Penalty, NumberFormats.Points, At("", "penalty"));
        sheet.Number(sheet.Row, column, unit.Points, NumberFormats.Points, At("", "points"));
        sheet.Look(sheet.Row, column++, CellLook.Bold);
        sheet.Centred(sheet.Row, column, unit.Grade);
        sheet.Row++;
    }
}
