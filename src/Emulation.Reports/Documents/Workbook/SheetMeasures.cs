namespace Emulation.Reports.Documents.Workbook;

/// <summary>How large parts of a sheet are, and how much of it a page holds.</summary>
internal static class SheetMeasures
{
    private const double PointsAnInch = 72;
    private const double PixelsAnInch = 96;
    private const double MillimetresAnInch = 25.4;

    /// <summary>Per cent; below it a page is hard to read.</summary>
    private const int SmallestScale = 55;

    private const int MostPages = 20;

    /// <summary>In points.</summary>
    public static double HeightOf(this ReportSheet sheet, int firstRow, int lastRow) =>
        Enumerable.Range(firstRow, lastRow - firstRow + 1).Sum(row => sheet.Sheet.Row(row).Height);

    /// <summary>The first row that begins at least so many pixels below the top of <paramref name="row"/>.</summary>
    public static int RowBelow(this ReportSheet sheet, int row, int pixels)
    {
        for (var left = (double)pixels; left > 0; row++)
        {
            left -= sheet.Sheet.Row(row).Height * PixelsAnInch / PointsAnInch;
        }

        return row;
    }

    /// <summary>Prints by a fixed scale, for sheets with page breaks of their own: the table no wider than a page, and what belongs together on as few pages as can still be read.</summary>
    /// <param name="top">Height of title and headings, in points; of the headings every page repeats some.</param>
    /// <param name="height">Of what belongs together, in points.</param>
    public static void ScaleToPages(this ReportSheet sheet, double top, double height)
    {
        var page = sheet.Sheet.PrinterSettings;
        (page.LeftMargin, page.RightMargin, page.TopMargin, page.BottomMargin) = (0.4m, 0.4m, 0.45m, 0.55m);
        // A digit of the standard font is 7 pixels wide, and in some programs a little more; a column has 5 pixels beside.
        var inches = ((sheet.TotalWidth * 7) + (sheet.Columns * 5)) / PixelsAnInch;
        var wide = ((297 / MillimetresAnInch) - (double)(page.LeftMargin + page.RightMargin)) / inches * 94;
        var high = ((210 / MillimetresAnInch) - (double)(page.TopMargin + page.BottomMargin)) * PointsAnInch * 95;
        var pages = Enumerable.Range(1, MostPages).FirstOrDefault(count => high / (top + (height / count)) >= SmallestScale, MostPages);
        page.FitToPage = false;
        page.Scale = Math.Clamp((int)Math.Min(wide, high / (top + (height / pages))), 10, 100);
    }
}
