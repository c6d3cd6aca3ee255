using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Workbooks;
using Emulation.Ingest.Tests.Validation.Support;

namespace Emulation.Ingest.Tests.Parsing;

public sealed class SheetTableTests
{
    [Fact]
    public void Cells_OfEveryKind_AreToldApart()
    {
        var cells = Read(new TestWorkbook().Sheet("S",
        [
            [
                "chung", TestCell.Inline("trong ô"), new TestCell("t=\"str\"", "<f>A1</f><v>công thức</v>"), 1.5, TestCell.Percent("0.955"), TestCell.Date(43861),
                new TestCell("t=\"d\"", "<v>2020-01-31</v>"), new TestCell("t=\"b\"", "<v>1</v>"), TestCell.Error("#REF!"), TestCell.Formula("1+1", null),
                TestCell.Formula("1+1", ""), TestCell.Formula("1+1", "2"), new TestCell("t=\"str\"", "<f>\"\"</f><v></v>"), new TestCell("s=\"1\"", ""),
            ],
        ]));

        Assert.Equal(
            "Text chung|Text trong ô|Text công thức|Number 1.5|Number 0.955 %|Date 43861|Date 43861|Boolean 1|Error #REF!|Formula|Formula|Number 2",
            cells);
    }

    [Fact]
    public void SharedText_RichAndPhoneticAndEscaped_IsJoined()
    {
        var workbook = new TestWorkbook().SheetXml("S", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row></sheetData>");
        workbook.Parts["xl/sharedStrings.xml"] =
            "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<si><r><t>Krông </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">Pắc</t></r></si>"
            + "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>"
            + "<si><t>a_x000D_b</t></si></sst>";

        Assert.Equal("Text Krông Pắc|Text 東京|Text a\rb", Read(workbook));
    }

    [Theory]
    [InlineData("date1904=\"1\"")]
    [InlineData("date1904=\"true\"")]
    public void Dates_Of1904_AreThoseOf1900(string attribute)
    {
        var workbook = new TestWorkbook().Sheet("S", [[TestCell.Date(42550)]]);
        workbook.Parts["xl/workbook.xml"] =
            $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr {attribute}/><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

        Assert.Equal("Date 44012", Read(workbook));
    }

    [Fact]
    public void Addresses_LeftOut_AreCounted() =>
        Assert.Equal("Number 1|Number 2", Read(new TestWorkbook().SheetXml("S", "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>")));

    [Fact]
    public void StrictOoxml_IsReadLikeAnyOther()
    {
        const string main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        const string relationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        var workbook = new TestWorkbook().Sheet("S", []);
        workbook.Parts["xl/workbook.xml"] = $"<workbook xmlns=\"{main}\" xmlns:r=\"{relationships}\" conformance=\"strict\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
        workbook.Parts["_rels/.rels"] = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{relationships}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>";
        workbook.Parts["xl/worksheets/sheet1.xml"] = $"<worksheet xmlns=\"{main}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"d\" s=\"2\"><v>2020-06-30T00:00:00</v></c></row></sheetData></worksheet>";

        Assert.Equal("Date 44012", Read(workbook));
    }

    [Fact]
    public void Dimension_ThatLies_IsIgnored() =>
        Assert.Equal("Number 1", Read(new TestWorkbook().SheetXml("S", "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>")));

    [Fact]
    public void FormattedBlanks_FarAway_AreNoContent() =>
        Assert.Equal("Number 1", Read(new TestWorkbook().SheetXml("S",
            "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row><row r=\"1048576\"><c r=\"A1048576\" s=\"1\"/></row></sheetData>")));

    [Theory]
    [InlineData("General", 0)]
    [InlineData("0.00", 0)]
    [InlineData("0%", 1)]
    [InlineData("#,##0.0\" %\"", 0)]
    [InlineData("dd/mm/yyyy", 2)]
    [InlineData("[$-42A]dd \"tháng\" mm \"năm\" yyyy;@", 2)]
    [InlineData("[h]:mm", 2)]
    [InlineData("[Red]0.00", 0)]
    [InlineData("#,##0\\ \"đồng\"", 0)]
    [InlineData("_-* #,##0\\ _₫_-", 0)]
    public void Format_ByItsCode_IsOneOfThree(string code, int expected) => Assert.Equal((CellFormat)expected, CellFormats.ClassOf(code));

    private static string Read(TestWorkbook workbook)
    {
        var package = WorkbookPackage.Open(ZipGate.Open(workbook.ToBytes(), ReadingLimits.Default), ReadingLimits.Default);
        using var table = package.OpenSheet(package.Sheets[0]);
        Assert.True(table.Read());
        var said = string.Join('|', Enumerable.Range(1, table.ColumnCount).Select(column => Say(table.Cell(column))));
        Assert.False(table.Read());
        return said;
    }

    private static string Say(CellView cell) => cell.Kind switch
    {
        CellKind.Blank or CellKind.Formula => cell.Kind.ToString(),
        CellKind.Number => $"Number {cell.Text}{(cell.IsPercent ? " %" : "")}",
        CellKind.Date or CellKind.Boolean => FormattableString.Invariant($"{cell.Kind} {cell.Number}"),
        _ => $"{cell.Kind} {cell.Text}",
    };
}
