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

        var styles = new Dictionary<(int Style, bool IsText), FramedStyle>();
        for (var row = headerTo + 1; row <= last; row++)
        {
            sheet.Frame(row, styles);
        }

        sheet.Sheet.Cells[headerTo, 1, last, sheet.TableColumns].AutoFilter = true;
        sheet.Sheet.View.FreezePanes(headerTo + 1, frozenColumns + 1);
        sheet.Sheet.PrinterSettings.RepeatRows = sheet.Sheet.Cells[$"{headerFrom}:{headerTo}"];
        sheet.Sheet.PrinterSettings.PrintArea = sheet.Sheet.Cells[1, 1, last, sheet.TableColumns];
    }

    /// <summary>Frames the cells of a row and makes it as high as its longest wrapped text needs.</summary>
    /// <param name="styles">What each style becomes in the frame: made at the first cell that has it, for the library looks up every property of every cell.</param>
    private static void Frame(this ReportSheet sheet, int row, Dictionary<(int Style, bool IsText), FramedStyle> styles)
    {
        var height = LowestRow;
        for (var column = 1; column <= sheet.TableColumns; column++)
        {
            var cell = sheet[row, column];
            var text = cell.Merge ? null : cell.Value as string;
            var own = (cell.StyleID, text is not null);
            if (styles.TryGetValue(own, out var framed))
            {
                cell.StyleID = framed.Style;
            }
            else
            {
                framed = styles[own] = FrameOf(cell, text is not null);
            }

            height = text is null ? height : Math.Max(height, TextHeight.Of(text, sheet.Sheet.Column(column).Width, framed.FontSize));
        }

        // Excel's highest row is 409 points.
        sheet.Sheet.Row(row).Height = Math.Min(height, 409);
    }

    private static FramedStyle FrameOf(OfficeOpenXml.ExcelRange cell, bool isText)
    {
        cell.Lines(Palette.Line);
        cell.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
        cell.Style.WrapText = true;
        if (isText && cell.Style.HorizontalAlignment == ExcelHorizontalAlignment.General)
        {
            cell.Style.HorizontalAlignment = ExcelHorizontalAlignment.Left;
            cell.Style.Indent = 1;
        }

        return new FramedStyle(cell.StyleID, cell.Style.Font.Size);
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

    /// <param name="Style">Its id in the workbook.</param>
    /// <param name="FontSize">In points.</param>
    private readonly record struct FramedStyle(int Style, float FontSize);
}
