using Emulation.Plan;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>When officers save files: on working days, at one of a few times of the day.</summary>
public sealed class OfficeHours(EmulationPlan plan)
{
    private static readonly TimeOnly[] Times = [new(8, 20), new(9, 45), new(11, 5), new(14, 10), new(15, 30), new(16, 40)];

    public static int TimesADay => Times.Length;

    /// <summary>The instant of that local day and time of day (0-based), in UTC.</summary>
    public DateTimeOffset At(DateOnly day, int time)
    {
        var local = day.ToDateTime(Times[time]);
        return new DateTimeOffset(local, plan.TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The working days between two days, both inclusive.</summary>
    public IReadOnlyList<DateOnly> WorkingDays(DateOnly from, DateOnly to) =>
        [.. Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Select(from.AddDays).Where(IsWorkingDay)];

    /// <summary>The first working day on or after that day.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private bool IsWorkingDay(DateOnly day)
    {
        var special = plan.Calendar.SpecialDays.FirstOrDefault(special => special.Date == day);
        return special is null ? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) : special.Kind == SpecialDayKind.MakeUpDay;
    }
}
