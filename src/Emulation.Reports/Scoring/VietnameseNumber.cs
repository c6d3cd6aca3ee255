using System.Globalization;

namespace Emulation.Reports.Scoring;

/// <summary>Numbers and days as printed in results: 1.234,56 and 31/01/2020. Fixed here, not taken from the machine, because frozen results contain them.</summary>
public static class VietnameseNumber
{
    private static readonly NumberFormatInfo Format = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
        NegativeSign = "−",
    };

    /// <summary>Points: always two places, <c>4,50</c>.</summary>
    public static string Points(Fraction points) =>
        points.TryRound(2, out var cents) ? Written(cents, isWhole: false) : points.Round(2).ToString("#,##0.00", Format);

    /// <summary>A value: up to two places, <c>1.250</c>, <c>83,33</c>.</summary>
    public static string Value(Fraction value) =>
        value.TryRound(2, out var hundredths) ? Written(hundredths, isWhole: true) : value.Round(2).ToString("#,##0.##", Format);

    /// <summary>Points before the one rounding, up to six places.</summary>
    public static string Exact(Fraction points) => points.Round(6).ToString("#,##0.00####", Format);

    public static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant on the office's wall: <c>25/06/2020 14:05</c>.</summary>
    public static string Instant(TimeZoneInfo zone, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("dd'/'MM'/'yyyy HH':'mm", CultureInfo.InvariantCulture);

    // Both patterns above, from hundredths: written right to left, because a run prints half a million numbers.
    private static string Written(long hundredths, bool isWhole)
    {
        Span<char> text = stackalloc char[32];
        var start = text.Length;
        var (whole, rest) = Math.DivRem((ulong)Math.Abs(hundredths), 100);
        if (!isWhole || rest % 10 != 0)
        {
            text[--start] = (char)('0' + (rest % 10));
        }
        if (!isWhole || rest != 0)
        {
            text[--start] = (char)('0' + (rest / 10));
            text[--start] = ',';
        }
        for (var digits = 0; whole != 0 || digits == 0; digits++, whole /= 10)
        {
            if (digits != 0 && digits % 3 == 0)
            {
                text[--start] = '.';
            }
            text[--start] = (char)('0' + (whole % 10));
        }
        if (hundredths < 0)
        {
            text[--start] = '−';
        }
        return new string(text[start..]);
    }
}
