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
    private readonly int columns;
    private readonly Dictionary<(int Style, string Look), int> looks = [];

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
        columns = widths.Count;
        TableColumns = columns;
        Sheet.Cells.Style.Font.Name = FontName;
        Sheet.Cells.Style.Font.Size = 11;
        Sheet.View.ShowGridLines = false;
        for (var column = 1; column <= columns; column++)
        {
            Sheet.Column(column).Width = widths[column - 1];
        }

        SetPage(footer);
    }

    public ExcelWorksheet Sheet { get; }

    /// <summary>The row to be written next, 1-based.</summary>
    public int Row { get; set; } = 1;

    public int Columns => columns;

    /// <summary>Columns of the table; fewer than <see cref="Columns"/> where charts stand beside it.</summary>
    public int TableColumns { get; init; }

    public ExcelRange this[int row, int column] => Sheet.Cells[row, column];

    /// <summary>The sheet's title and, under it, what it speaks of.</summary>
    public void Title(string title, string subtitle)
    {
        Line(title, 14, true, Palette.Heading, 24);
        Line(subtitle, 11, false, Palette.Muted, TextHeight.Of(subtitle, TotalWidth, 11));
        Row++;
    }

    /// <summary>A line over the whole width.</summary>
    public void Line(string text, float size, bool isBold, Color color, double height)
    {
        var range = Sheet.Cells[Row, 1, Row, columns];
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

    public double TotalWidth => Enumerable.Range(1, columns).Sum(column => Sheet.Column(column).Width);

    /// <summary>Writes text as text, whatever it begins with; null leaves the cell empty.</summary>
    public void Text(int row, int column, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var clean = CellText.Clean(text);
        Sheet.Cells[row, column].Value = clean;
        if (CellText.LooksLikeFormula(clean))
        {
            Sheet.Cells[row, column].Style.QuotePrefix = true;
        }
    }

    /// <summary>Writes a word or a code that stands centred in its column.</summary>
    public void Centred(int row, int column, string? text)
    {
        Text(row, column, text);
        Centre(row, column);
    }

    /// <summary>Writes the number of a line in its list, centred; it says nothing about anybody.</summary>
    public void Ordinal(int row, int column, int number)
    {
        Sheet.Cells[row, column].Value = number;
        Centre(row, column);
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

    /// <summary>Writes a number; null becomes a centred dash, "has no meaning here".</summary>
    /// <param name="address">Whose value it is.</param>
    public void Number(int row, int column, decimal? value, string format, ValueAddress address)
    {
        if (value is null)
        {
            Dash(row, column);
            return;
        }

        Note(row, column, address);
        Sheet.Cells[row, column].Value = value.Value;
        Look(row, column, format, style =>
        {
            style.Numberformat.Format = format;
            style.HorizontalAlignment = ExcelHorizontalAlignment.Right;
        });
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
        Sheet.Cells[row, column].Value = day.Value.ToDateTime(TimeOnly.MinValue);
        Look(row, column, NumberFormats.Date, style =>
        {
            style.Numberformat.Format = NumberFormats.Date;
            style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        });
    }

    public void Fill(int row, int column, (Color Fill, Color Text) colors)
    {
        var style = Sheet.Cells[row, column].Style;
        style.Fill.PatternType = ExcelFillStyle.Solid;
        style.Fill.BackgroundColor.SetColor(colors.Fill);
        style.Font.Color.SetColor(colors.Text);
    }

    private void Dash(int row, int column)
    {
        Sheet.Cells[row, column].Value = "–";
        Look(row, column, "dash", style =>
        {
            style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
            style.Font.Color.SetColor(Palette.Muted);
        });
    }

    private void Centre(int row, int column) => Look(row, column, "centred", style => style.HorizontalAlignment = ExcelHorizontalAlignment.Center);

    /// <summary>Gives a cell a look over its own style. The style the two make is made once: the library looks up every property of every cell.</summary>
    /// <param name="name">Two looks of one name must be one.</param>
    private void Look(int row, int column, string name, Action<ExcelStyle> make)
    {
        var cell = Sheet.Cells[row, column];
        var own = (cell.StyleID, name);
        if (looks.TryGetValue(own, out var style))
        {
            cell.StyleID = style;
            return;
        }

        make(cell.Style);
        looks[own] = cell.StyleID;
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
    }
}
