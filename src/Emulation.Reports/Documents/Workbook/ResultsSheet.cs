using Emulation.Reports.Documents.Model;
using OfficeOpenXml;
using OfficeOpenXml.ConditionalFormatting.Contracts;
using OfficeOpenXml.Style;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Kết quả theo phong trào": unit × movement, points and per cent of the maximum, with the total.</summary>
internal static class ResultsSheet
{
    private const int FirstGroupColumn = 4;
    private const int MostUnitsOnAPage = 30;

    public static void Add(ReportBook book, ReportModel model)
    {
        var groups = model.Movements;
        double[] widths = [5, 23, 19, .. groups.SelectMany(_ => new[] { 7.5, 7.0 }), 8, 7, 9, 12];
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Results"), model.Cover, widths);
        sheet.Title(Texts.Get("Sheet.Results.Title"), Texts.Get("Sheet.Results.Subtitle", model.Cover.RuleSet));
        var header = sheet.Row;
        Header(sheet, groups);
        foreach (var unit in model.Results)
        {
            Unit(sheet, unit, sheet.Row - header - 1);
        }

        sheet.Finish(header, header + 1, 3);
        Colour(sheet, header + 2, groups.Count);
        Names(sheet, groups);
        sheet.Sheet.PrinterSettings.FitToHeight = model.Results.Count <= MostUnitsOnAPage ? 1 : 0;
        sheet.Sheet.PrinterSettings.PrintArea = sheet.Sheet.Cells[1, 1, sheet.Row - 1, sheet.Columns];
    }

    /// <summary>Two rows: the group over its points and per cent.</summary>
    private static void Header(ReportSheet sheet, IReadOnlyList<MovementColumn> groups)
    {
        var top = sheet.Row;
        string[] left = [Texts.Get("Column.Number"), Texts.Get("Column.Unit"), Texts.Get("Column.Block")];
        string[] right = [Texts.Get("Column.Bonus"), Texts.Get("Column.Penalty"), Texts.Get("Column.Total"), Texts.Get("Column.Grade")];
        var firstRight = FirstGroupColumn + (groups.Count * 2);
        for (var index = 0; index < left.Length; index++)
        {
            Tall(sheet, top, index + 1, left[index]);
        }

        for (var index = 0; index < groups.Count; index++)
        {
            Group(sheet, top, FirstGroupColumn + (index * 2), groups[index]);
        }

        for (var index = 0; index < right.Length; index++)
        {
            Tall(sheet, top, firstRight + index, right[index]);
        }

        sheet.HeaderStyle(top, top + 1);
        sheet.Sheet.Row(top).Height = 34;
        sheet.Sheet.Row(top + 1).Height = 18;
        sheet.Row = top + 2;
    }

    private static void Tall(ReportSheet sheet, int row, int column, string heading)
    {
        sheet.Sheet.Cells[row, column, row + 1, column].Merge = true;
        sheet.Text(row, column, heading);
    }

    private static void Group(ReportSheet sheet, int row, int column, MovementColumn group)
    {
        sheet.Sheet.Cells[row, column, row, column + 1].Merge = true;
        sheet.Text(row, column, Texts.Get("Column.Group", group.Label, VietnameseFormat.Number(group.MaxPoints)));
        sheet.Text(row + 1, column, Texts.Get("Column.Points"));
        sheet.Text(row + 1, column + 1, "%");
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

    /// <summary>Traffic colours as rules of the sheet, so that they follow when a copy is edited.</summary>
    private static void Colour(ReportSheet sheet, int firstRow, int groups)
    {
        for (var column = FirstGroupColumn + 1; sheet.Row > firstRow && column <= FirstGroupColumn + (groups * 2); column += 2)
        {
            var rules = sheet.Sheet.ConditionalFormatting;
            var address = new ExcelAddress(firstRow, column, sheet.Row - 1, column);
            Show(rules.AddLessThan(address), Thresholds.Low, (Palette.Bad, Palette.BadText));
            Show(rules.AddGreaterThanOrEqual(address), Thresholds.Good, (Palette.Good, Palette.GoodText));
            var between = rules.AddBetween(address);
            between.Formula2 = Invariant(Thresholds.Good);
            Show(between, Thresholds.Low, (Palette.Warn, Palette.WarnText));
        }
    }

    private static void Show<TRule>(TRule rule, decimal limit, (System.Drawing.Color Fill, System.Drawing.Color Text) colors)
        where TRule : IExcelConditionalFormattingRule, IExcelConditionalFormattingWithFormula
    {
        rule.Formula = Invariant(limit);
        rule.Style.Fill.PatternType = ExcelFillStyle.Solid;
        rule.Style.Fill.BackgroundColor.Color = colors.Fill;
        rule.Style.Font.Color.Color = colors.Text;
    }

    private static string Invariant(decimal number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Names(ReportSheet sheet, IReadOnlyList<MovementColumn> groups)
    {
        sheet.Row++;
        foreach (var group in groups)
        {
            var text = Texts.Get("Workbook.GroupName", group.Label, group.Name);
            sheet.Line(text, 9, false, Palette.Muted, TextHeight.Of(text, sheet.TotalWidth, 9));
        }

        foreach (var note in new[] { Texts.Get("Workbook.RescaleNote"), Texts.Get("Workbook.LowNote") })
        {
            sheet.Line(note, 9, false, Palette.Muted, TextHeight.Of(note, sheet.TotalWidth, 9));
        }
    }
}
