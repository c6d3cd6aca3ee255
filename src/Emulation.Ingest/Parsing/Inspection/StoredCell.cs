using System.Globalization;

namespace Emulation.Ingest.Parsing.Inspection;

/// <summary>A cell as one text that depends on no culture: numbers exact, dates in ISO 8601, booleans TRUE and FALSE, errors as they stand.</summary>
internal static class StoredCell
{
    /// <summary>The day Excel counts as 60 never was; numbers below it are one day behind the calendar of .NET.</summary>
    private const double LeapDayThatNeverWas = 60;

    private const double FirstAfterYear9999 = 2958466;

    /// <summary>The text; empty for a blank cell and for a formula that was never calculated.</summary>
    public static ReadOnlySpan<char> Say(in CellView cell) => cell.Kind switch
    {
        CellKind.Blank or CellKind.Formula => default,
        CellKind.Number => Number(cell.Number),
        CellKind.Date => Date(cell.Number),
        CellKind.Boolean => cell.Number != 0 ? "TRUE" : "FALSE",
        _ => cell.Text,
    };

    /// <summary>The shortest digits that give the same number again, without an exponent where 28 digits do.</summary>
    public static string Number(double number)
    {
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        return shortest.Contains('E', StringComparison.Ordinal) && Math.Abs(number) is < 1e28 and > 1e-14
            ? decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : shortest;
    }

    /// <summary>The day, with its time if it has one; a time alone below 1. What is no day of the calendar stays a number.</summary>
    public static string Date(double serial)
    {
        if (serial is < 0 or >= FirstAfterYear9999 || Math.Floor(serial) == LeapDayThatNeverWas)
        {
            return Number(serial);
        }

        var time = Round(serial < LeapDayThatNeverWas ? serial + 1 : serial);
        return serial < 1 && time.TimeOfDay != default ? time.ToString(TimeFormat(time), CultureInfo.InvariantCulture)
            : time.TimeOfDay == default ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : time.ToString("yyyy-MM-dd'T'" + TimeFormat(time), CultureInfo.InvariantCulture);
    }

    /// <summary>To the millisecond: a serial number holds no more.</summary>
    private static DateTime Round(double serial) =>
        new DateTime(1899, 12, 30).AddTicks(checked((long)Math.Round(serial * TimeSpan.MillisecondsPerDay) * TimeSpan.TicksPerMillisecond));

    private static string TimeFormat(DateTime time) => time.Millisecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fff";
}
