namespace Emulation.Jobs.Demo.OfficerFiles;

/// <summary>The kinds of file officers save.</summary>
public enum OfficerFormat
{
    CsvSemicolon,
    CsvComma,

    /// <summary>Excel's "Unicode Text": UTF-16 with BOM, tabs.</summary>
    CsvTabUtf16,
    Workbook,
}

/// <summary>The habits of the officer who wrote a file.</summary>
/// <param name="NumbersAsText">In workbooks: numbers typed as text with a decimal comma, not as numbers.</param>
/// <param name="HasAgencyBlock">In workbooks: the agency and the national motto stand above the title.</param>
/// <param name="HasNumberRow">In workbooks: a row <c>(1) (2) …</c> under the header.</param>
/// <param name="HasSignature">In workbooks: signature rows under the table.</param>
/// <param name="PeriodWords">How the period is worded: 0 <c>2020-03</c>, 1 <c>tháng 3/2020</c>, 2 the short form where there is one.</param>
public sealed record OfficerStyle(
    OfficerFormat Format, bool NumbersAsText, bool HasAgencyBlock, bool HasNumberRow, bool HasSignature, int PeriodWords)
{
    public bool IsWorkbook => Format == OfficerFormat.Workbook;

    public string Extension => Format switch
    {
        OfficerFormat.Workbook => ".xlsx",
        OfficerFormat.CsvTabUtf16 => ".txt",
        _ => ".csv",
    };
}
