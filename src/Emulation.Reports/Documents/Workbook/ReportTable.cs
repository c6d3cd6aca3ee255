using Emulation.Reports.Documents.Model;
using OfficeOpenXml.Style;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>The header and frame of a table on a report sheet: headings repeat on every page, rows filter, panes freeze.</summary>
internal static class ReportTable
{
    /// <summary>A whole table from the current row: headings, a row an item, the frame. The current row of the sheet moves on by itself.</summary>
    /// <param name="headings">Keys of texts.</param>
    /// <param name="height">Of the header row, in points.</param>
    /// <param name="write">Writes an item into the current row; numbers begin at 1.</param>
    public static void Table<TItem>(
        this ReportSheet sheet, IReadOnlyList<string> headings, double height, int frozenColumns, IEnumerable<TItem> items, Action<TItem, int> write)
    {
        var header = sheet.Row;
        sheet.Header([.. headings.Select(key => Texts.Get(key))], height);
        foreach (var item in items)
        {
            write(item, sheet.Row - header);
            sheet.Row++;
        }

        sheet.Finish(header, header, frozenColumns);
    }

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

    /// <summary>Below a finished table: what its letters stand for, and notes, in small print.</summary>
    public static void GroupNames(this ReportSheet sheet, IReadOnlyList<MovementColumn> groups, params string[] notes)
    {
        sheet.Row++;
        sheet.SmallPrint([.. groups.Select(group => Texts.Get("Workbook.GroupName", group.Label, group.Name)), .. notes]);
    }

    /// <summary>Lines over the whole width, as high as they need.</summary>
    public static void SmallPrint(this ReportSheet sheet, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            sheet.Line(line, 9, false, Palette.Muted, TextHeight.Of(line, sheet.TotalWidth, 9));
        }
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
