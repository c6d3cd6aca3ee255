using OfficeOpenXml.Style;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>The header and frame of a table on a report sheet: headings repeat on every page, rows filter, panes freeze.</summary>
internal static class ReportTable
{
    /// <summary>Writes one header row at the current row and moves below it, where the table's rows follow.</summary>
    public static void Header(this ReportSheet sheet, IReadOnlyList<string> headings, double height)
    {
        for (var column = 1; column <= headings.Count; column++)
        {
            sheet.Text(sheet.Row, column, headings[column - 1]);
        }

        sheet.HeaderStyle(sheet.Row, sheet.Row);
        sheet.Sheet.Row(sheet.Row).Height = height;
        sheet.Row++;
    }

    public static void HeaderStyle(this ReportSheet sheet, int fromRow, int toRow)
    {
        var range = sheet.Sheet.Cells[fromRow, 1, toRow, sheet.TableColumns];
        range.Style.Font.Bold = true;
        range.Style.Font.Color.SetColor(Palette.HeadingText);
        range.Style.Fill.PatternType = ExcelFillStyle.Solid;
        range.Style.Fill.BackgroundColor.SetColor(Palette.Heading);
        range.Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        range.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
        range.Style.WrapText = true;
        range.Lines(Palette.Line);
        sheet.OpenBody(toRow + 1);
    }

    /// <summary>Frames the body, and sets filter, frozen panes, repeated rows and the print area.</summary>
    /// <param name="headerFrom">First header row.</param>
    /// <param name="headerTo">Last header row, where the filter buttons stand.</param>
    /// <param name="frozenColumns">Columns that stay in sight while scrolling.</param>
    public static void Finish(this ReportSheet sheet, int headerFrom, int headerTo, int frozenColumns)
    {
        if (sheet.Row == headerTo + 1)
        {
            sheet.Empty();
        }

        sheet.CloseBody();
        var last = sheet.Row - 1;
        sheet.Sheet.Cells[headerTo, 1, last, sheet.TableColumns].AutoFilter = true;
        sheet.Sheet.View.FreezePanes(headerTo + 1, frozenColumns + 1);
        sheet.Sheet.PrinterSettings.RepeatRows = sheet.Sheet.Cells[$"{headerFrom}:{headerTo}"];
        sheet.Sheet.PrinterSettings.PrintArea = sheet.Sheet.Cells[1, 1, last, sheet.TableColumns];
    }

    /// <summary>One row over the whole width that says there is nothing.</summary>
    private static void Empty(this ReportSheet sheet)
    {
        sheet.Look(sheet.Row, 1, CellLook.Centred);
        sheet.CloseBody();
        sheet.Sheet.Cells[sheet.Row, 1, sheet.Row, sheet.TableColumns].Merge = true;
        sheet.Text(sheet.Row, 1, Texts.Get("Workbook.NothingToList"));
        sheet.Row++;
    }

    /// <summary>Thin lines around every cell.</summary>
    public static void Lines(this OfficeOpenXml.ExcelRange range, System.Drawing.Color color)
    {
        var border = range.Style.Border;
        border.Top.Style = border.Bottom.Style = border.Left.Style = border.Right.Style = ExcelBorderStyle.Thin;
        border.Top.Color.SetColor(color);
        border.Bottom.Color.SetColor(color);
        border.Left.Color.SetColor(color);
        border.Right.Color.SetColor(color);
    }
}
