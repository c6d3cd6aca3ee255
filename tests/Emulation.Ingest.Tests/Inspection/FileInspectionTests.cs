using System.Text;
using Emulation.Ingest.Tests.Parsing.Letters;
using Emulation.Ingest.Tests.Validation.Support;

namespace Emulation.Ingest.Tests.Inspection;

/// <summary>What `emulation read` says of files, cell by cell.</summary>
public sealed class FileInspectionTests
{
    [Fact]
    public void Workbook_CellsOfEveryKind_AreGivenAsStored()
    {
        var content = new TestWorkbook().Sheet("Biểu 1",
        [
            ["  chữ  ", null, TestCell.Number("0.1"), TestCell.Percent("0.955"), TestCell.Date(44012)],
            [],
            [TestCell.Error("#REF!"), new TestCell("t=\"b\"", "<v>1</v>"), new TestCell("t=\"b\"", "<v>0</v>"), TestCell.Formula("1+1", "2"), TestCell.Formula("1+1", null)],
            [TestCell.Number("44012.75", TestWorkbook.DateStyle), TestCell.Inline("a\nb"), new TestCell("t=\"d\"", "<v>2020-06-30T08:30:00</v>"), TestCell.Number("1E-5")],
        ]).ToBytes();

        var (file, sheets) = Inspecting.Read(content);

        Assert.Equal("[Biểu 1] 1:  chữ  ||0.1|0.955|2020-06-30 3:#REF!|TRUE|FALSE|2| 4:2020-06-30T18:00:00|a\nb|2020-06-30T08:30:00|0.00001", sheets);
        Assert.Equal(("xlsx", null, null, "E-FORMULA 3"), (file.Kind, file.Encoding, file.Separator, file.Codes()));
        Assert.Equal("E3", file.Findings[0].Address);
    }

    [Fact]
    public void Workbook_AllSheets_AreListed_HiddenOnesNamedSo()
    {
        var content = new TestWorkbook().Sheet("Một", [["a"]]).Sheet("Hai", [["b"]], state: "hidden").Sheet("Ba", [], state: "veryHidden").ToBytes();

        Assert.Equal("[Một] 1:a [Hai*] 1:b [Ba*]", Inspecting.Read(content).Sheets);
    }

    [Fact]
    public void Workbook_BeyondTheFormsLimits_IsReadToTheLastColumn()
    {
        var content = new TestWorkbook().SheetXml("S", "<sheetData><row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData>").ToBytes();

        Assert.Equal("[S] 1048576:" + new string('|', 16_383) + "x", Inspecting.Read(content).Sheets);
    }

    [Fact]
    public void Workbook_1904_GivesTheSameDays()
    {
        var content = new TestWorkbook { Is1904 = true }.Sheet("S", [[TestCell.Date(42550)]]).ToBytes();

        Assert.Equal("[S] 1:2020-06-30", Inspecting.Read(content).Sheets);
    }

    /// <summary>What Excel of today writes: the extension has an element of the same name without the attribute.</summary>
    [Fact]
    public void Workbook_1904_WithExtensionsOfExcel_GivesTheSameDays()
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var workbook = new TestWorkbook().Sheet("S", [[TestCell.Date(42550)]]);
        workbook.Parts["xl/workbook.xml"] = $"<workbook xmlns=\"{main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr date1904=\"1\"/>"
            + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
            + "<extLst><ext uri=\"x\" xmlns:x15=\"x15\"><x15:workbookPr chartTrackingRefBase=\"1\"/></ext></extLst></workbook>";

