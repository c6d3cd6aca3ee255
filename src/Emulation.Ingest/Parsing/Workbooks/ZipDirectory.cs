using System.Buffers.Binary;
using System.Text;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>One entry as the central directory lists it.</summary>
/// <param name="HeaderOffset">Where its local header begins.</param>
internal sealed record ZipEntry(string Name, ushort Flags, ushort Method, uint Crc, uint PackedSize, uint Size, uint HeaderOffset);

/// <summary>Reads a zip's central directory strictly: it must end exactly with the file, and nothing may be cut, doubled or overlapping.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int CentralLength = 46;
    public const int LocalLength = 30;

    /// <exception cref="UnreadableFileException">E-TRUNCATED, E-CORRUPT or E-TOOLARGE.</exception>
    public static List<ZipEntry> Read(ReadOnlySpan<byte> content, ReadingLimits limits)
    {
        var end = Zip64.EndOf(content, FindEnd(content));
        if (end.Count > (ulong)limits.ZipEntries)
        {
            throw new UnreadableFileException(RejectionCatalogue.TooLarge, ("what", "số thành phần"), ("limit", Number(limits.ZipEntries)));
        }

        if (end.Offset > (ulong)end.At || end.Size != (ulong)end.At - end.Offset)
        {
            throw Corrupt("directory");
        }

        var entries = ReadEntries(content[..end.At], (int)end.Offset, (int)end.Count);
        CheckPlaces(content, entries, (int)end.Offset);
        return entries;
    }

    /// <summary>The end record must close the file: whatever was cut off a copy takes it away.</summary>
    private static int FindEnd(ReadOnlySpan<byte> content)
    {
        var lowest = Math.Max(0, content.Length - EndLength - ushort.MaxValue);
        for (var at = content.Length - EndLength; at >= lowest; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(content[at..]) == 0x06054B50
                && at + EndLength + BinaryPrimitives.ReadUInt16LittleEndian(content[(at + 20)..]) == content.Length)
            {
                return at;
            }
        }

        throw new UnreadableFileException(RejectionCatalogue.Truncated);
    }

    private static List<ZipEntry> ReadEntries(ReadOnlySpan<byte> content, int at, int count)
    {
        var entries = new List<ZipEntry>(count);
        for (var index = 0; index < count; index++)
        {
            if (content.Length - at < CentralLength || BinaryPrimitives.ReadUInt32LittleEndian(content[at..]) != 0x02014B50)
            {
                throw Corrupt("directory");
            }

            var header = content.Slice(at, CentralLength);
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
            var next = at + CentralLength + nameLength
                + BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
            if (next > content.Length)
            {
                throw Corrupt("directory");
            }

            var entry = new ZipEntry(
                Encoding.UTF8.GetString(content.Slice(at + CentralLength, nameLength)),
                BinaryPrimitives.ReadUInt16LittleEndian(header[8..]),
                BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
                BinaryPrimitives.ReadUInt32LittleEndian(header[16..]),
                BinaryPrimitives.ReadUInt32LittleEndian(header[20..]),
                BinaryPrimitives.ReadUInt32LittleEndian(header[24..]),
                BinaryPrimitives.ReadUInt32LittleEndian(header[42..]));
            var extra = content.Slice(at + CentralLength + nameLength, BinaryPrimitives.ReadUInt16LittleEndian(header[30..]));
            entries.Add(Zip64.Widen(entry, extra));
            at = next;
        }

        return at == content.Length ? entries : throw Corrupt("directory");
    }

    /// <summary>Each entry lies behind its own local header, which says the same as the directory, and before the next.</summary>
    private static void CheckPlaces(ReadOnlySpan<byte> content, List<ZipEntry> entries, int directoryOffset)
    {
        var free = 0L;
        foreach (var entry in entries.OrderBy(entry => entry.HeaderOffset))
        {
            var data = DataOffset(content[..directoryOffset], entry);
            if (entry.HeaderOffset < free || data + entry.PackedSize > directoryOffset)
            {
                throw Corrupt(entry.Name);
            }

            free = data + entry.PackedSize;
        }
    }

    /// <summary>Where an entry's packed bytes begin.</summary>
    public static long DataOffset(ReadOnlySpan<byte> content, ZipEntry entry)
    {
        if (entry.HeaderOffset + (long)LocalLength > content.Length)
        {
            throw Corrupt(entry.Name);
        }

        var header = content[(int)entry.HeaderOffset..];
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        var hasDescriptor = (entry.Flags & 8) != 0;
        var agrees = BinaryPrimitives.ReadUInt32LittleEndian(header) == 0x04034B50
            && BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) == entry.Method
            && (hasDescriptor || BinaryPrimitives.ReadUInt32LittleEndian(header[14..]) == entry.Crc)
            && (hasDescriptor || BinaryPrimitives.ReadUInt32LittleEndian(header[22..]) == entry.Size || Zip64.HasSizeOf(entry, header, nameLength))
            && header.Length >= LocalLength + nameLength
            && Encoding.UTF8.GetString(header.Slice(LocalLength, nameLength)) == entry.Name;
        return agrees
            ? entry.HeaderOffset + (long)LocalLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(header[28..])
            : throw Corrupt(entry.Name);
    }

    private static UnreadableFileException Corrupt(string part) => new(RejectionCatalogue.Corrupt, ("part", part));

    private static string Number(int value) => value.ToString("N0", VietnameseText.Culture);
}
