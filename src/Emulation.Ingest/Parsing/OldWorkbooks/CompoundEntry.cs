using System.Buffers.Binary;
using System.Text;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>The kinds of entries a compound file's directory lists.</summary>
internal enum CompoundEntryKind : byte
{
    None = 0,
    Storage = 1,
    Stream = 2,
    Root = 5,
}

/// <summary>One entry of the directory of a compound file ([MS-CFB] 2.6).</summary>
/// <param name="Left">Number of a sibling; <see cref="Nobody"/> if there is none. So are <paramref name="Right"/> and <paramref name="Child"/>.</param>
internal sealed record CompoundEntry(string Name, CompoundEntryKind Kind, uint Left, uint Right, uint Child, uint First, uint Size)
{
    public const int Length = 128;
    public const uint Nobody = 0xFFFFFFFF;

    public static CompoundEntry Read(ReadOnlySpan<byte> entry)
    {
        var kind = (CompoundEntryKind)entry[66];
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        if (kind == CompoundEntryKind.None)
        {
            return new CompoundEntry("", kind, Nobody, Nobody, Nobody, 0, 0);
        }

        if (kind is not (CompoundEntryKind.Storage or CompoundEntryKind.Stream or CompoundEntryKind.Root) || nameLength is < 2 or > 64 || nameLength % 2 != 0)
        {
            throw OldDamage.In("OLE");
        }

        return new CompoundEntry(
            Encoding.Unicode.GetString(entry[..(nameLength - 2)]), kind, Number(entry, 68), Number(entry, 72), Number(entry, 76), Number(entry, 116), Number(entry, 120));
    }

    private static uint Number(ReadOnlySpan<byte> entry, int at) => BinaryPrimitives.ReadUInt32LittleEndian(entry[at..]);
}
