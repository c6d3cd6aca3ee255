using OfficeOpenXml;

namespace Emulation.Ingest.Workbooks;

/// <summary>How a sheet prints: A4, fitted to the page's width, as many pages as its rows need.</summary>
internal static class SheetPage
{
    public const string FontName = "Times New Roman";

    /// <param name="footer">What the left of the footer says; the pages are counted on the right.</param>
    public static void SetPage(this ExcelWorksheet sheet, bool isLandscape, string footer)
    {
        var page = sheet.PrinterSettings;
        page.PaperSize = ePaperSize.A4;
        page.Orientation = isLandscape ? eOrientation.Landscape : eOrientation.Portrait;
        page.FitToPage = true;
        page.FitToWidth = 1;
        page.FitToHeight = 0;
        page.HorizontalCentered = true;
        (page.LeftMargin, page.RightMargin) = (0.5m, 0.5m);
        (page.TopMargin, page.BottomMargin) = (0.6m, 0.7m);
        (page.HeaderMargin, page.FooterMargin) = (0.3m, 0.3m);
        sheet.HeaderFooter.differentOddEven = false;
        sheet.HeaderFooter.OddFooter.LeftAlignedText = "&8" + CellText.Footer(footer);
        sheet.HeaderFooter.OddFooter.RightAlignedText = "&8&P/&N";
    }

    /// <summary>The font of the whole sheet.</summary>
    public static void SetFont(this ExcelWorksheet sheet, float size)
    {
        sheet.Cells.Style.Font.Name = FontName;
        sheet.Cells.Style.Font.Size = size;
        sheet.View.ShowGridLines = false;
    }

    public static void SetWidths(this ExcelWorksheet sheet, IReadOnlyList<double> widths)
    {
        for (var index = 0; index < widths.Count; index++)
        {
            sheet.Column(index + 1).Width = widths[index];
        }
    }
}
