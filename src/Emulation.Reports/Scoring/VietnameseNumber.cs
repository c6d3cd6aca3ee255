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
    public static string Points(Fraction points) => points.Round(2).ToString("#,##0.00", Format);

    /// <summary>A value: up to two places, <c>1.250</c>, <c>83,33</c>.</summary>
    public static string Value(Fraction value) => value.Round(2).ToString("#,##0.##", Format);

    public static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
