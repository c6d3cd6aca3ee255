using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>The rows of a table until they are written: the library is then asked once a cell for its value and once a run of like cells for their style, frame included.</summary>
/// <param name="styles">Of the whole workbook.</param>
/// <param name="firstRow">Its row on the sheet, 1-based.</param>
/// <param name="widths">Of its columns, in characters.</param>
internal sealed class TableBody(ExcelWorksheet sheet, CellStyles styles, int firstRow, double[] widths)
{
    private const double LowestRow = 18;

    /// <summary>Excel's highest row, in points.</summary>
    private const double HighestRow = 409;

    private readonly List<Row> rows = [];
    private readonly Dictionary<(int Style, bool IsText), FramedStyle> frames = [];
    private readonly int plain = sheet.Cells[firstRow, 1].StyleID;

    public int Rows => rows.Count;

    public bool Holds(int row, int column) => row >= firstRow && column <= widths.Length;

    public void Put(int row, int column, object value) => At(row).Values[column - 1] = value;

    public void Look(int row, int column, CellLook look)
    {
        ref var style = ref At(row).Styles[column - 1];
        style = styles.Of(style, look, sheet, firstRow, 1);
    }

    /// <summary>Writes all rows, framed, each as high as its longest wrapped text needs.</summary>
    public void Write()
    {
        foreach (var (index, row) in rows.Index())
        {
            Write(firstRow + index, row);
        }

        for (var column = 0; column < widths.Length; column++)
        {
            Style(column);
        }
    }

    private Row At(int row)
    {
        while (rows.Count <= row - firstRow)
        {
            var added = new Row(new object?[widths.Length], new int[widths.Length]);
            Array.Fill(added.Styles, plain);
            rows.Add(added);
        }

        return rows[row - firstRow];
    }

    private void Write(int number, Row row)
    {
        var height = LowestRow;
        for (var column = 0; column < widths.Length; column++)
        {
            var value = row.Values[column];
            if (value is not null)
            {
                sheet.SetValue(number, column + 1, value);
            }

            var framed = Framed(row.Styles[column], value is string);
            row.Styles[column] = framed.Style;
            height = value is string text ? Math.Max(height, TextHeight.Of(text, widths[column], framed.FontSize)) : height;
        }

        sheet.Row(number).Height = Math.Min(height, HighestRow);
    }

    /// <summary>Gives a column its styles, one run of like cells after the other.</summary>
    private void Style(int column)
    {
        for (var (from, next) = (0, 1); from < rows.Count; next++)
        {
            if (next == rows.Count || rows[next].Styles[column] != rows[from].Styles[column])
            {
                sheet.Cells[firstRow + from, column + 1, firstRow + next - 1, column + 1].StyleID = rows[from].Styles[column];
                from = next;
            }
        }
    }

    private FramedStyle Framed(int style, bool isText)
    {
        if (!frames.TryGetValue((style, isText), out var framed))
        {
            var cell = sheet.Cells[firstRow, 1];
            cell.StyleID = style;
            framed = frames[(style, isText)] = Frame(cell, isText);
        }

        return framed;
    }

    private static FramedStyle Frame(ExcelRange cell, bool isText)
    {
        cell.Lines(Palette.Line);
        cell.Style.WrapText = true;
        if (cell.Style.VerticalAlignment == ExcelVerticalAlignment.Bottom)
        {
            cell.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
        }

        if (isText && cell.Style.HorizontalAlignment == ExcelHorizontalAlignment.General)
        {
            cell.Style.HorizontalAlignment = ExcelHorizontalAlignment.Left;
            cell.Style.Indent = 1;
        }

        return new FramedStyle(cell.StyleID, cell.Style.Font.Size);
    }

    /// <param name="Styles">Their numbers in the workbook.</param>
    private sealed record Row(object?[] Values, int[] Styles);

    /// <param name="FontSize">In points.</param>
    private readonly record struct FramedStyle(int Style, float FontSize);
}
