using System.Globalization;
using System.Text.RegularExpressions;

namespace Emulation.Ingest.Validation.Values;

/// <summary>The strict grammar of dates in forms: day before month. A month first is taken only where the day cannot be a month, with a note.</summary>
internal static partial class DateGrammar
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    /// <summary>Reads a trimmed text.</summary>
    /// <param name="isMonthFirst">True if the date could only be read with the month first.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out DateOnly date, out bool isMonthFirst)
    {
        (date, isMonthFirst) = (default, false);
        if (text.Length is < 6 or > 40)
        {
            return false;
        }

        var words = text.ToString().Normalize();
        if (Iso().Match(words) is { Success: true } iso)
        {
            return TryMake(iso.Groups[1].Value, iso.Groups[2].Value, iso.Groups[3].Value, out date);
        }

        if (Long().Match(words) is { Success: true } full)
        {
            return TryMake(full.Groups[3].Value, full.Groups[2].Value, full.Groups[1].Value, out date);
        }

        if (Short().Match(words) is not { Success: true } match)
        {
            return false;
        }

        var (first, second, year) = (match.Groups[1].Value, Month(match.Groups[3].Value), match.Groups[4].Value);
        isMonthFirst = int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is > 12 and <= 31;
        return isMonthFirst ? TryMake(year, first, second, out date) : TryMake(year, second, first, out date);
    }

    /// <summary>A workbook's serial day of the 1900 system; the time of day is cut off. Day 60 (29/02/1900) never was.</summary>
    public static bool TryFromSerial(double serial, out DateOnly date)
    {
        date = default;
        var day = Math.Floor(serial);
        if (day is < 61 or > 73415)
        {
            return false;
        }

        date = new DateOnly(1899, 12, 30).AddDays((int)day);
        return true;
    }

    private static string Month(string text)
    {
        var roman = Array.IndexOf(Roman, text.ToUpperInvariant());
        return roman < 0 ? text : (roman + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static bool TryMake(string yearText, string monthText, string dayText, out DateOnly date)
    {
        date = default;
        if (!int.TryParse(yearText, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(monthText, NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || !int.TryParse(dayText, NumberStyles.None, CultureInfo.InvariantCulture, out var day))
        {
            return false;
        }

        year += yearText.Length == 2 ? 2000 : 0;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    [GeneratedRegex(@"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00)?)?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^([0-9]{1,2})\s*([/.\-])\s*([0-9]{1,2}|[IVXivx]{1,4})\s*\2\s*([0-9]{4}|[0-9]{2})$")]
    private static partial Regex Short();

    [GeneratedRegex(@"^(?:ngày\s+)?([0-9]{1,2})\s+tháng\s+([0-9]{1,2})\s+năm\s+([0-9]{4})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Long();
}
