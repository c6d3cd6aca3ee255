using System.Globalization;
using Emulation.Plan.Calendar;

namespace Emulation.Plan.Tests.Calendar;

/// <summary>Who is reminded of what, and when.</summary>
public sealed class RemindersTests
{
    [Theory]
    // internal cut-off 15/6/2020 (Monday): 7, 3, 1, 0 days before; weekends move to Friday; 1 and 3 days after
    [InlineData("2020-06-08", 7)]
    [InlineData("2020-06-12", 1)]
    [InlineData("2020-06-15", 0)]
    [InlineData("2020-06-16", -1)]
    [InlineData("2020-06-18", -3)]
    public void On_DayBeforeTheCutoff_NamesTheDutyAndTheDaysLeft(string day, int daysBefore)
    {
        var due = Reminders.On(Plans.DakLak, Day(day)).Single(due => due.Duty.Code == "DL3");

        Assert.Equal(daysBefore, due.DaysBefore);
        Assert.Equal("2020-W1", due.Occurrence.Period.Code.Value);
    }

    [Theory]
    [InlineData("2020-06-14")]
    [InlineData("2020-06-17")]
    [InlineData("2020-07-30")]
    public void On_AnyOtherDay_IsNotAboutThatDuty(string day) =>
        Assert.DoesNotContain(Reminders.On(Plans.DakLak, Day(day)), due => due.Duty.Code == "DL3");

    [Fact]
    public void On_EveryDayOfTheYear_RemindsOfEachDutyAndPeriodAtLeastOnce()
    {
        var days = Enumerable.Range(0, 400).Select(day => new DateOnly(2020, 1, 1).AddDays(day));
        var reminded = days.SelectMany(day => Reminders.On(Plans.DakLak, day)).Select(due => (due.Duty.Code, due.Occurrence.Period.Code)).ToHashSet();

        Assert.Equal(Plans.DakLak.Duties.Sum(duty => duty.Occurrences.Count), reminded.Count);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
