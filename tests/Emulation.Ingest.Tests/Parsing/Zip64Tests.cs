using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Emulation.Ingest.Parsing.Workbooks;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Parsing;

/// <summary>Some programs write the wide fields of large zips for small ones: such a workbook is read, and guarded, like any other.</summary>
public sealed class Zip64Tests
{
    private static readonly byte[] Plain = Sheets.Monthly(Sheets.Row(1, "B09", 20));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Workbook_WithWideFields_IsRead(bool inDirectory) =>
        Assert.Equal(20m, Reading.Read(Wide(Plain, inDirectory)).FigureOf("B09").Value);

    [Fact]
    public void Cut_AtEveryLength_IsRefused()
    {
        var wide = Wide(Plain, inDirectory: true);
        for (var length = 0; length < wide.Length; length++)
        {
            Assert.IsType<RefusedSubmission>(Reading.Read(wide[..length]));
        }
    }

    [Fact]
    public void BitFlip_Anywhere_NeverChangesFigures()
    {
        var wide = Wide(Plain, inDirectory: true);
        var random = new Random(64);
        for (var trial = 0; trial < 2000; trial++)
        {
            var flipped = (byte[])wide.Clone();
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
            var verdict = Reading.Read(flipped);
            Assert.DoesNotContain("E-UNREADABLE", verdict.Findings.Select(finding => finding.Code));
            if (verdict is ReadSubmission read)
            {
                Assert.Equal(20m, read.FigureOf("B09").Value);
            }
        }
    }

    [Theory]
    [InlineData(8, 5UL << 32)]
    [InlineData(16, ulong.MaxValue)]
    [InlineData(24, 1UL << 40)]
    public void Values_BeyondAnyFile_AreRefused(int place, ulong value)
    {
        var wide = Wide(Plain, inDirectory: true);
        var central = wide.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        var extra = central + 46 + BinaryPrimitives.ReadUInt16LittleEndian(wide.AsSpan(central + 28));
        BinaryPrimitives.WriteUInt64LittleEndian(wide.AsSpan(extra + place - 4), value);

        Assert.Equal("E-CORRUPT", Reading.Read(wide).Refused().Findings[0].Code);
    }

    /// <summary>The same entries, stored, with their sizes in wide fields of the local headers and, if asked, of the directory and the end record.</summary>
    private static byte[] Wide(byte[] plain, bool inDirectory)
    {
        var (body, directory, count) = (new List<byte>(), new List<byte>(), 0);
        using var zip = new ZipArchive(new MemoryStream(plain));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
            {
                stream.CopyTo(content);
            }

            var bytes = content.ToArray();
            var name = Encoding.UTF8.GetBytes(entry.FullName);
            var (offset, size, crc) = ((uint)body.Count, (uint)bytes.Length, Crc32.Append(0, bytes));
            body.AddRange([.. "PK\u0003\u0004"u8, 45, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x28, .. Four(crc), .. Four(uint.MaxValue), .. Four(uint.MaxValue), .. Two(name.Length), .. Two(20), .. name]);
            body.AddRange([1, 0, 16, 0, .. Eight(size), .. Eight(size), .. bytes]);
            byte[] extra = inDirectory ? [1, 0, 24, 0, .. Eight(size), .. Eight(size), .. Eight(offset)] : [];
            byte[] head = inDirectory ? [.. Four(uint.MaxValue), .. Four(uint.MaxValue)] : [.. Four(size), .. Four(size)];
            directory.AddRange([.. "PK\u0001\u0002"u8, 45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x28, .. Four(crc), .. head, .. Two(name.Length), .. Two(extra.Length), .. new byte[10]]);
            directory.AddRange([.. Four(inDirectory ? uint.MaxValue : offset), .. name, .. extra]);
            count++;
        }

        var (start, length) = ((ulong)body.Count, (ulong)directory.Count);
        byte[] wideEnd = inDirectory
            ? [.. "PK\u0006\u0006"u8, .. Eight(44), 45, 0, 45, 0, .. new byte[8], .. Eight((ulong)count), .. Eight((ulong)count), .. Eight(length), .. Eight(start),
                .. "PK\u0006\u0007"u8, 0, 0, 0, 0, .. Eight(start + length), 1, 0, 0, 0]
            : [];
        byte[] numbers = inDirectory
            ? [0xFF, 0xFF, 0xFF, 0xFF, .. Four(uint.MaxValue), .. Four(uint.MaxValue)]
            : [.. Two(count), .. Two(count), .. Four((uint)length), .. Four((uint)start)];
        return [.. body, .. directory, .. wideEnd, .. "PK\u0005\u0006"u8, 0, 0, 0, 0, .. numbers, 0, 0];
    }

    private static byte[] Two(int value) => BitConverter.GetBytes((ushort)value);

    private static byte[] Four(uint value) => BitConverter.GetBytes(value);

    private static byte[] Eight(ulong value) => BitConverter.GetBytes(value);
}
