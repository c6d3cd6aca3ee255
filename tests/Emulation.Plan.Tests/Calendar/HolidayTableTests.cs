using System.Globalization;
using Emulation.Plan.Calendar;

namespace Emulation.Plan.Tests.Calendar;

/// <summary>Whether the days off needed soon are known.</summary>
public sealed class HolidayTableTests
{
    [Theory]
    // the shipped plan knows 2020 and 2021
    [InlineData("2020-03-01", 10, null)]
    [InlineData("2020-12-31", 10, null)]
    // next year's are asked for from October on, and one or two are not all
    [InlineData("2020-09-30", 0, null)]
    [InlineData("2020-10-01", 0, 2021)]
    [InlineData("2020-10-01", 1, 2021)]
    [InlineData("2020-12-31", 7, 2021)]
    [InlineData("2020-12-31", 8, null)]
    // a plan of the past needs none
    [InlineData("2026-11-23", 0, null)]
    public void MissingYear_ByDayAndDaysOffOf2021(string today, int daysOf2021, int? expected)
    {
        var next = Plans.DakLak.Calendar.SpecialDays.Where(day => day.Date.Year == 2021).Take(daysOf2021);
        var plan = Plans.DakLak with
        {
            Calendar = Plans.DakLak.Calendar with { SpecialDays = [.. Plans.DakLak.Calendar.SpecialDays.Where(day => day.Date.Year == 2020), .. next] },
        };

        Assert.Equal(expected, HolidayTable.MissingYear(plan, DateOnly.Parse(today, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void MissingYear_BeforeThePlansYear_AsksForThatYear() =>
        Assert.Equal(2020, HolidayTable.MissingYear(Plans.DakLak with { Calendar = Plans.DakLak.Calendar with { SpecialDays = [] } }, new DateOnly(2019, 12, 1)));
}
