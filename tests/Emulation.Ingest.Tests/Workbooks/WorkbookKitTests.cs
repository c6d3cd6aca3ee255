using Emulation.Ingest.Workbooks;
using ExcelDataReader;
using OfficeOpenXml;

namespace Emulation.Ingest.Tests.Workbooks;

/// <summary>What the kit writes is safe, and the same each time.</summary>
public sealed class WorkbookKitTests
{
    private static readonly DateTime Made = new(2020, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task SameContent_WrittenAtAnotherTime_HasTheSameBytes()
    {
        var first = Write("Phòng Tư pháp");
        // The container's own time stamps count two seconds.
        await Task.Delay(TimeSpan.FromSeconds(2.1), TestContext.Current.CancellationToken);

        Assert.Equal(first, Write("Phòng Tư pháp"));
        Assert.NotEqual(first, Write("Phòng Tư Pháp"));
    }

    [Theory]
    [InlineData("=1+1", "=1+1", true)]
    [InlineData("@SUM(A1)", "@SUM(A1)", true)]
    [InlineData("＝1", "＝1", true)]
    [InlineData("Krông Pắc", "Krông Pắc", false)]
    public void Text_OfAnyKind_StaysText(string text, string expected, bool isQuoted)
    {
        var bytes = Write(text);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        reader.Read();

        Assert.Equal(expected, reader.GetValue(0));
        using var package = new ExcelPackage(new MemoryStream(bytes));
        var cell = package.Workbook.Worksheets[0].Cells[1, 1];
        Assert.Equal("", cell.Formula);
        Assert.Equal(isQuoted, cell.Style.QuotePrefix);
    }

    // Not among the cases above: an attribute cannot hold half a character.
    [Fact]
    public void Text_ThatXmlCannotHold_IsReplacedNotFatal() => Text_OfAnyKind_StaysText("A\u0001B\uD800C", "A\uFFFDB\uFFFDC", false);

    [Fact]
    public void Text_LongerThanACell_IsCutBetweenCharacters() =>
        Assert.Equal(32_766, CellText.Clean(string.Concat(Enumerable.Repeat("😀", 20_000)) + "x").Length);

    [Theory]
    [InlineData("Số liệu 3/2020", "Số liệu 3-2020")]
    [InlineData("a[b]c\\d?e:f*g", "a-b-c-d-e-f-g")]
    [InlineData("'''", "-")]
    [InlineData("Danh sách đề nghị khen thưởng năm 2020", "Danh sách đề nghị khen thưởng n")]
    public void SheetName_OfAnyText_IsOneThatExcelTakes(string text, string expected) => Assert.Equal(expected, CellText.SheetName(text));

    private static byte[] Write(string text)
    {
        using var package = new ExcelPackage();
        var sheet = package.Workbook.Worksheets.Add(CellText.SheetName("Biểu"));
        sheet.Cells[1, 1].SetText(text);
        sheet.Cells[2, 1].SetDate(new DateOnly(2020, 3, 1));
        sheet.Cells[3, 1].SetNumber(1.5m, CellFormat.Of(1.5m)).Lines().Fill(CellPalette.Input);
        sheet.SetPage(isLandscape: true, "Mẫu & biểu");
        return package.ToBytes(Made);
    }
}
