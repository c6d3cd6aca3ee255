using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>An OLE compound file ([MS-CFB]) looked over as a whole: every chain ends, has the length its entry says and shares no sector; nothing lies behind the end.</summary>
internal sealed class CompoundFile
{
    private readonly ReadOnlyMemory<byte> content;
    private readonly CompoundHeader header;
    private readonly SectorTable table;
    private readonly SectorTable miniTable;
    private readonly List<int> miniStream;
    private readonly List<CompoundEntry> entries = [];
    private readonly Dictionary<CompoundEntry, List<int>> chains = new(ReferenceEqualityComparer.Instance);

    private CompoundFile(ReadOnlyMemory<byte> content)
    {
        this.content = content;
        header = CompoundHeader.Read(content.Span);
        table = ReadTable();
        ReadDirectory();
        miniTable = ReadMiniTable();
        var root = entries[0];
        miniStream = root.Size == 0 ? [] : table.Chain(root.First, Sectors(root.Size, header.SectorSize));
        TakeStreams();
        Top = Children(root);
    }

    /// <summary>The entries directly below the root.</summary>
    public IReadOnlyList<CompoundEntry> Top { get; }

    /// <exception cref="UnreadableFileException">The file is cut or damaged.</exception>
    public static CompoundFile Open(ReadOnlyMemory<byte> content) => new(content);

    /// <summary>True if any storage or stream has this name, at any depth.</summary>
    public bool HasAnywhere(string name) => entries.Any(entry => entry.Name == name);

    /// <summary>The top stream of that name; null if there is none.</summary>
    public CompoundEntry? Find(string name)
    {
        CompoundEntry? found = null;
        foreach (var entry in Top)
        {
            if (entry.Kind == CompoundEntryKind.Stream && string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                found = found is null ? entry : throw OldDamage.In(name);
            }
        }

        return found;
    }

    /// <summary>All bytes of a stream.</summary>
    public byte[] Read(CompoundEntry stream)
    {
        var bytes = new byte[stream.Size];
        var isMini = stream.Size < CompoundHeader.MiniCutoff;
        var size = isMini ? CompoundHeader.MiniSectorSize : header.SectorSize;
        var rest = bytes.AsSpan();
        foreach (var sector in chains.GetValueOrDefault(stream) ?? [])
        {
            var piece = isMini ? MiniSector(sector, Math.Min(size, rest.Length)) : Sector(sector, Math.Min(size, rest.Length));
            piece.CopyTo(rest);
            rest = rest[piece.Length..];
        }

        return bytes;
    }

    private static long Sectors(long bytes, int size) => (bytes + size - 1) / size;

    private ReadOnlySpan<byte> Sector(int number) => Sector(number, header.SectorSize);

    /// <summary>The beginning of a sector. Some programs end the file with the last byte they need; a file that ends earlier was cut.</summary>
    private ReadOnlySpan<byte> Sector(int number, int length)
    {
        var rest = content.Span[((number + 1) * header.SectorSize)..];
        return length <= rest.Length ? rest[..length] : throw new UnreadableFileException(RejectionCatalogue.Truncated);
    }

    private ReadOnlySpan<byte> MiniSector(int number, int length)
    {
        var perSector = header.SectorSize / CompoundHeader.MiniSectorSize;
        var at = number % perSector * CompoundHeader.MiniSectorSize;
        return Sector(miniStream[number / perSector], at + length)[at..];
    }

    /// <summary>The table of sectors; what it says of sectors that are not there means the file was cut.</summary>
    private SectorTable ReadTable()
    {
        var perSector = header.SectorSize / 4;
        if (header.TableSectors > header.SectorCount || header.TableSectors * (long)perSector < header.SectorCount)
        {
            throw new UnreadableFileException(RejectionCatalogue.Truncated);
        }

        var places = ListedSectors(out var lists);
        var next = new uint[header.SectorCount];
        for (var index = 0; index < places.Count; index++)
        {
            var entriesOf = MemoryMarshal.Cast<byte, uint>(Sector(places[index]));
            for (var at = 0; at < perSector; at++)
            {
                var sector = ((long)index * perSector) + at;
                if (sector < next.Length)
                {
                    next[sector] = Little(entriesOf[at]);
                }
                else if (Little(entriesOf[at]) != SectorTable.Free)
                {
                    throw new UnreadableFileException(RejectionCatalogue.Truncated);
                }
            }
        }

        var made = new SectorTable(next, "OLE");
        places.ForEach(made.Take);
        lists.ForEach(made.Take);
        return made;
    }

