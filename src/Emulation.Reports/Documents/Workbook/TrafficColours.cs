using OfficeOpenXml;
using OfficeOpenXml.ConditionalFormatting.Contracts;
using OfficeOpenXml.Style;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>Traffic colours of a column of per cents (<see cref="Thresholds"/>), as rules of the sheet, so that they follow when a copy is edited.</summary>
internal static class TrafficColours
{
    /// <param name="firstRow">The first row of the table; it reaches to the row before the sheet's current one.</param>
    public static void Colour(this ReportSheet sheet, int firstRow, int column)
    {
        if (sheet.Row <= firstRow)
        {
            return;
        }

        var rules = sheet.Sheet.ConditionalFormatting;
        var address = new ExcelAddress(firstRow, column, sheet.Row - 1, column);
        Show(rules.AddLessThan(address), Thresholds.Low, (Palette.Bad, Palette.BadText));
        Show(rules.AddGreaterThanOrEqual(address), Thresholds.Good, (Palette.Good, Palette.GoodText));
        var between = rules.AddBetween(address);
        between.Formula2 = Invariant(Thresholds.Good);
        Show(between, Thresholds.Low, (Palette.Warn, Palette.WarnText));
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
}
