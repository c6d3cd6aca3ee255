using System.Globalization;

namespace Emulation.Plan;

/// <summary>The twelve months of a plan year.</summary>
/// <remarks>An administrative month runs from a day of the month before to the day before it: with the 15th, March is 15/02–14/3 (NĐ 09/2019/NĐ-CP, Điều 12). With the 1st it is the calendar month.</remarks>
public static class Months
{
    /// <summary>The months of <paramref name="year"/> in order.</summary>
    /// <param name="year">The plan year.</param>
    /// <param name="firstDay">1 for calendar months; 2–28 for administrative months that begin on that day of the month before.</param>
    public static IEnumerable<Period> Of(int year, int firstDay) =>
        Enumerable.Range(1, 12).Select(month => MonthOf(year, month, firstDay));

    private static Period MonthOf(int year, int month, int firstDay)
    {
        var first = new DateOnly(year, month, 1);
        var (from, to) = firstDay == 1
            ? (first, first.AddMonths(1).AddDays(-1))
            : (new DateOnly(first.AddMonths(-1).Year, first.AddMonths(-1).Month, firstDay), new DateOnly(year, month, firstDay).AddDays(-1));
        var code = new PeriodCode(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}"));
        return new Period(code, PeriodKind.Month, string.Create(CultureInfo.InvariantCulture, $"tháng {month}/{year}"), from, to);
    }
}
