using System.Buffers.Binary;
using System.IO.Compression;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Parsing;

/// <summary>Damage never becomes another number: a workbook reads as it was written, or it is refused.</summary>
public sealed class DamagedWorkbookTests
{
    private static readonly byte[] Whole = Sheets.Monthly(
        [.. Enumerable.Range(0, 12).Select(index => Sheets.Row(index, new[] { "B09", "B10", "B13", "B15", "B17", "B18", "B19", "B06", "B07", "B24", "D03", "T06" }[index], 100 - (index == 7 ? 99 : index)))]);

    [Fact]
    public void Cut_AtEveryLength_IsRefused()
    {
        Assert.IsType<ReadSubmission>(Reading.Read(Whole));
        for (var length = 0; length < Whole.Length; length++)
        {
            var verdict = Reading.Read(Whole[..length]).Refused();
            Assert.True(verdict.Findings[0].Code is "E-TRUNCATED" or "E-EMPTY" or "E-TYPE" or "E-NOFORM" or "E-BINARY", $"{length}: {verdict.Findings[0].Code}");
        }
    }

    [Fact]
    public void Cut_NearTheEndOrFarFromIt_IsCalledTruncated()
    {
        var lengths = Enumerable.Range(Whole.Length - 200, 200).Concat([Whole.Length / 10, Whole.Length / 2, Whole.Length * 99 / 100]);

        Assert.All(lengths, length =>
        {
            var finding = Assert.Single(Reading.Read(Whole[..length]).Refused().Findings);
            Assert.Equal(
                ("E-TRUNCATED", "Tệp bị cắt cụt: phần cuối không có.", "Hãy mở lại tệp gốc, lưu lại, chờ sao chép xong rồi gửi lại."), (finding.Code, finding.Message, finding.Cure));
        });
    }

    [Fact]
    public void Entries_ThatOverlap_AreRefused()
    {
        // The directory says that the second entry lies where the first does.
        var changed = (byte[])Whole.Clone();
        var first = changed.AsSpan().IndexOf("PK\u0001\u0002"u8);
        var second = first + 46 + changed.AsSpan(first + 46).IndexOf("PK\u0001\u0002"u8);
        changed.AsSpan(first + 42, 4).CopyTo(changed.AsSpan(second + 42));

        Assert.Equal("E-CORRUPT", Reading.Read(changed).Refused().Findings[0].Code);
    }

    [Fact]
    public void BitFlip_Anywhere_NeverChangesFigures()
    {
        var expected = Reading.Read(Whole).Accepted();
        var random = new Random(20200101);
        var refused = 0;
        for (var trial = 0; trial < 3000; trial++)
        {
            var flipped = (byte[])Whole.Clone();
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
            var verdict = Reading.Read(flipped);
            refused += verdict is RefusedSubmission ? 1 : 0;
            Assert.False(verdict.Findings.Any(finding => finding.Code == "E-UNREADABLE"), $"trial {trial}");
            if (verdict is ReadSubmission read)
            {
                Assert.Equal(expected.Figures, read.Figures);
                Assert.Equal(expected.Covers, read.Covers);
            }
        }

        Assert.True(refused > 2000, $"only {refused} of 3000 flips were refused");
    }

    [Fact]
    public void Bytes_BehindTheEnd_AreRefused() =>
        Assert.Equal("E-TRUNCATED", Reading.Read([.. Whole, 0]).Refused().Findings[0].Code);

    [Theory]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/worksheets/sheet1.xml")]
    public void Part_NamedButMissing_IsRefused(string part)
    {
        var without = Rewrite(Whole, (name, bytes) => name == part ? null : bytes);

        Assert.Equal("E-CORRUPT", Reading.Read(without).Refused().Findings[0].Code);
    }