    /// <summary>Where the table's own sectors lie: 109 named in the header, the others in a chain of lists.</summary>
    private List<int> ListedSectors(out List<int> lists)
    {
        var places = new List<int>();
        lists = [];
        AddListed(MemoryMarshal.Cast<byte, uint>(content.Span.Slice(CompoundHeader.ListOffset, CompoundHeader.ListedHere * 4)), places);
        var list = header.FirstListSector;
        for (var count = 0u; count < header.ListSectors; count++)
        {
            if (list >= header.SectorCount || lists.Count >= header.SectorCount)
            {
                throw OldDamage.In("OLE");
            }

            lists.Add((int)list);
            var listed = MemoryMarshal.Cast<byte, uint>(Sector((int)list));
            AddListed(listed[..^1], places);
            list = Little(listed[^1]);
        }

        return places.Count == header.TableSectors ? places : throw OldDamage.In("OLE");
    }

    private void AddListed(ReadOnlySpan<uint> listed, List<int> places)
    {
        foreach (var one in listed)
        {
            var place = Little(one);
            if (place != SectorTable.Free)
            {
                places.Add(place < header.SectorCount ? (int)place : throw new UnreadableFileException(RejectionCatalogue.Truncated));
            }
        }
    }

    private void ReadDirectory()
    {
        foreach (var sector in table.Chain(header.FirstDirectory, count: null))
        {
            for (var at = 0; at < header.SectorSize; at += CompoundEntry.Length)
            {
                entries.Add(CompoundEntry.Read(Sector(sector).Slice(at, CompoundEntry.Length)));
            }
        }

        if (entries.Count == 0 || entries[0].Kind != CompoundEntryKind.Root)
        {
            throw OldDamage.In("OLE");
        }
    }

    private SectorTable ReadMiniTable()
    {
        var next = new List<uint>();
        foreach (var sector in header.MiniTableSectors == 0 || header.FirstMiniTable == SectorTable.End ? [] : table.Chain(header.FirstMiniTable, header.MiniTableSectors))
        {
            foreach (var one in MemoryMarshal.Cast<byte, uint>(Sector(sector)))
            {
                next.Add(Little(one));
            }
        }

        var count = (int)Math.Min(next.Count, Sectors(entries[0].Size, CompoundHeader.MiniSectorSize));
        return new SectorTable([.. next.Take(count)], "OLE");
    }

    /// <summary>Gives every stream its sectors, so that none is used twice, even by streams nobody reads.</summary>
    private void TakeStreams()
    {
        foreach (var entry in entries)
        {
            if (entry.Kind == CompoundEntryKind.Stream && entry.Size > 0)
            {
                chains[entry] = entry.Size < CompoundHeader.MiniCutoff
                    ? miniTable.Chain(entry.First, Sectors(entry.Size, CompoundHeader.MiniSectorSize))
                    : table.Chain(entry.First, Sectors(entry.Size, header.SectorSize));
            }
        }
    }

    /// <summary>The entries of a storage: a tree of siblings below its child.</summary>
    private List<CompoundEntry> Children(CompoundEntry storage)
    {
        var found = new List<CompoundEntry>();
        var seen = new bool[entries.Count];
        var open = new Stack<uint>([storage.Child]);
        while (open.TryPop(out var number))
        {
            if (number == CompoundEntry.Nobody)
            {
                continue;
            }

            if (number >= entries.Count || seen[number] || entries[(int)number].Kind is CompoundEntryKind.None or CompoundEntryKind.Root)
            {
                throw OldDamage.In("OLE");
            }

            seen[number] = true;
            found.Add(entries[(int)number]);
            open.Push(entries[(int)number].Left);
            open.Push(entries[(int)number].Right);
        }

        return found;
    }

    private static uint Little(uint value) => BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
}
