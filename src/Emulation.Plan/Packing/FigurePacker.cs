using System.Buffers.Binary;

namespace Emulation.Plan.Packing;

/// <summary>Writes one pack after another into one buffer (<see cref="PackFormat"/>).</summary>
public sealed class FigurePacker
{
    private byte[] bytes = new byte[1024];
    private int length;
    private int indicatorBefore;

    /// <summary>Begins an empty pack.</summary>
    public FigurePacker()
    {
        Clear();
    }

    /// <summary>The pack so far; overwritten by the next.</summary>
    public ReadOnlyMemory<byte> Packed => bytes.AsMemory(0, length);

    /// <summary>Begins the next pack.</summary>
    public void Clear()
    {
        bytes[0] = PackFormat.Number;
        (length, indicatorBefore) = (1, 0);
    }

    public void Add(in PackedFigure figure)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(figure.State, PackFormat.StateBits);
        if (bytes.Length - length < PackFormat.LongestFigure)
        {
            Array.Resize(ref bytes, bytes.Length * 2);
        }
        bytes[length++] = (byte)(figure.State | Parts(figure));
        WriteIndicator(figure.IndicatorId);
        WriteNumber(figure.Value);
        WriteNumber(figure.Estimated);
        WriteNumber(figure.Numerator);
        WriteNumber(figure.Denominator);
        if (figure.Date is { } date)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(length), date.DayNumber);
            length += sizeof(int);
        }
    }

    private static int Parts(in PackedFigure figure) =>
        (figure.Value is null ? 0 : PackFormat.HasValue)
        | (figure.Estimated is null ? 0 : PackFormat.HasEstimated)
        | (figure.Numerator is null ? 0 : PackFormat.HasNumerator)
        | (figure.Denominator is null ? 0 : PackFormat.HasDenominator)
        | (figure.Date is null ? 0 : PackFormat.HasDate);

    // Ids of neighbours differ by little: a byte nearly always.
    private void WriteIndicator(int indicator)
    {
        var difference = unchecked(indicator - indicatorBefore);
        indicatorBefore = indicator;
        var rest = unchecked((uint)((difference << 1) ^ (difference >> 31)));
        while (rest > 0x7F)
        {
            bytes[length++] = (byte)((rest & 0x7F) | 0x80);
            rest >>= 7;
        }
        bytes[length++] = (byte)rest;
    }

    private void WriteNumber(decimal? number)
    {
        if (number is not { } value)
        {
            return;
        }
        Span<int> words = stackalloc int[4];
        decimal.GetBits(value, words);
        var (low, high) = unchecked(((uint)words[0] | ((ulong)(uint)words[1] << 32), (uint)words[2]));
        // The database knows no negative zero.
        var sign = words[3] < 0 && (low | high) != 0 ? PackFormat.Negative : 0;
        var width = high != 0 ? 3 : low > uint.MaxValue ? 2 : low > ushort.MaxValue ? 1 : 0;
        bytes[length++] = (byte)(value.Scale | sign | (width << PackFormat.WidthShift));
        WriteDigits(width, low, high);
    }

    private void WriteDigits(int width, ulong low, uint high)
    {
        var target = bytes.AsSpan(length);
        switch (width)
        {
            case 0:
                BinaryPrimitives.WriteUInt16LittleEndian(target, (ushort)low);
                length += sizeof(ushort);
                break;
            case 1:
                BinaryPrimitives.WriteUInt32LittleEndian(target, (uint)low);
                length += sizeof(uint);
                break;
            case 2:
                BinaryPrimitives.WriteUInt64LittleEndian(target, low);
                length += sizeof(ulong);
                break;
            default:
                BinaryPrimitives.WriteUInt64LittleEndian(target, low);
                BinaryPrimitives.WriteUInt32LittleEndian(target[sizeof(ulong)..], high);
                length += sizeof(ulong) + sizeof(uint);
                break;
        }
    }
}
