using System.Buffers.Binary;
using System.IO.Compression;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.OldWorkbooks;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Parsing.OldWorkbooks;

/// <summary>What single records come to, and what is refused.</summary>
public sealed class OldWorkbookTests
{
    private static readonly byte[] Special = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF];

    [Fact]
    public void Cells_OfEveryKind_AreToldApart()
    {
        var cells = OldCells.Ours(OldFile.Book(file =>
        {
            file.Number(0, 0, 1.5);
            file.Cell(0x027E, 0, 1, 0, 0x02, 0, 0, 0);
            file.Cell(0x027E, 0, 2, 0, 0x93, 0x30, 0, 0);
            file.Cell(0x027E, 0, 3, 0, 0, 0, 0xF8, 0x3F);
            file.Cell(0x027E, 0, 4, 0, 0xFE, 0xFF, 0xFF, 0xFF);
            file.Record(0x00BD, [1, 0, 0, 0, 0, 0, 0x06, 0, 0, 0, 0, 0, 0x0A, 0, 0, 0, 1, 0]);
            file.Cell(0x00FD, 1, 2, 0, 1, 0, 0, 0);
            file.Cell(0x0204, 1, 3, 0, OldFile.Text("nhãn"));
            file.Cell(0x00D6, 1, 4, 0, [.. OldFile.Text("giàu"), 1, 0, 1, 0, 0, 0]);
            file.Cell(0x0205, 1, 5, 0, 1, 0);
            file.Cell(0x0205, 1, 6, 0, 0x17, 1);
            file.Cell(0x0201, 1, 7, 0);
            file.Record(0x00BE, [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0]);
            file.Formula(3, 0, BitConverter.GetBytes(2.5));
            file.Formula(3, 1, Special);
            file.Record(0x0207, OldFile.Text("chữ"));
            file.Formula(3, 2, [1, 0, 1, 0, 0, 0, 0xFF, 0xFF]);
            file.Formula(3, 3, [2, 0, 7, 0, 0, 0, 0xFF, 0xFF]);
            file.Formula(3, 4, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF]);
            file.Formula(3, 5, BitConverter.GetBytes(0.0), flags: 2);
            file.Formula(3, 6, Special, flags: 2);
            file.Record(0x0207, OldFile.Text("chữ cũ"));
        }));

        Assert.Equal(
            "1!1,1=1.5|1!1,2=0|1!1,3=31.08|1!1,4=1.5|1!1,5=-1|1!2,1=1|1!2,2=2|1!2,3=một|1!2,4=nhãn|1!2,5=giàu|1!2,6=True|1!2,7=error #REF!"
            + "|1!4,1=2.5|1!4,2=chữ|1!4,3=True|1!4,4=error #DIV/0!|1!4,6=not calculated|1!4,7=not calculated",
            string.Join('|', cells.Select(cell => $"{cell.Key}={cell.Value}")));
    }

    [Fact]
    public void Formulas_OfASheetSavedUncalculated_HaveNoValue() =>
        Assert.Equal("not calculated", Assert.Single(OldCells.Ours(OldFile.Book(file =>
        {
            file.Record(0x005E, 0, 0);
            file.Formula(0, 0, BitConverter.GetBytes(2.0));
        })).Values));

    [Fact]
    public void Text_SplitInTheMiddle_ChangesItsWidth()
    {
        // "kh" in two bytes a character, then "on" in one: the piece behind says so.
        byte[] texts = [1, 0, 0, 0, 1, 0, 0, 0, 4, 0, 1, (byte)'k', 0, (byte)'h', 0, 0x3C, 0, 3, 0, 0, (byte)'o', (byte)'n'];
        var cells = OldCells.Ours(OldFile.Container(("Workbook", WithTexts(texts))));

        Assert.Equal("khon", Assert.Single(cells.Values));
    }

    [Fact]
    public void Package_SaysFormatsFontsMergesHiddenThingsAndTheDateSystem()
    {
        var package = OldWorkbook.ToPackage(
            OldFile.Book(
                file =>
                {
                    file.Record(0x007D, 2, 0, 3, 0, 0, 9, 0, 0, 1, 0, 0, 0);
                    file.Record(0x0208, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0x20, 1, 0, 0);
                    file.Number(1, 0, 0.5, 1);
                    file.Number(2, 0, 42550, 2);
                    file.Cell(0x00D6, 3, 0, 0, [.. OldFile.Text("ab_x0041_&"), 1, 0, 1, 0, 5, 0]);
                    file.Record(0x00E5, 1, 0, 0, 0, 1, 0, 0, 0, 3, 0);
                },
                file =>
                {
                    file.Record(0x0022, 1, 0);
                    for (var count = 0; count < 4; count++)
                    {
                        file.Record(0x0031, [.. new byte[14], 7, 0, .. ".VnTime"u8]);
                    }

                    file.Record(0x041E, [14, 0, 10, 0, 0, .. "dd/mm/yyyy"u8]);
                },
                state: 2),
            ReadingLimits.Default);

        var parts = Parts(package);
        Assert.Contains("date1904=\"1\"", parts["xl/workbook.xml"], StringComparison.Ordinal);
        Assert.Contains("<sheet name=\"S\" sheetId=\"1\" state=\"veryHidden\" r:id=\"rId1\"/>", parts["xl/workbook.xml"], StringComparison.Ordinal);
        Assert.Contains("<numFmt numFmtId=\"14\" formatCode=\"dd/mm/yyyy\"/>", parts["xl/styles.xml"], StringComparison.Ordinal);
        Assert.Contains("<font><name val=\".VnTime\"/></font>", parts["xl/styles.xml"], StringComparison.Ordinal);
        Assert.Contains(
            "<cols><col min=\"3\" max=\"4\" hidden=\"1\"/></cols><sheetData><row r=\"2\" hidden=\"1\"><c r=\"A2\" s=\"1\"><v>0.5</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" s=\"2\"><v>42550</v></c></row><row r=\"4\"><c r=\"A4\" s=\"0\" t=\"inlineStr\"><is><r><t xml:space=\"preserve\">a</t></r>"
            + "<r><rPr><rFont val=\".VnTime\"/></rPr><t xml:space=\"preserve\">b_x005F_x0041_&amp;</t></r></is></c></row></sheetData>"
            + "<mergeCells><mergeCell ref=\"A1:D2\"/></mergeCells>",
            parts["xl/worksheets/sheet1.xml"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Package_OfTheSameFile_HasTheSameBytes()
    {
        var old = OldFile.Book(file => file.Number(0, 0, 1));

        Assert.Equal(OldWorkbook.ToPackage(old, ReadingLimits.Default), OldWorkbook.ToPackage(old, ReadingLimits.Default));
    }

    [Fact]
    public void Links_ToOtherWorkbooks_AreRefusedLikeThoseOfXlsx() =>
        Assert.Equal("E-UNSAFE", Reading.Read(OldFile.Book(file => file.Number(0, 0, 1), file => file.Record(0x01AE, 1, 0, 5, 0, 0, 1, (byte)'b', (byte)'.', (byte)'x', (byte)'l'))).Refused().Findings[0].Code);

    public static TheoryData<string, byte[]> Damaged => new()
    {
        { "a cell behind the table of cells", OldFile.Book(file => { file.Number(0, 0, 1); file.Record(0x00DD, 0, 0, 0, 0, 0, 0); file.Number(0, 1, 1); }) },
        { "a number of nine bytes", OldFile.Book(file => file.Cell(0x0203, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) },
        { "a style that is not there", OldFile.Book(file => file.Number(0, 0, 1, 3)) },
        { "a text that is not there", OldFile.Book(file => file.Cell(0x00FD, 0, 0, 0, 2, 0, 0, 0)) },
        { "a column beyond the last", OldFile.Book(file => file.Number(0, 256, 1)) },
        { "rows out of order", OldFile.Book(file => { file.Number(1, 0, 1); file.Number(0, 0, 1); }) },
        { "a cell twice", OldFile.Book(file => { file.Number(0, 0, 1); file.Number(0, 0, 2); }) },
        { "a row twice", OldFile.Book(file => { file.Record(0x0208, new byte[16]); file.Record(0x0208, new byte[16]); }) },
        { "infinity", OldFile.Book(file => file.Number(0, 0, double.PositiveInfinity)) },
        { "an unknown record", OldFile.Book(file => file.Record(0x0202, new byte[14])) },
        { "an unknown error", OldFile.Book(file => file.Cell(0x0205, 0, 0, 0, 0x18, 1)) },
        { "a truth that is none", OldFile.Book(file => file.Cell(0x0205, 0, 0, 0, 2, 0)) },
        { "columns that do not add up", OldFile.Book(file => file.Record(0x00BD, 1, 0, 0, 0, 0, 0, 0x06, 0, 0, 0, 0, 0, 0x0A, 0, 0, 0, 3, 0)) },
        { "a formula's text without its formula", OldFile.Book(file => file.Record(0x0207, OldFile.Text("a"))) },
        { "a formula without its text", OldFile.Book(file => { file.Formula(0, 0, Special); file.Number(0, 1, 1); }) },
        { "a text longer than its record", OldFile.Book(file => file.Cell(0x0204, 0, 0, 0, 9, 0, 0, (byte)'a')) },
        { "a text shorter than its record", OldFile.Book(file => file.Cell(0x0204, 0, 0, 0, 1, 0, 0, (byte)'a', (byte)'b')) },
        { "a merge that ends before it begins", OldFile.Book(file => file.Record(0x00E5, 1, 0, 2, 0, 1, 0, 0, 0, 3, 0)) },
        { "a date system of its own", OldFile.Book(file => file.Number(0, 0, 1), file => file.Record(0x0022, 2, 0)) },
        { "bytes behind the last sheet", OldFile.Container(("Workbook", [.. OldFile.Stream(file => file.Number(0, 0, 1)), 1, 0, 0, 0])) },
        { "no end of the sheet", OldFile.Container(("Workbook", OldFile.Stream(file => file.Number(0, 0, 1))[..^4])) },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Structure_AgainstTheRules_IsRefused(string what, byte[] old)
    {
        var finding = Reading.Read(old).Refused().Findings[0];

        Assert.True(finding.Code == "E-CORRUPT", $"{what}: {finding.Code} {finding.Message}");
    }

    [Theory]
    [InlineData(76, 0u)]
    [InlineData(48, 2u)]
    [InlineData(512 + 8, 2u)]
    [InlineData(512 + 8, 0u)]
    [InlineData(512 + 12, 99u)]
    [InlineData(1024 + 128 + 116, 0u)]
    [InlineData(1024 + 128 + 120, 0x7FFFFFFFu)]
    [InlineData(1024 + 128 + 72, 1u)]
    [InlineData(1024 + 76, 9u)]
    public void Container_WithALoopOrAWrongTurn_IsRefusedOrTheSame(int at, uint value)
    {
        var whole = OldFile.Book(file => file.Number(0, 0, 1));
        var changed = (byte[])whole.Clone();
        BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(at), value);

        if (!changed.AsSpan().SequenceEqual(whole))
        {
            Assert.Throws<UnreadableFileException>(() => OldWorkbook.ToPackage(changed, ReadingLimits.Default));
        }
    }

    [Fact]
    public void Sheets_MoreThanTheLimit_AreRefused() =>
        Assert.Throws<UnreadableFileException>(() => OldWorkbook.ToPackage(OldFile.Book(file => file.Number(0, 0, 1)), new ReadingLimits { Sheets = 0 }));

    [Fact]
    public void Cells_ThatGrowBeyondTheLimit_AreRefusedBeforeTheyAreWritten()
    {
        var error = Assert.Throws<UnreadableFileException>(() =>
            OldWorkbook.ToPackage(OldFile.Book(file => Enumerable.Range(0, 250).ToList().ForEach(column => file.Number(0, column, 0.1))), new ReadingLimits { EntryBytes = 4000 }));

        Assert.Equal("E-TOOLARGE", error.Kind.Code);
    }

    private static byte[] WithTexts(byte[] texts)
    {
        // The workbook's own shared texts, record type and length included, give way to these.
        var stream = OldFile.Stream(file => file.Cell(0x00FD, 0, 0, 0, 0, 0, 0, 0));
        var start = stream.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFC, 0]);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(start + 2));
        byte[] record = [0xFC, 0, (byte)(texts.Length - 7), 0, .. texts];
        byte[] changed = [.. stream[..start], .. record, .. stream[(start + 4 + length)..]];
        var sheet = changed.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x85, 0]) + 4;
        BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(sheet), BinaryPrimitives.ReadInt32LittleEndian(changed.AsSpan(sheet)) + record.Length - length - 4);
        return changed;
    }

    private static Dictionary<string, string> Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }
}
