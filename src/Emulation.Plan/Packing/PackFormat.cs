namespace Emulation.Plan.Packing;

/// <summary>The bytes of a pack: everything one submission says of one unit and period (<c>emulation.packed_figures</c>).</summary>
/// <remarks>
/// docs/adr/0025. All numbers are little-endian.
/// <list type="bullet">
/// <item>pack: the number of the format (1), then figure after figure, as many as there are bytes.</item>
/// <item>figure: a head (bits 0–1 state; bits 2–6: value, estimated, numerator, denominator, date are there; bit 7 zero);
/// the indicator's id as difference to the figure before (zigzag, 7 bits a byte, low bits first, bit 7: more follows);
/// then the numbers that are there, in this order; then the date, if there, as 4 bytes: days since 0001-01-01.</item>
/// <item>number: a head (bits 0–4 decimal places, bit 5 negative, bits 6–7 width: 2, 4, 8 or 12 bytes), then the digits as a whole number of that width.</item>
/// </list>
/// </remarks>
internal static class PackFormat
{
    public const byte Number = 1;
    public const int StateBits = 0b11;
    public const int HasValue = 1 << 2;
    public const int HasEstimated = 1 << 3;
    public const int HasNumerator = 1 << 4;
    public const int HasDenominator = 1 << 5;
    public const int HasDate = 1 << 6;

    public const int PlacesBits = 0b11111;
    public const int MostPlaces = 28;
    public const int Negative = 1 << 5;
    public const int WidthShift = 6;

    /// <summary>Head, indicator, four numbers and a date never need more bytes.</summary>
    public const int LongestFigure = 1 + 5 + (4 * (1 + 12)) + 4;
}
