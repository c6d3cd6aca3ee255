using System.Buffers.Binary;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>Where a zip's directory lies, as its end record says.</summary>
/// <param name="At">Where the directory must end.</param>
internal readonly record struct ZipEnd(ulong Count, ulong Size, ulong Offset, int At);

/// <summary>The wide fields of large zips (APPNOTE 4.3.14, 4.5.3), which some programs write for small ones too. Their values must be as small as any other's.</summary>
internal static class Zip64
{
    private const uint Marker = 0xFFFFFFFF;
    private const ushort ShortMarker = 0xFFFF;
    private const ushort ExtraId = 1;
    private const int LocatorLength = 20;
    private const int EndLength = 56;

    /// <summary>The end record, or the wide one that stands right before it.</summary>
    public static ZipEnd EndOf(ReadOnlySpan<byte> content, int end)
    {
        var record = content[end..];
        var plain = new ZipEnd(Word(record, 10), Number(record, 12), Number(record, 16), end);
        if (Number(record, 4) != 0)
        {
            throw Corrupt("directory");
        }

        var isWide = end >= LocatorLength && Number(content, end - LocatorLength) == 0x07064B50;
        return isWide ? WideEnd(content, end - LocatorLength, plain)
            : plain.Count == ShortMarker || plain.Size == Marker || plain.Offset == Marker ? throw Corrupt("directory") : plain;
    }

    /// <summary>Puts the wide values in the place of those that only say to look for them.</summary>
    public static ZipEntry Widen(ZipEntry entry, ReadOnlySpan<byte> extra)
    {
        if (entry.Size != Marker && entry.PackedSize != Marker && entry.HeaderOffset != Marker)
        {
            return entry;
        }

        var wide = FieldOf(extra, entry.Name);
        return entry with
        {
            Size = Take(entry.Size, ref wide, entry.Name),
            PackedSize = Take(entry.PackedSize, ref wide, entry.Name),
            HeaderOffset = Take(entry.HeaderOffset, ref wide, entry.Name),
        };
    }

    /// <summary>True if a local header says the entry's size in its wide field.</summary>
    public static bool HasSizeOf(ZipEntry entry, ReadOnlySpan<byte> local, int nameLength)
    {
        var start = ZipDirectory.LocalLength + nameLength;
        int length = Word(local, 28);
        if (Number(local, 22) != Marker || local.Length < start + length)
        {
            return false;
        }

        var wide = FieldOf(local.Slice(start, length), entry.Name);
        return wide.Length >= 16 && Long(wide, 0) == entry.Size && Long(wide, 8) == entry.PackedSize;
    }

    private static ZipEnd WideEnd(ReadOnlySpan<byte> content, int locator, ZipEnd plain)
    {
        var at = locator - EndLength;
        if (at < 0 || Number(content, locator + 4) != 0 || Long(content, locator + 8) != (ulong)at || Number(content, at) != 0x06064B50 || Long(content, at + 4) != EndLength - 12)
        {
            throw Corrupt("directory");
        }

        var wide = new ZipEnd(Long(content, at + 32), Long(content, at + 40), Long(content, at + 48), at);
        var agrees = (plain.Count == ShortMarker || plain.Count == wide.Count) && (plain.Size == Marker || plain.Size == wide.Size) && (plain.Offset == Marker || plain.Offset == wide.Offset);
        return agrees ? wide : throw Corrupt("directory");
    }

    private static uint Take(uint narrow, ref ReadOnlySpan<byte> wide, string name)
    {
        if (narrow != Marker)
        {
            return narrow;
        }

        if (wide.Length < 8 || Long(wide, 0) >= Marker)
        {
            throw Corrupt(name);
        }

        var value = (uint)Long(wide, 0);
        wide = wide[8..];
        return value;
    }

    /// <summary>The wide field among an entry's extra fields; empty if there is none.</summary>
    private static ReadOnlySpan<byte> FieldOf(ReadOnlySpan<byte> extra, string name)
    {
        while (extra.Length >= 4)
        {
            int length = Word(extra, 2);
            if (length > extra.Length - 4)
            {
                throw Corrupt(name);
            }

            if (Word(extra, 0) == ExtraId)
            {
                return extra.Slice(4, length);
            }

            extra = extra[(4 + length)..];
        }

        return [];
    }

    private static ushort Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ulong Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    private static UnreadableFileException Corrupt(string part) => new(RejectionCatalogue.Corrupt, ("part", part));
}
