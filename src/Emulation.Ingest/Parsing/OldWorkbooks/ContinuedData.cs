using System.Buffers.Binary;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>The data of a record and of the CONTINUE records behind it, read as one. Begins at the current record; the last one touched is current afterwards.</summary>
internal sealed class ContinuedData(BiffRecords records, int at = 0)
{
    private int at = at;

    /// <summary>True if every byte was read and nothing continues.</summary>
    public bool IsOver => at == records.Data.Length && !records.IsContinued;

    public byte ReadByte()
    {
        Ensure();
        return records.Data[at++];
    }

    public ushort ReadWord() => (ushort)(ReadByte() | (ReadByte() << 8));

    public uint ReadNumber() => ReadWord() | ((uint)ReadWord() << 16);

    public void Skip(uint count)
    {
        while (count > 0)
        {
            Ensure();
            var step = (int)Math.Min(count, (uint)(records.Data.Length - at));
            at += step;
            count -= (uint)step;
        }
    }

    /// <summary>Reads characters of one or two bytes. Where they are continued, a byte says anew which of the two.</summary>
    public void ReadCharacters(Span<char> target, bool isWide)
    {
        while (!target.IsEmpty)
        {
            if (at == records.Data.Length)
            {
                NextPiece();
                isWide = ReadByte() switch { 0 => false, 1 => true, _ => throw records.Damage() };
            }

            var piece = records.Data[at..];
            var count = Math.Min(target.Length, isWide ? piece.Length / 2 : piece.Length);
            if (count == 0 && !piece.IsEmpty)
            {
                throw records.Damage();
            }

            for (var index = 0; index < count; index++)
            {
                target[index] = isWide ? (char)BinaryPrimitives.ReadUInt16LittleEndian(piece[(index * 2)..]) : (char)piece[index];
            }

            at += isWide ? count * 2 : count;
            target = target[count..];
        }
    }

    private void Ensure()
    {
        while (at == records.Data.Length)
        {
            NextPiece();
        }
    }

    private void NextPiece()
    {
        if (!records.IsContinued)
        {
            throw records.Damage();
        }

        records.Read();
        at = 0;
    }
}
