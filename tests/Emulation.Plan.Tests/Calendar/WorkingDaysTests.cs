using System.Globalization;
using Emulation.Plan.Calendar;

namespace Emulation.Plan.Tests.Calendar;

/// <summary>Which days the office works, and where days move.</summary>
public sealed class WorkingDaysTests
{
    [Theory]
    // ordinary days
    [InlineData("2020-06-30", true)]
    [InlineData("2020-06-27", false)]
    // Tết Canh Tý: 23/01 to 29/01/2020
    [InlineData("2020-01-22", true)]
    [InlineData("2020-01-23", false)]
    [InlineData("2020-01-29", false)]
    [InlineData("2020-01-30", true)]
    // two days for the National Day since 2021
    [InlineData("2020-09-03", true)]
    [InlineData("2021-09-03", false)]
    public void IsWorkingDay_OfTheShippedCalendar_IsAsAnnounced(string day, bool expected) =>
        Assert.Equal(expected, WorkingDays.Of(Plans.DakLak.Calendar).IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2020-01-25", DayShift.PreviousWorkingDay, "2020-01-22")]
    [InlineData("2020-01-25", DayShift.NextWorkingDay, "2020-01-30")]
    [InlineData("2020-01-25", DayShift.None, "2020-01-25")]
    [InlineData("2020-02-29", DayShift.PreviousWorkingDay, "2020-02-28")]
    [InlineData("2020-06-30", DayShift.PreviousWorkingDay, "2020-06-30")]
    public void Shift_Day_MovesToTheWorkingDayOfTheRule(string day, DayShift shift, string expected) =>
        Assert.Equal(Day(expected), WorkingDays.Of(Plans.DakLak.Calendar).Shift(Day(day), shift));

    [Fact]
    public void IsWorkingDay_OnAMakeUpDay_IsTrueThoughItIsASaturday()
    {
        var days = new WorkingDays([new SpecialDay(Day("2020-07-04"), "Làm bù", SpecialDayKind.MakeUpDay, Basis.Illustrative)]);

        Assert.True(days.IsWorkingDay(Day("2020-07-04")));
        Assert.Equal(Day("2020-07-04"), days.Shift(Day("2020-07-05"), DayShift.PreviousWorkingDay));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
