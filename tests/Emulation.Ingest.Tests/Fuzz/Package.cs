using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Emulation.Ingest.Parsing.Workbooks;

namespace Emulation.Ingest.Tests.Fuzz;

/// <summary>A zip taken apart and put together again with sizes and checksums that are right, whatever its parts hold: past the gate, to the parser.</summary>
internal sealed class Package(List<(string Name, byte[] Content)> parts)
{
    public static Package Of(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return new Package([.. archive.Entries.Select(entry => (entry.FullName, Inflate(entry)))]);
    }

    /// <summary>With one part changed, left out, or given another's name.</summary>
    public Package Mutated(Random random)
    {
        var changed = parts.ToList();
        var at = random.Next(changed.Count);
        switch (random.Next(40))
        {
            case 0:
                changed.RemoveAt(at);
                break;
            case 1:
                changed[at] = (changed[random.Next(changed.Count)].Name + (random.Next(2) == 0 ? "" : "x"), changed[at].Content);
                break;
            default:
                changed[at] = (changed[at].Name, Mutation.Of(changed[at].Content, random));
                break;
        }

        return new Package(changed);
    }

    /// <summary>Stored, not packed: a mutant costs microseconds.</summary>
    public byte[] ToBytes()
    {
        using var memory = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var (name, content) in parts)
        {
            var offset = (uint)memory.Position;
            var head = Head(Encoding.UTF8.GetBytes(name), content);
            memory.Write([.. "PK\u0003\u0004"u8, .. head]);
            memory.Write(Encoding.UTF8.GetBytes(name));
            memory.Write(content);
            directory.Write([.. "PK\u0001\u0002"u8, 20, 0, .. head, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. Little(offset)]);
            directory.Write(Encoding.UTF8.GetBytes(name));
        }

        var start = (uint)memory.Position;
        directory.WriteTo(memory);
        memory.Write([.. "PK\u0005\u0006"u8, 0, 0, 0, 0, .. Little(parts.Count)[..2], .. Little(parts.Count)[..2], .. Little(directory.Length), .. Little(start), 0, 0]);
        return memory.ToArray();
    }

    private static byte[] Head(byte[] name, byte[] content) =>
        [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0x50, .. Little(Crc32.Append(0, content)), .. Little(content.Length), .. Little(content.Length), .. Little(name.Length)[..2], 0, 0];

    private static byte[] Little(long value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)value);
        return bytes;
    }

    private static byte[] Inflate(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