    [Theory]
    [InlineData("<row r=\"2\"/><row r=\"1\"/>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>2</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" s=\"77\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"zz\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1,5</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>NaN</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v>")]
    public void Sheet_AgainstTheRules_IsRefused(string rows) =>
        Assert.Equal("E-CORRUPT", Reading.Read(new TestWorkbook().SheetXml("S", $"<sheetData>{rows}</sheetData>").ToBytes()).Refused().Findings[0].Code);

    [Fact]
    public void Bomb_OfTightlyPackedSpaces_IsRefusedBeforeItIsUnpacked()
    {
        var bomb = Rewrite(Whole, (name, bytes) => name == "xl/worksheets/sheet1.xml" ? new byte[50_000_000] : bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var verdict = Reading.Read(bomb).Refused();

        Assert.Equal("E-TOOLARGE", verdict.Findings[0].Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void Bomb_WhoseSizesLie_StopsAtTheDeclaredSize()
    {
        // Both the directory and the local header say 1,000 bytes; the data inflate to 50 million.
        var bomb = Rewrite(Whole, (name, bytes) => name == "xl/sharedStrings.xml" ? new byte[50_000_000] : bytes);
        Patch(bomb, "xl/sharedStrings.xml", size: 1000);
        // What is built once, the plan's index and the parser's tables, is not the bomb's.
        Reading.Read(bomb);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var verdict = Reading.Read(bomb).Refused();

        Assert.Equal("E-CORRUPT", verdict.Findings[0].Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 2_000_000);
    }

    [Fact]
    public void Bomb_OfManyEntries_IsRefused()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var index = 0; index < 5000; index++)
            {
                zip.CreateEntry($"a{index}");
            }
        }

        Assert.Equal("E-TOOLARGE", Reading.Read(memory.ToArray()).Refused().Findings[0].Code);
    }

    [Fact]
    public void Bomb_OfOneHugeText_IsRefusedWithoutHoldingIt()
    {
        var text = string.Concat(Enumerable.Range(0, 600_000).Select(number => number.ToString("x8", System.Globalization.CultureInfo.InvariantCulture)));
        var workbook = new TestWorkbook().SheetXml("S", $"<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{text}</t></is></c></row></sheetData>").ToBytes();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("E-TOOLARGE", Reading.Read(workbook).Refused().Findings[0].Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 2_000_000);
    }

    [Theory]
    [InlineData("xl/Workbook.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("xl/../../evil")]
    [InlineData("xl\\workbook.xml")]
    public void EntryName_TwinOrOdd_IsUnsafe(string name)
    {
        using var memory = new MemoryStream();
        memory.Write(Whole);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.CreateEntry(name).Open().Dispose();
        }

        Assert.Equal("E-UNSAFE", Reading.Read(memory.ToArray()).Refused().Findings[0].Code);
    }

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("_rels/.rels")]
    public void Dtd_InAnyPartRead_IsUnsafe(string part)
    {
        const string bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><x>&a;&b;</x>";
        var workbook = Rewrite(Whole, (name, bytes) => name == part ? System.Text.Encoding.UTF8.GetBytes(bomb) : bytes);

        Assert.Equal("E-UNSAFE", Reading.Read(workbook).Refused().Findings[0].Code);
    }

    private static byte[] Rewrite(byte[] workbook, Func<string, byte[], byte[]?> change)
    {
        using var source = new ZipArchive(new MemoryStream(workbook));
        using var memory = new MemoryStream();
        using (var target = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var stream = entry.Open();
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                if (change(entry.FullName, copy.ToArray()) is { } bytes)
                {
                    using var written = target.CreateEntry(entry.FullName).Open();
                    written.Write(bytes);
                }
            }
        }

        return memory.ToArray();
    }

    /// <summary>Changes the declared size of an entry in both of its headers.</summary>
    private static void Patch(byte[] zip, string name, uint size)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(name);
        for (var at = 0; at < zip.Length - 46 - bytes.Length; at++)
        {
            var signature = BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(at));
            if (signature == 0x04034B50 && zip.AsSpan(at + 30, bytes.Length).SequenceEqual(bytes))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + 22), size);
            }
            else if (signature == 0x02014B50 && zip.AsSpan(at + 46, bytes.Length).SequenceEqual(bytes))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + 24), size);
            }
        }
    }
}
