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

    // A run prints half a million numbers, most of them the same few points and counts: the texts of small ones are kept.
    private const int MostKept = 10_000;
    private static readonly string?[] KeptPoints = new string?[MostKept];
    private static readonly string?[] KeptCounts = new string?[MostKept];

    /// <summary>Points: always two places, <c>4,50</c>.</summary>
    public static string Points(Fraction points) =>
        !points.TryRound(2, out var cents) ? points.Round(2).ToString("#,##0.00", Format)
        : cents is >= 0 and < MostKept ? KeptPoints[cents] ??= Written(cents, isWhole: false)
        : Written(cents, isWhole: false);

    /// <summary>A value: up to two places, <c>1.250</c>, <c>83,33</c>.</summary>
    public static string Value(Fraction value) =>
        !value.TryRound(2, out var hundredths) ? value.Round(2).ToString("#,##0.##", Format)
        : hundredths % 100 == 0 && hundredths / 100 is >= 0 and < MostKept and var count ? KeptCounts[count] ??= Written(hundredths, isWhole: true)
        : Written(hundredths, isWhole: true);

    /// <summary>Points before the one rounding, up to six places.</summary>
    public static string Exact(Fraction points) => points.Round(6).ToString("#,##0.00####", Format);

    public static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant on the office's wall: <c>25/06/2020 14:05</c>.</summary>
    public static string Instant(TimeZoneInfo zone, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("dd'/'MM'/'yyyy HH':'mm", CultureInfo.InvariantCulture);

    // Both patterns above, from hundredths, right to left.
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
