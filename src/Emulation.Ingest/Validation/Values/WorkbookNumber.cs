using System.Globalization;

namespace Emulation.Ingest.Validation.Values;

/// <summary>The exact decimal a workbook's number stands for.</summary>
internal static class WorkbookNumber
{
    /// <summary>A workbook's number by its shortest form: 90.24 may be stored as 90.23999999999999.</summary>
    public static bool TryRead(double number, bool isPercent, out decimal value)
    {
        Span<char> digits = stackalloc char[32];
        value = 0;
        if (Math.Abs(number) >= 1e15
            || !Math.Round(number, 15 - Magnitude(number)).TryFormat(digits, out var length, "R", CultureInfo.InvariantCulture)
            || !decimal.TryParse(digits[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        value = isPercent ? Trimmed(value * 100) : value;
        return true;
    }

    /// <summary>The same number without zeros at the end, so that equal numbers are stored and hashed alike: 95.500 becomes 95.5.</summary>
    public static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>Digits before the decimal sign, so that fifteen significant digits are kept, as Excel shows them.</summary>
    private static int Magnitude(double number) =>
        number == 0 ? 0 : Math.Clamp((int)Math.Floor(Math.Log10(Math.Abs(number))) + 1, 0, 15);
}
