using System.Globalization;

namespace Emulation.Ingest.Validation;

/// <summary>How numbers and dates are printed in messages: 1.234,56 and dd/MM/yyyy.</summary>
internal static class VietnameseText
{
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("vi-VN");

    public static string Say(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Without separators between thousands, so that the reading is plain.</summary>
    public static string SayPlain(decimal number) => number.ToString("0.##########", Culture);

    /// <summary>Without trailing zeros; the decimals as they are.</summary>
    public static string Say(decimal number) => number.ToString("#,##0.##########", Culture);
}
