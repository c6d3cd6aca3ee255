using System.Buffers.Binary;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>The records of a BIFF stream one after another: type, length, data. Every byte belongs to one of them.</summary>
internal sealed class BiffRecords(ReadOnlyMemory<byte> stream)
{
    /// <summary>No record of BIFF8 has more data.</summary>
    private const int MostData = 8224;

    private int start;
    private int length;

    public ushort Type { get; private set; }

    /// <summary>The data of the current record.</summary>
    public ReadOnlySpan<byte> Data => stream.Span.Slice(start, length);

    /// <summary>Where the current record begins.</summary>
    public int Offset => start - 4;

    /// <summary>Where the next record begins.</summary>
    public int Next => start + length;

    /// <summary>For messages: whose records these are.</summary>
    public string Part { get; set; } = "Workbook";

    /// <summary>True if nothing but padding follows: programs fill the stream up to the size of a sector.</summary>
    public bool IsAtPadding => !stream.Span[Next..].ContainsAnyExcept((byte)0);

    /// <summary>The next record becomes the current one.</summary>
    public void Read()
    {
        var rest = stream.Span[Next..];
        if (rest.Length < 4 || BinaryPrimitives.ReadUInt16LittleEndian(rest[2..]) is var size && (size > MostData || size > rest.Length - 4))
        {
            throw Damage();
        }

        Type = BinaryPrimitives.ReadUInt16LittleEndian(rest);
        (start, length) = (Next + 4, BinaryPrimitives.ReadUInt16LittleEndian(rest[2..]));
    }

    /// <summary>True if the next record continues this one.</summary>
    public bool IsContinued => stream.Length - Next >= 4 && BinaryPrimitives.ReadUInt16LittleEndian(stream.Span[Next..]) == RecordType.Continue;

    /// <summary>Makes the record that begins there the current one.</summary>
    public void Seek(int offset)
    {
        (start, length) = (offset, 0);
        Read();
    }

    /// <summary>The data, which must have exactly this length.</summary>
    public ReadOnlySpan<byte> Exactly(int size) => length == size ? Data : throw Damage();

    /// <summary>The data, which must have at least this length.</summary>
    public ReadOnlySpan<byte> AtLeast(int size) => length >= size ? Data : throw Damage();

    public UnreadableFileException Damage() => OldDamage.In(Part);
}
