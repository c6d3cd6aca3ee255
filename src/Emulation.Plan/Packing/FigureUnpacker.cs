using System.Buffers.Binary;

namespace Emulation.Plan.Packing;

/// <summary>Reads a pack figure by figure, in the order they were packed (<see cref="PackFormat"/>).</summary>
public ref struct FigureUnpacker
{
    private ReadOnlySpan<byte> rest;
    private int indicator;

    /// <exception cref="InvalidDataException">The pack is in no format known here; see <see cref="Knows"/>.</exception>
    public FigureUnpacker(ReadOnlySpan<byte> packed)
    {
        rest = Knows(packed) ? packed[1..] : throw new InvalidDataException("These packed figures are in no format that this version knows.");
    }

    /// <summary>True if the pack is in a format that this version reads.</summary>
    public static bool Knows(ReadOnlySpan<byte> packed) => packed.Length > 0 && packed[0] == PackFormat.Number;

    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">The bytes are no pack.</exception>
    public bool TryRead(out PackedFigure figure)
    {
        if (rest.IsEmpty)
        {
            figure = default;
            return false;
        }
        int head = Take(1)[0];
        indicator = unchecked(indicator + ReadDifference());
        figure = new PackedFigure(
            indicator,
            (byte)(head & PackFormat.StateBits),
            (head & PackFormat.HasValue) == 0 ? null : ReadNumber(),
            (head & PackFormat.HasEstimated) == 0 ? null : ReadNumber(),
            (head & PackFormat.HasNumerator) == 0 ? null : ReadNumber(),
            (head & PackFormat.HasDenominator) == 0 ? null : ReadNumber(),
            (head & PackFormat.HasDate) == 0 ? null : ReadDate());
        return true;
    }

    private static InvalidDataException Damaged() => new("These packed figures are damaged.");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (rest.Length < count)
        {
            throw Damaged();
        }
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    private int ReadDifference()
    {
        var zigzag = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            uint part = Take(1)[0];
            zigzag |= (part & 0x7F) << shift;
            if (part <= 0x7F)
            {
                return unchecked((int)(zigzag >> 1) ^ -(int)(zigzag & 1));
            }
        }
        throw Damaged();
    }

    private decimal ReadNumber()
    {
        int head = Take(1)[0];
        var places = head & PackFormat.PlacesBits;
        if (places > PackFormat.MostPlaces)
        {
            throw Damaged();
        }
        var high = 0u;
        ulong low;
        switch (head >> PackFormat.WidthShift)
        {
            case 0:
                low = BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));
                break;
            case 1:
                low = BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));
                break;
            case 2:
                low = BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));
                break;
            default:
                low = BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));
                high = BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));
                break;
        }
        return new decimal(unchecked((int)low), unchecked((int)(low >> 32)), unchecked((int)high), (head & PackFormat.Negative) != 0, (byte)places);
    }

    private DateOnly ReadDate()
    {
        var day = BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));
        return day >= 0 && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(day) : throw Damaged();
    }
}
