namespace Emulation.Reports.Documents.Workbook;

/// <summary>The number formats of the workbook.</summary>
/// <remarks>
/// A format code is stored in the file's own notation: comma groups and point decimals. Excel shows it with the reader's regional
/// separators, so an office with Vietnamese settings sees 1.234,56; a fixed separator would stay wrong when the cell is typed into again.
/// Dates keep their slashes and day-month order everywhere. Per cents stand as 0–100 under a heading that says %.
/// </remarks>
internal static class NumberFormats
{
    public static readonly CellLook Whole = CellLook.Number("#,##0");
    public static readonly CellLook Points = CellLook.Number("#,##0.00");
    public static readonly CellLook OnePlace = CellLook.Number("#,##0.0");
    public static readonly CellLook Date = CellLook.Date("dd\\/mm\\/yyyy");

    /// <summary>Whole where the value is whole, else two decimals.</summary>
    public static CellLook Quantity(decimal value) => value == decimal.Truncate(value) ? Whole : Points;
}
