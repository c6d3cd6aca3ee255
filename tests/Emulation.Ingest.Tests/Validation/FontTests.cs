using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Validation;

/// <summary>Text in cells whose font names an old encoding: by the letters of the text, then by those of the sheet; never by the font alone against them.</summary>
public sealed class FontTests
{
    [Theory]
    // Unicode typed into a cell that still names .VnTime
    [InlineData("đã rà soát", "đã rà soát")]
    // TCVN3, with its soft hyphen
    [InlineData("®· rµ so¸t, n­íc", "đã rà soát, nước")]
    // signs that the fonts do not have
    [InlineData("®¹t ≥ 98 vô viÖc, cã ✓", "đạt ≥ 98 vụ việc, có ✓")]
    [InlineData("dien tich 20 m² ≥ 10", "dien tich 20 m² ≥ 10")]
    [InlineData("hoan thanh B09 B10", "hoan thanh B09 B10")]
    [InlineData("cã cã cã cã cã cã", "có có có có có có")]
    public void Text_InAnOldFont_IsReadByItsLetters(string stored, string read) => Assert.Equal(read, Explained(stored));

    [Fact]
    public void Text_ThatTellsNothing_IsReadAsTheOthersOfItsSheet()
    {
        const string Either = "cã cã cã cã cã cã";
        Assert.Equal("có có có có có có", Explained(Either, "®· rµ so¸t"));
        Assert.Equal("có có có có có có", Explained(Either, "®· rµ so¸t", "20 m² ≥ 10"));
        Assert.Equal(Either, Explained(Either, "đã rà soát"));
        var refused = Reading.Read(Book(Either, "®· rµ so¸t", "đã rà soát")).Refused();
        Assert.Equal("E-FONT", Assert.Single(refused.Findings).Code);
        Assert.Equal("F8", refused.Findings[0].Address);
    }

    [Fact]
    public void RichText_OfTwoFonts_IsReadRunByRun()
    {
        const string rich = "<is><r><rPr><rFont val=\"Times New Roman\"/></rPr><t xml:space=\"preserve\">Huyện </t></r><r><rPr><b/><rFont val=\".VnTime\"/></rPr><t xml:space=\"preserve\">Kr«ng P¾c </t></r>"
            + "<r><rPr><rFont val=\"VNI-Times\"/></rPr><t xml:space=\"preserve\">ñaõ noäp </t></r><r><t>xong</t></r></is>";

        Assert.Equal("Huyện Krông Pắc đã nộp xong", Reading.Read(Book(new TestCell("t=\"inlineStr\"", rich))).Accepted().Explanations.Single().Text);
    }

    [Fact]
    public void SharedText_OfTwoFonts_IsReadRunByRun()
    {
        var workbook = FontBook.Book(Rows(new TestCell("t=\"s\" s=\"3\"", "<v>0</v>")));
        workbook.Parts["xl/sharedStrings.xml"] = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<si><r><t xml:space=\"preserve\">®· rµ so¸t </t></r><r><rPr><rFont val=\"Arial\"/></rPr><t>xã Ea Phê</t></r></si></sst>";

        Assert.Equal("đã rà soát xã Ea Phê", Reading.Read(workbook.ToBytes()).Accepted().Explanations.Single().Text);
    }

    [Fact]
    public void Numbers_InAnOldFont_AreThemselves()
    {
        var verdict = Reading.Read(FontBook.Book([.. Head(), [1, "B09", null, null, new TestCell("s=\"3\"", "<v>1020</v>")], [2, "B10", null, null, FontBook.Cell("1.017", FontBook.Vni)]]).ToBytes());

        Assert.Equal((1020m, 1017m), (verdict.FigureOf("B09").Value, verdict.FigureOf("B10").Value));
    }

    private static string Explained(string stored, params string[] others) => Reading.Read(Book([stored, .. others])).Accepted().Explanations[0].Text;

    private static byte[] Book(params object[] texts) => FontBook.Book(Rows(texts)).ToBytes();

    private static IEnumerable<object?[]> Rows(params object[] texts)
    {
        string[] codes = ["B09", "B13", "B15"];
        return FontBook.InFont(
            [.. Head(), .. texts.Select((text, index) => (object?[])[index + 1, codes[index], null, null, 20, text is string stored ? FontBook.Cell(stored, FontBook.Tcvn3) : text])],
            FontBook.Unicode);
    }

    private static List<object?[]> Head() => [.. Sheets.Head().Take(6), ["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Thực hiện", "Giải trình"]];
}
