using Emulation.Jobs.Tests.Demo;
using Emulation.Plan;
using Emulation.Plan.Calendar;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>A plan year with a zone, holidays, shift, kind of month, times and ladder drawn at random.</summary>
internal static class RandomYear
{
    private static readonly string[] Zones = ["Asia/Ho_Chi_Minh", "UTC", "Europe/Paris", "America/New_York", "Australia/Lord_Howe"];

    // Some of them fall into the hour that clocks skip or repeat.
    private static readonly TimeOnly[] Times = [new(0, 0), new(1, 30), new(2, 0), new(2, 30), new(8, 0), new(16, 30), new(23, 45)];

    public static EmulationPlan Of(int year, Random random)
    {
        var months = Months.Of(year, random.Next(2) == 0 ? 1 : random.Next(2, 29)).ToList();
        return DemoPlan.Plan with
        {
            Code = $"y{year}",
            Year = year,
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(Zones[random.Next(Zones.Length)]),
            Periods = [.. months, new Period(new PeriodCode($"{year}"), PeriodKind.Year, $"năm {year}", new(year, 1, 1), new(year, 12, 31))],
            Waves = [WaveOf(1, new(year, 1, 1), new(year, 6, 30), random), WaveOf(2, new(year, 7, 1), new(year, 12, 31), random)],
            Duties = [DutyOf(months, random)],
            Calendar = CalendarOf(year, random),
        };
    }

    private static Wave WaveOf(int number, DateOnly from, DateOnly to, Random random) =>
        new(number, new Period(new PeriodCode($"{from.Year}-W{number}"), PeriodKind.Wave, $"đợt {number}", from, to), to.AddDays(random.Next(1, 20)));

    private static Duty DutyOf(List<Period> months, Random random)
    {
        var occurrences = months.Select(month => new DateOnly(month.To.Year, month.To.Month, random.Next(5, 25)))
            .Zip(months, (due, month) => new DutyOccurrence(month, due.AddDays(-random.Next(5, 15)), due.AddDays(-random.Next(0, 5)), due, due.AddDays(random.Next(0, 30))));
        return DemoPlan.Plan.Duties[^1] with { Occurrences = [.. occurrences] };
    }

    private static PlanCalendar CalendarOf(int year, Random random)
    {
        TimeOnly Time() => Times[random.Next(Times.Length)];
        return new PlanCalendar(DaysOf(year, random), (DayShift)random.Next(3), Time(), Time(), Time(), [random.Next(1, 9), 0, -random.Next(1, 5)])
        {
            Escalation = [new(0, ContactRole.Officer), new(random.Next(1, 4), ContactRole.Officer), new(random.Next(4, 12), ContactRole.Head)],
        };
    }

    /// <summary>Holidays on any day, some in rows of ten around a month's end, and make-up days on weekends.</summary>
    private static List<SpecialDay> DaysOf(int year, Random random)
    {
        var days = new Dictionary<DateOnly, SpecialDayKind>();
        for (var number = random.Next(0, 30); number > 0; number--)
        {
            days[new DateOnly(year, 1, 1).AddDays(random.Next(400))] = SpecialDayKind.Holiday;
        }

        var leave = new DateOnly(year, random.Next(1, 13), 1).AddDays(-random.Next(0, 10));
        for (var number = random.Next(0, 11); number > 0; number--)
        {
            days[leave.AddDays(number)] = SpecialDayKind.Holiday;
        }

        foreach (var weekend in Enumerable.Range(0, 400).Select(day => new DateOnly(year, 1, 1).AddDays(day)).Where(day => WorkingDays.IsWeekend(day) && random.Next(20) == 0))
        {
            days[weekend] = SpecialDayKind.MakeUpDay;
        }

        return [.. days.OrderBy(day => day.Key).Select(day => new SpecialDay(day.Key, "", day.Value, Basis.Illustrative))];
    }
}
