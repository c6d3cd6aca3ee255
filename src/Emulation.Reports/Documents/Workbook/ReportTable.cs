using OfficeOpenXml.Style;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>The header and frame of a table on a report sheet: headings repeat on every page, rows filter, panes freeze.</summary>
internal static class ReportTable
{
    private const double LowestRow = 18;

    /// <summary>Writes one header row at the current row and moves below it.</summary>
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
    }

    /// <summary>Frames the body, and sets filter, frozen panes, repeated rows and the print area.</summary>
    /// <param name="headerFrom">First header row.</param>
    /// <param name="headerTo">Last header row, where the filter buttons stand.</param>
    /// <param name="frozenColumns">Columns that stay in sight while scrolling.</param>
    public static void Finish(this ReportSheet sheet, int headerFrom, int headerTo, int frozenColumns)
    {
        var last = Math.Max(sheet.Row - 1, headerTo + 1);
        if (sheet.Row - 1 <= headerTo)
        {
            sheet.Empty(headerTo + 1);
        }

        var body = sheet.Sheet.Cells[headerTo + 1, 1, last, sheet.TableColumns];
        body.Lines(Palette.Line);
        body.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
        body.Style.WrapText = true;
        for (var row = headerTo + 1; row <= last; row++)
        {
            sheet.FitRow(row);
        }

        sheet.Sheet.Cells[headerTo, 1, last, sheet.TableColumns].AutoFilter = true;
        sheet.Sheet.View.FreezePanes(headerTo + 1, frozenColumns + 1);
        sheet.Sheet.PrinterSettings.RepeatRows = sheet.Sheet.Cells[$"{headerFrom}:{headerTo}"];
        sheet.Sheet.PrinterSettings.PrintArea = sheet.Sheet.Cells[1, 1, last, sheet.TableColumns];
    }

    /// <summary>Sets the row as high as its longest wrapped text needs.</summary>
    private static void FitRow(this ReportSheet sheet, int row)
    {
        var height = LowestRow;
        for (var column = 1; column <= sheet.TableColumns; column++)
        {
            var cell = sheet[row, column];
            if (cell.Value is string text && !cell.Merge)
            {
                Indent(cell);
                height = Math.Max(height, TextHeight.Of(text, sheet.Sheet.Column(column).Width, cell.Style.Font.Size));
            }
        }

        // Excel's highest row is 409 points.
        sheet.Sheet.Row(row).Height = Math.Min(height, 409);
    }

    private static void Indent(OfficeOpenXml.ExcelRange cell)
    {
        if (cell.Style.HorizontalAlignment == ExcelHorizontalAlignment.General)
        {
            cell.Style.HorizontalAlignment = ExcelHorizontalAlignment.Left;
            cell.Style.Indent = 1;
        }
    }

    private static void Empty(this ReportSheet sheet, int row)
    {
        sheet.Sheet.Cells[row, 1, row, sheet.TableColumns].Merge = true;
        sheet.Text(row, 1, Texts.Get("Workbook.NothingToList"));
        sheet[row, 1].Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        sheet.Row = row + 1;
    }

    private static void Lines(this OfficeOpenXml.ExcelRange range, System.Drawing.Color color)
    {
        var border = range.Style.Border;
        border.Top.Style = border.Bottom.Style = border.Left.Style = border.Right.Style = ExcelBorderStyle.Thin;
        border.Top.Color.SetColor(color);
        border.Bottom.Color.SetColor(color);
        border.Left.Color.SetColor(color);
        border.Right.Color.SetColor(color);
    }
}
