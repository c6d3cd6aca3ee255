using System.Drawing;
using Emulation.Reports.Documents.Model;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>One sheet of the report: A4 landscape, title, header row, table; knows its current row.</summary>
internal sealed class ReportSheet
{
    public const string FontName = "Times New Roman";
    private readonly ReportBook book;
    private readonly double[] widths;
    private TableBody? body;

    /// <param name="widths">Column widths in characters; as many as the table has columns.</param>
    public ReportSheet(ReportBook book, string name, ReportCover cover, IReadOnlyList<double> widths)
        : this(book, name, Texts.Get("Workbook.Footer", cover.Subject, cover.RunHash), widths)
    {
    }

    /// <param name="footer">What stands at the foot of every page.</param>
    /// <param name="widths">Column widths in characters; as many as the table has columns.</param>
    public ReportSheet(ReportBook book, string name, string footer, IReadOnlyList<double> widths)
    {
        this.book = book;
        Sheet = book.Workbook.Worksheets.Add(CellText.SheetName(name));
        this.widths = [.. widths];
        TableColumns = widths.Count;
        Sheet.Cells.Style.Font.Name = FontName;
        Sheet.Cells.Style.Font.Size = 11;
        Sheet.View.ShowGridLines = false;
        foreach (var (index, width) in widths.Index())
        {
            Sheet.Column(index + 1).Width = width;
        }

        SetPage(footer);
    }

    public ExcelWorksheet Sheet { get; }

    /// <summary>The row to be written next, 1-based.</summary>
    public int Row { get; set; } = 1;

    public int Columns => widths.Length;

    /// <summary>Columns of the table; fewer than <see cref="Columns"/> where charts stand beside it.</summary>
    public int TableColumns { get; init; }

    public ExcelRange this[int row, int column] => Sheet.Cells[row, column];

    /// <summary>The sheet's title and, under it, what it speaks of.</summary>
    public void Title(string title, string subtitle)
    {
        Mark();
        Line(title, 14, true, Palette.Heading, 24);
        Line(subtitle, 11, false, Palette.Muted, TextHeight.Of(subtitle, TotalWidth, 11));
        Row++;
    }

    /// <summary>The line that says a trial is one; nothing in any other workbook.</summary>
    public void Mark()
    {
        if (book.Mark is { } mark)
        {
            Line(mark, 14, true, Palette.BadText, 26);
            Sheet.Cells[Row - 1, 1, Row - 1, Columns].StyleID = book.Styles.Of(Sheet.Cells[Row - 1, 1].StyleID, book.Styles.Filled((Palette.Bad, Palette.BadText)), Sheet, Row - 1, 1);
        }
    }

    /// <summary>A line over the whole width.</summary>
    public void Line(string text, float size, bool isBold, Color color, double height)
    {
        var range = Sheet.Cells[Row, 1, Row, Columns];
        range.Merge = true;
        Text(Row, 1, text);
        range.Style.Font.Size = size;
        range.Style.Font.Bold = isBold;
        range.Style.Font.Color.SetColor(color);
        range.Style.WrapText = true;
        range.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
        Sheet.Row(Row).Height = height;
        Row++;
    }

    /// <summary>In characters.</summary>
    public double TotalWidth => widths.Sum();

    /// <summary>From here on cells of the table wait to be written together.</summary>
    /// <param name="firstRow">Below the headings.</param>
    public void OpenBody(int firstRow) => body = new TableBody(Sheet, book.Styles, firstRow, widths[..TableColumns]);

    /// <summary>Writes the table's rows, framed and as high as they need; what comes after them is written at once.</summary>
    public void CloseBody()
    {
        body?.Write();
        body = null;
    }

    /// <summary>Writes text as text, whatever it begins with; null leaves the cell empty.</summary>
    public void Text(int row, int column, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var clean = CellText.Clean(text);
        Put(row, column, clean);
        if (CellText.LooksLikeFormula(clean))
        {
            Look(row, column, CellLook.Quoted);
        }
    }

