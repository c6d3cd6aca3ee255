using System.IO.Compression;
using System.Runtime.InteropServices;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>A zip that was looked over before anything in it is read: entries, names, sizes and ratio within the limits; every byte handed out is counted and its checksum compared.</summary>
internal sealed class ZipGate
{
    private readonly ReadOnlyMemory<byte> content;
    private readonly Dictionary<string, ZipEntry> entries = new(StringComparer.OrdinalIgnoreCase);

    private ZipGate(ReadOnlyMemory<byte> content) => this.content = content;

    /// <summary>Size of all entries, inflated, as the directory says; none ever gives more.</summary>
    public long DeclaredBytes { get; private set; }

    /// <summary>What reading the entries may still cost.</summary>
    public ReadingBudget Budget { get; private set; } = new(0, ReadingLimits.Default);

    public IReadOnlyCollection<string> Names => entries.Keys;

    /// <exception cref="UnreadableFileException">The zip is cut, damaged, too large, encrypted or built to do harm.</exception>
    public static ZipGate Open(ReadOnlyMemory<byte> content, ReadingLimits limits)
    {
        var gate = new ZipGate(content);
        var total = 0L;
        foreach (var entry in ZipDirectory.Read(content.Span, limits))
        {
            CheckName(entry.Name);
            CheckSize(entry, limits);
            total += entry.Size;
            if (!gate.entries.TryAdd(entry.Name, entry))
            {
                throw new UnreadableFileException(RejectionCatalogue.Unsafe, ("why", $"hai thành phần trùng tên “{entry.Name}”"));
            }
        }

        gate.DeclaredBytes = total;
        gate.Budget = new ReadingBudget(total, limits);
        return total <= limits.TotalBytes ? gate : throw TooLarge("dung lượng sau giải nén", limits.TotalBytes >> 20, " MB");
    }

    public bool Has(string name) => entries.ContainsKey(name);

    /// <summary>The entry's bytes, inflated as they are read; the end is reached only if size and checksum agree.</summary>
    /// <exception cref="UnreadableFileException">There is no such entry.</exception>
    public Stream Read(string name)
    {
        if (!entries.TryGetValue(name, out var entry))
        {
            throw new UnreadableFileException(RejectionCatalogue.Corrupt, ("part", name));
        }

        var offset = (int)ZipDirectory.DataOffset(content.Span, entry);
        var packed = AsStream(content.Slice(offset, (int)entry.PackedSize));
        return new CheckedEntryStream(entry.Method == 8 ? new DeflateStream(packed, CompressionMode.Decompress) : packed, entry, Budget);
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    private static void CheckName(string name)
    {
        var isOdd = name.Length == 0 || name[0] is '/' or '\\' || name.Contains("..", StringComparison.Ordinal)
            || name.AsSpan().IndexOfAny(['\\', ':', '\0']) >= 0;
        if (isOdd)
        {
            throw new UnreadableFileException(RejectionCatalogue.Unsafe, ("why", "tên thành phần bên trong không hợp lệ"));
        }
    }

    private static void CheckSize(ZipEntry entry, ReadingLimits limits)
    {
        if ((entry.Flags & 1) != 0)
        {
            throw new UnreadableFileException(RejectionCatalogue.Password);
        }

        if (entry.Method is not (0 or 8) || (entry.Method == 0 && entry.Size != entry.PackedSize))
        {
            throw new UnreadableFileException(RejectionCatalogue.Corrupt, ("part", entry.Name));
        }

        if (entry.Size > limits.EntryBytes)
        {
            throw TooLarge("dung lượng sau giải nén của một thành phần", limits.EntryBytes >> 20, " MB");
        }

        if (entry.Size > limits.RatioFreeBytes && entry.Size / Math.Max(1, entry.PackedSize) > limits.Ratio)
        {
            throw TooLarge("tỷ lệ nén", limits.Ratio, " lần");
        }
    }

    private static UnreadableFileException TooLarge(string what, long limit, string measure) =>
        new(RejectionCatalogue.TooLarge, ("what", what), ("limit", limit.ToString("N0", VietnameseText.Culture) + measure));
}
