using System.Globalization;

namespace Emulation.Ingest.Answers;

/// <summary>Numbers, days and times as a Vietnamese official reads them.</summary>
internal static class VietnameseNumbers
{
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>E.g. <c>1.234,56</c>; as many decimals as the number has.</summary>
    public static string Figure(decimal value) => value.ToString("#,##0.############", Culture);

    /// <summary>Points, two decimals always.</summary>
    public static string Points(decimal value) => value.ToString("#,##0.00", Culture);

    public static string Count(int value) => value.ToString("N0", Culture);

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>E.g. <c>09:05 ngày 18/03/2020</c>, in the zone given.</summary>
    public static string Instant(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("HH:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Megabytes(long bytes) => (bytes / 1048576m).ToString("#,##0.#", Culture) + " MB";

    public static string Bytes(long bytes) => bytes switch
    {
        < 1024 => string.Create(Culture, $"{bytes} byte"),
        < 1048576 => (bytes / 1024m).ToString("#,##0.#", Culture) + " KB",
        _ => Megabytes(bytes),
    };
}