        Assert.Equal("[S] 1:2020-06-30", Inspecting.Read(workbook.ToBytes()).Sheets);
    }

    [Fact]
    public void Workbook_TextOfAFormula_IsUnescapedAsAnyOther()
    {
        var content = new TestWorkbook().Sheet("S", [[new TestCell("t=\"str\"", "<f>A</f><v>a_x000D_\nb_x005F_x000D_</v>"), "c_x000D_\nd"]]).ToBytes();

        Assert.Equal("[S] 1:a\r\nb_x000D_|c\r\nd", Inspecting.Read(content).Sheets);
    }

    [Fact]
    public void Workbook_WithLinksAndMacros_IsReadAndTheyAreNamed()
    {
        var workbook = new TestWorkbook().Sheet("S", [["a"]]);
        workbook.Parts["xl/externalLinks/externalLink1.xml"] = "<x/>";
        workbook.Parts["xl/vbaProject.bin"] = "x";

        var (file, sheets) = Inspecting.Read(workbook.ToBytes());

        Assert.Equal(("xlsm", "W-MACRO, E-UNSAFE", "[S] 1:a"), (file.Kind, file.Codes(), sheets));
    }

    [Theory]
    [InlineData("a;b\n1;2\n", ";", "[] 1:a|b 2:1|2")]
    [InlineData("a,b\n1,2\n", ",", "[] 1:a|b 2:1|2")]
    [InlineData("a\tb\n1\t2", "\t", "[] 1:a|b 2:1|2")]
    [InlineData("a|b\n1|2\n", "|", "[] 1:a|b 2:1|2")]
    [InlineData("1,5;2,5\n1,5;2,5\n", ";", "[] 1:1,5|2,5 2:1,5|2,5")]
    [InlineData("sep=,\na;b,c\n", ",", "[] 2:a;b|c")]
    [InlineData("one column\n\nof text", null, "[] 1:one column 3:of text")]
    [InlineData("a;b\n\" x \";\"p\"\"q\"\n", ";", "[] 1:a|b 2: x |p\"q")]
    [InlineData("a;b\n;2\n3;\n;\n", ";", "[] 1:a|b 2:|2 3:3|")]
    [InlineData("a;b\n\"l1\nl2\";2\n3;4\n", ";", "[] 1:a|b 2:l1\nl2|2 4:3|4")]
    public void Text_SeparatorIsDecidedByConsistency(string text, string? separator, string expected)
    {
        var (file, sheets) = Inspecting.Read(text);

        Assert.Equal((separator, expected, "UTF-8", "csv"), (file.Separator, sheets, file.Encoding, file.Kind));
    }

    [Fact]
    public void Text_RaggedOrBadlyQuoted_IsGivenAsFarAsItCanBe_AndNamedByLine()
    {
        var (file, sheets) = Inspecting.Read("Tiêu đề\na;b;c\n1;2;3\n1;2\n1;\"2\"x;3\n1;2;3\n1;2;3\n1;2;3\n1;2;3\n1;2;3\n1;2;3\n");

        Assert.StartsWith("[] 1:Tiêu đề 2:a|b|c 3:1|2|3 4:1|2 5:1|", sheets, StringComparison.Ordinal);
        Assert.Equal("E-RAGGED 1, E-RAGGED 4, E-QUOTE 5", file.Codes());
    }

    [Fact]
    public void Text_ControlCharacters_StayAndAreEscapedInJson()
    {
        var (_, sheets) = Inspecting.Read("a;b\n\u0001x;\u001B[31m\n" + string.Concat(Enumerable.Repeat("1;2\n", 100)));

        Assert.StartsWith("[] 1:a|b 2:\u0001x|\u001B[31m 3:1|2", sheets, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryScenario_GetsAVerdict()
    {
        foreach (var scenario in RejectionScenarios.All)
        {
            var (file, _) = Inspecting.Read(scenario.Content());

            Assert.True(file.UnforeseenFault is null, $"{scenario.Code} {scenario.What}: {file.UnforeseenFault}");
        }
    }

    [Theory]
    [InlineData("E-EMPTY", "")]
    [InlineData("E-TYPE", "%PDF-1.4")]
    [InlineData("E-OLDTYPE", "<html><table></table>")]
    public void Kinds_WithoutRows_AreRefusedByName(string code, string text)
    {
        var (file, _) = Inspecting.Read(text);

        Assert.Equal(code, file.Refusal?.Code);
    }

    [Fact]
    public void SharedText_GivenOutOverAndOver_IsRefusedBeforeItIsHeld()
    {
        // 32,000 characters in one text, named by 10,000 cells: 640 MB, if anybody held them.
        var rows = string.Concat(Enumerable.Range(1, 10_000).Select(row => $"<row r=\"{row}\"><c t=\"s\"><v>0</v></c></row>"));
        var workbook = new TestWorkbook().SheetXml("S", $"<sheetData>{rows}</sheetData>");
        workbook.Parts["xl/sharedStrings.xml"] = $"<sst><si><t>{new string('x', 32_000)}</t></si></sst>";
        var content = workbook.ToBytes();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var verdict = Reading.Read(content);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal("E-NOFORM", verdict.Findings[0].Code);
        Assert.Equal("E-TOOLARGE", Inspecting.Read(content).File.Refusal?.Code);
        Assert.True(allocated < 64 << 20, $"{allocated:N0} bytes");
    }

    [Fact]
    public void Encrypted_WithItsPassword_IsRead_WithAnotherRefused()
    {
        var content = EncryptedFile.Of(new TestWorkbook().Sheet("Biểu 1", [[], [null, "bí mật"], [new string('x', 20_000)]]).ToBytes(System.IO.Compression.CompressionLevel.NoCompression), "mật khẩu");

        var (file, sheets) = Inspecting.Read(content, "mật khẩu");
        Assert.Equal(("", "xlsx"), (string.Join(' ', file.Findings.Select(finding => finding.Message)), file.Kind));
        Assert.StartsWith("[Biểu 1] 2:|bí mật 3:xxx", sheets, StringComparison.Ordinal);
        Assert.Equal("E-PASSWORD", Inspecting.Read(content, "mat khau").File.Refusal?.Code);
        Assert.Equal("E-PASSWORD", Inspecting.Read(content).File.Refusal?.Code);
    }

    [Fact]
    public void Utf16_IsNamed() =>
        Assert.Equal("UTF-16", Inspecting.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a;b\n")]).File.Encoding);

    [Fact]
    public void OldEncodings_WithEnoughWords_AreReadAndNamed()
    {
        var (file, sheets) = Inspecting.Read(OldLetters.Writers["TCVN3"]("tên đơn vị;số lượng\nủy ban nhân dân huyện, phòng tư pháp;12\n"));

        Assert.Equal(("TCVN3 (ABC)", "W-ENCODING"), (file.Encoding, file.Codes()));
        Assert.Contains("ủy ban nhân dân huyện, phòng tư pháp|12", sheets, StringComparison.Ordinal);
        Assert.Equal("E-ENCODING", Inspecting.Read(Encoding.Latin1.GetBytes("caf\u00E9;1\n\u00E9t\u00E9;2\n")).File.Codes());
    }

    [Fact]
    public void ForeignText_InUnicode_IsAsItStands()
    {
        var (file, sheets) = Inspecting.Read("gå på;hva?nå og hva?så\nMÃ£ Ä‘Æ¡n;\uFFFD\n");

        Assert.Null(file.Refusal);
        Assert.Contains("gå på|hva?nå og hva?så", sheets, StringComparison.Ordinal);
        Assert.Contains("MÃ£ Ä‘Æ¡n|\uFFFD", sheets, StringComparison.Ordinal);
    }

    [Fact]
    public void OldFonts_AreReadAndNamed()
    {
        var (file, sheets) = Inspecting.Read(FontBook.Book([[FontBook.Cell("TæNG CéNG", FontBook.Tcvn3), "S? v?", "på gå"]]).ToBytes());

        Assert.Equal("W-FONT", file.Codes());
        Assert.Contains("1:TỔNG CỘNG|S? v?|på gå", sheets, StringComparison.Ordinal);
    }
}
