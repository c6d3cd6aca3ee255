using Emulation.Plan.Calendar;

namespace Emulation.Plan.Tests.Calendar;

/// <summary>What is due when: month-ends, closings, reminders and housekeeping, in every kind of zone and year.</summary>
public sealed class ScheduledSlotsTests
{
    private static readonly string[] Zones =
        ["Asia/Ho_Chi_Minh", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];

    private static readonly DateTimeOffset Before = new(2019, 12, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset After = new(2021, 2, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, int> ZonesAndYears
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var zone in Zones)
            {
                foreach (var year in Enumerable.Range(2015, 20))
                {
                    data.Add(zone, year);
                }
            }

            return data;
        }
    }

    [Fact]
    public void MonthEnds_Of2020_FallOnWorkingDays() =>
        Assert.Equal(
            [
                "2020-01 31/01 16:30", "2020-02 28/02 16:30", "2020-03 31/03 16:30", "2020-04 29/04 16:30", "2020-05 29/05 16:30",
                "2020-06 30/06 16:30", "2020-07 31/07 16:30", "2020-08 31/08 16:30", "2020-09 30/09 16:30", "2020-10 30/10 16:30",
                "2020-11 30/11 16:30", "2020-12 31/12 16:30",
            ],
            Of(Schedules.MonthEnd).Select(slot => $"{slot.Period} {Local(slot):dd/MM HH:mm}"));

    [Fact]
    public void Closings_Of2020_AreTheWavesAndThenTheYear() =>
        Assert.Equal(
            ["2020-W1 10/07/2020 17:00", "2020-W2 08/01/2021 17:00", "2020 08/01/2021 17:05"],
            Of(Schedules.WaveClosing).Select(slot => $"{slot.Period} {Local(slot):dd/MM/yyyy HH:mm}"));

    [Fact]
    public void Reminders_Of2020_RunOncePerDayOnWorkingDaysOnly()
    {
        var days = Of(Schedules.Reminders).Select(slot => DateOnly.FromDateTime(Local(slot).DateTime)).ToList();
        var workingDays = WorkingDays.Of(Plans.DakLak.Calendar);

        Assert.Equal(days.Distinct(), days);
        Assert.All(days, day => Assert.True(workingDays.IsWorkingDay(day), day.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(Ladder.DaysOf(Plans.DakLak), days);
    }

    [Fact]
    public void Housekeeping_Runs366TimesIn2020()
    {
        var year = ScheduledSlots.Between(Plans.DakLak, Instant(2020, 1, 1), Instant(2021, 1, 1)).Where(slot => slot.Schedule == Schedules.Housekeeping);

        Assert.Equal(366, year.Count());
    }

    [Theory]
    [MemberData(nameof(ZonesAndYears))]
    public void MonthEnds_InAnyZoneAndYear_AreTwelveInOrderOnTheLastDay(string zone, int year)
    {
        var plan = PlanOf(zone, year, DayShift.None);
        var slots = SlotsOf(plan, Schedules.MonthEnd);

        Assert.Equal(plan.Months.Select(month => month.Code), slots.Select(slot => slot.Period!.Value));
        foreach (var (slot, month) in slots.Zip(Enumerable.Range(1, 12)))
        {
            Assert.Equal(new DateOnly(year, month, DateTime.DaysInMonth(year, month)), plan.TimeZone.DateOf(slot.SlotAt));
        }
    }

    [Theory]
    [MemberData(nameof(ZonesAndYears))]
    public void MonthEnds_Shifted_AreTheNearestWorkingDayBefore(string zone, int year)
    {
        var plan = PlanOf(zone, year, DayShift.PreviousWorkingDay);

        foreach (var (slot, month) in SlotsOf(plan, Schedules.MonthEnd).Zip(Enumerable.Range(1, 12)))
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            var day = plan.TimeZone.DateOf(slot.SlotAt);
            Assert.False(WorkingDays.IsWeekend(day));
            Assert.InRange(day, last.AddDays(-2), last);
            Assert.All(Enumerable.Range(1, last.DayNumber - day.DayNumber), days => Assert.True(WorkingDays.IsWeekend(day.AddDays(days))));
        }
    }

    [Theory]
    [MemberData(nameof(ZonesAndYears))]
    public void Housekeeping_InAnyZoneAndYear_RunsOncePerLocalDate(string zone, int year)
    {
        var plan = PlanOf(zone, year, DayShift.None);
        var from = plan.TimeZone.InstantOf(new DateOnly(year, 1, 1), TimeOnly.MinValue);
        var to = plan.TimeZone.InstantOf(new DateOnly(year + 1, 1, 1), TimeOnly.MinValue);

        var days = ScheduledSlots.Between(plan, from, to).Where(slot => slot.Schedule == Schedules.Housekeeping)
            .Select(slot => plan.TimeZone.DateOf(slot.SlotAt)).ToList();

        Assert.Equal(Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(day => new DateOnly(year, 1, 1).AddDays(day)), days);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(61)]
    [InlineData(1440)]
    [InlineData(10_007)]
    public void Between_WindowsOfAnyLength_LoseAndRepeatNothing(int minutes)
    {
        // Short windows only around a closing; longer ones over the whole year.
        var (from, to) = minutes < 1000 ? (Instant(2021, 1, 8), Instant(2021, 1, 9)) : (Before, After);
        var whole = ScheduledSlots.Between(Plans.DakLak, from, to).ToList();
        var pieces = new List<ScheduledSlot>();
        for (var at = from; at < to; at = at.AddMinutes(minutes))
        {
            pieces.AddRange(ScheduledSlots.Between(Plans.DakLak, at, Min(at.AddMinutes(minutes), to)));
        }

        Assert.NotEmpty(whole);
        Assert.Equal(whole, pieces);
    }

    [Fact]
    public void Between_ASlotAtTheEnd_IsTakenThereAndNotAgain()
    {
        var closing = new DateTimeOffset(2020, 7, 10, 10, 0, 0, TimeSpan.Zero);

        Assert.Contains(ScheduledSlots.Between(Plans.DakLak, closing.AddMinutes(-1), closing), slot => slot.Period?.Value == "2020-W1");
        Assert.DoesNotContain(ScheduledSlots.Between(Plans.DakLak, closing, closing.AddMinutes(1)), slot => slot.Period?.Value == "2020-W1");
    }

    private static EmulationPlan PlanOf(string zone, int year, DayShift shift) => Plans.DakLak with
    {
        Year = year,
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone),
        Periods = [.. Months.Of(year, 15), new Period(new PeriodCode($"{year}"), PeriodKind.Year, $"năm {year}", new(year, 1, 1), new(year, 12, 31))],
        Calendar = Plans.DakLak.Calendar with { SpecialDays = [], MonthEndShift = shift },
    };

    private static List<ScheduledSlot> SlotsOf(EmulationPlan plan, string schedule) =>
        [.. ScheduledSlots.Between(plan, Instant(plan.Year, 1, 1).AddDays(-2), Instant(plan.Year, 1, 1).AddDays(368)).Where(slot => slot.Schedule == schedule)];

    private static IEnumerable<ScheduledSlot> Of(string schedule) =>
        ScheduledSlots.Between(Plans.DakLak, Before, After).Where(slot => slot.Schedule == schedule);

    private static DateTimeOffset Local(ScheduledSlot slot) => TimeZoneInfo.ConvertTime(slot.SlotAt, Plans.DakLak.TimeZone);

    private static DateTimeOffset Instant(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.FromHours(7));

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
