namespace Emulation.Plan.Calendar;

/// <summary>Which days the office works: Monday to Friday without holidays, and the make-up days.</summary>
public sealed class WorkingDays(IEnumerable<SpecialDay> specialDays)
{
    private readonly Dictionary<DateOnly, SpecialDayKind> special =
        specialDays.GroupBy(day => day.Date).ToDictionary(group => group.Key, group => group.First().Kind);

    public static WorkingDays Of(PlanCalendar calendar) => new(calendar.SpecialDays);

    public bool IsWorkingDay(DateOnly day) =>
        special.TryGetValue(day, out var kind) ? kind == SpecialDayKind.MakeUpDay : !IsWeekend(day);

    /// <summary>The day itself if the office works on it, else the working day the rule moves it to.</summary>
    public DateOnly Shift(DateOnly day, DayShift shift)
    {
        var step = shift switch
        {
            DayShift.None => 0,
            DayShift.PreviousWorkingDay => -1,
            DayShift.NextWorkingDay => 1,
            _ => throw new ArgumentOutOfRangeException(nameof(shift), shift, null),
        };
        while (step != 0 && !IsWorkingDay(day))
        {
            day = day.AddDays(step);
        }

        return day;
    }

    /// <summary>The first working day after that day.</summary>
    public DateOnly FirstAfter(DateOnly day) => Shift(day.AddDays(1), DayShift.NextWorkingDay);

    /// <summary>Saturday or Sunday.</summary>
    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
