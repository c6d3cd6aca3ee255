using System.Buffers.Binary;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>The head of a compound file ([MS-CFB] 2.2): its sector size and where its tables begin.</summary>
/// <param name="SectorSize">512 or 4096 bytes.</param>
/// <param name="SectorCount">Sectors behind the header; the last may be shorter than it should be.</param>
internal sealed record CompoundHeader(
    int SectorSize, int SectorCount, uint TableSectors, uint FirstDirectory, uint FirstMiniTable, uint MiniTableSectors, uint FirstListSector, uint ListSectors)
{
    /// <summary>Sectors of the table that the header itself lists.</summary>
    public const int ListedHere = 109;

    /// <summary>Where that list begins.</summary>
    public const int ListOffset = 76;

    /// <summary>Streams below this size live in the mini stream.</summary>
    public const uint MiniCutoff = 4096;

    public const int MiniSectorSize = 64;

    private const int HeaderLength = 512;

    /// <exception cref="UnreadableFileException">The file is cut, or no compound file.</exception>
    public static CompoundHeader Read(ReadOnlySpan<byte> content)
    {
        if (content.Length < HeaderLength)
        {
            throw new UnreadableFileException(RejectionCatalogue.Truncated);
        }

        var shift = Word(content, 30);
        var isKnown = (Word(content, 26), shift) is (3, 9) or (4, 12) && Word(content, 28) == 0xFFFE && Word(content, 32) == 6
            && Number(content, 56) == MiniCutoff;
        if (!isKnown)
        {
            throw OldDamage.In("OLE");
        }

        // The header takes the place of one sector.
        var size = 1 << shift;
        var count = ((content.Length + size - 1) / size) - 1;
        return count > 0
            ? new CompoundHeader(
                size, count, Number(content, 44), Number(content, 48), Number(content, 60), Number(content, 64), Number(content, 68), Number(content, 72))
            : throw new UnreadableFileException(RejectionCatalogue.Truncated);
    }

    private static ushort Word(ReadOnlySpan<byte> content, int at) => BinaryPrimitives.ReadUInt16LittleEndian(content[at..]);

    private static uint Number(ReadOnlySpan<byte> content, int at) => BinaryPrimitives.ReadUInt32LittleEndian(content[at..]);
}
