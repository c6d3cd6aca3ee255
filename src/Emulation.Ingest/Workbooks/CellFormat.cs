namespace Emulation.Ingest.Workbooks;

/// <summary>The number formats of the workbooks that units get.</summary>
/// <remarks>
/// Stored in the file's own notation: a spreadsheet with Vietnamese settings shows 1.234,5. Dates keep their slashes and day-month order everywhere.
/// Per cents stand as 0–100 under a heading that says %, so that 95,5 is typed as it is read.
/// </remarks>
internal static class CellFormat
{
    public const string Whole = "#,##0";

    /// <summary>Up to four decimals, none where there are none; the separator stays even then, as spreadsheets have it.</summary>
    public const string Decimals = "#,##0.####";

    public const string TwoDecimals = "#,##0.00";

    public const string Date = "dd\\/mm\\/yyyy";

    public const string Text = "@";

    /// <summary>As many decimals as the value has.</summary>
    public const string General = "General";

    /// <summary>Whole where the value is whole, else up to four decimals.</summary>
    public static string Of(decimal value) => value == decimal.Truncate(value) ? Whole : Decimals;
}