    /// <summary>Writes a word or a code that stands centred in its column.</summary>
    public void Centred(int row, int column, string? text)
    {
        Text(row, column, text);
        Look(row, column, CellLook.Centred);
    }

    /// <summary>Writes the number of a line in its list, centred; it says nothing about anybody.</summary>
    public void Ordinal(int row, int column, int number)
    {
        Put(row, column, number);
        Look(row, column, CellLook.Centred);
    }

    /// <summary>Writes a count, centred.</summary>
    /// <param name="address">Whose value it is.</param>
    public void Count(int row, int column, int count, ValueAddress address)
    {
        Ordinal(row, column, count);
        Note(row, column, address);
    }

    /// <summary>Remembers that the cell prints a value of the report.</summary>
    public void Note(int row, int column, ValueAddress address) => book.Note(Sheet, row, column, address);

    /// <summary>Writes a centred dash, "has no meaning here".</summary>
    public void Dash(int row, int column)
    {
        Put(row, column, "–");
        Look(row, column, CellLook.Dash);
    }

    /// <summary>Writes a number; null becomes a dash.</summary>
    /// <param name="address">Whose value it is.</param>
    public void Number(int row, int column, decimal? value, CellLook format, ValueAddress address)
    {
        if (value is null)
        {
            Dash(row, column);
            return;
        }

        Note(row, column, address);
        Put(row, column, value.Value);
        Look(row, column, format);
    }

    /// <param name="address">Whose value it is.</param>
    public void Date(int row, int column, DateOnly? day, ValueAddress address)
    {
        if (day is null)
        {
            Dash(row, column);
            return;
        }

        Note(row, column, address);
        Put(row, column, day.Value.ToDateTime(TimeOnly.MinValue));
        Look(row, column, NumberFormats.Date);
    }

    public void Fill(int row, int column, (Color Fill, Color Text) colors) => Look(row, column, book.Styles.Filled(colors));

    /// <summary>Lays a look over the cell's own style.</summary>
    public void Look(int row, int column, CellLook look)
    {
        if (body is { } waiting && waiting.Holds(row, column))
        {
            waiting.Look(row, column, look);
            return;
        }

        var cell = Sheet.Cells[row, column];
        cell.StyleID = book.Styles.Of(cell.StyleID, look, Sheet, row, column);
    }

    private void Put(int row, int column, object value)
    {
        if (body is { } waiting && waiting.Holds(row, column))
        {
            waiting.Put(row, column, value);
            return;
        }

        Sheet.SetValue(row, column, value);
    }

    private void SetPage(string footer)
    {
        var page = Sheet.PrinterSettings;
        page.PaperSize = ePaperSize.A4;
        page.Orientation = eOrientation.Landscape;
        page.FitToPage = true;
        page.FitToWidth = 1;
        page.FitToHeight = 0;
        page.HorizontalCentered = true;
        (page.LeftMargin, page.RightMargin) = (0.6m, 0.6m);
        (page.TopMargin, page.BottomMargin) = (0.7m, 0.7m);
        (page.HeaderMargin, page.FooterMargin) = (0.3m, 0.3m);
        Sheet.HeaderFooter.differentOddEven = false;
        Sheet.HeaderFooter.OddFooter.LeftAlignedText = "&8" + CellText.Footer(footer);
        Sheet.HeaderFooter.OddFooter.RightAlignedText = "&8" + Texts.Get("Workbook.Page");
        if (book.Mark is { } mark)
        {
            Sheet.HeaderFooter.OddHeader.CenteredText = $"&\"{FontName},Bold\"&14" + CellText.Footer(mark);
            Sheet.HeaderFooter.OddFooter.CenteredText = $"&\"{FontName},Bold\"&9" + CellText.Footer(mark);
            Sheet.TabColor = Palette.BadText;
        }
    }
}
