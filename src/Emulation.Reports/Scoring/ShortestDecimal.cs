using System.Globalization;

namespace Emulation.Reports.Scoring;

/// <summary>Decimals in their shortest form, as <see cref="CanonicalResult.Normalise"/> writes them.</summary>
internal static class ShortestDecimal
{
    /// <summary>Room that is enough for any decimal.</summary>
    public const int MostBytes = 40;

    /// <returns>The number of bytes written.</returns>
    public static int Write(decimal value, Span<byte> text)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var places = (bits[3] >> 16) & 0xFF;
        if (bits[2] != 0)
        {
            return Wide(value, places, text);
        }
        var units = unchecked(((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        if (units == 0)
        {
            text[0] = (byte)'0';
            return 1;
        }
        var sign = bits[3] < 0 ? 1 : 0;
        text[0] = (byte)'-';
        return sign + Short(units, places, text[sign..]);
    }

    private static int Short(ulong units, int places, Span<byte> text)
    {
        while (places > 0 && units % 10 == 0)
        {
            units /= 10;
            places--;
        }
        units.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        if (places == 0)
        {
            return length;
        }
        var zeros = Math.Max(places + 1 - length, 0);
        text[..length].CopyTo(text[zeros..]);
        text[..zeros].Fill((byte)'0');
        var point = length + zeros - places;
        text.Slice(point, places).CopyTo(text[(point + 1)..]);
        text[point] = (byte)'.';
        return point + 1 + places;
    }

    // Nineteen digits and more: rare.
    private static int Wide(decimal value, int places, Span<byte> text)
    {
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        var digits = text[..length];
        return places == 0 ? length : digits.TrimEnd((byte)'0').TrimEnd((byte)'.').Length;
    }
}
