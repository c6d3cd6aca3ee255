using Emulation.Plan;
using Emulation.Plan.Calendar;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>The calendar said a second time, as simply as it can be: walk over every day and ask what is due on it. Shares no code with what it judges.</summary>
internal sealed class DayByDay(EmulationPlan plan)
{
    private readonly HashSet<DateOnly> closed = [.. plan.Calendar.SpecialDays.Where(day => day.Kind == SpecialDayKind.Holiday).Select(day => day.Date)];
    private readonly HashSet<DateOnly> madeUp = [.. plan.Calendar.SpecialDays.Where(day => day.Kind == SpecialDayKind.MakeUpDay).Select(day => day.Date)];

    /// <summary>Everything due on the days from the first to the last, in order.</summary>
    public List<ScheduledSlot> Due(DateOnly first, DateOnly last)
    {
        var due = new List<ScheduledSlot>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            due.Add(new ScheduledSlot(Schedules.Housekeeping, At(day, new TimeOnly(2, 0)), null));
            foreach (var month in plan.Periods.Where(period => period.Kind == PeriodKind.Month && MonthEnd(period.To.Year, period.To.Month) == day))
            {
                due.Add(new ScheduledSlot(Schedules.MonthEnd, At(day, plan.Calendar.MonthEndTime), month.Code));
            }

            foreach (var wave in plan.Waves.Where(wave => wave.ClosesOn == day))
            {
                due.Add(new ScheduledSlot(Schedules.WaveClosing, At(day, plan.Calendar.WaveClosingTime), wave.Period.Code));
                if (wave.Number == plan.Waves.Count)
                {
                    due.Add(new ScheduledSlot(Schedules.WaveClosing, At(day, plan.Calendar.WaveClosingTime).AddMinutes(5), new PeriodCode($"{plan.Year}")));
                }
            }

            foreach (var wave in plan.Waves.Where(wave => wave.ObjectionsUntil is not null && Walk(wave.Period.To.AddDays(1), 1) == day))
            {
                due.Add(new ScheduledSlot(Schedules.ProvisionalCards, At(day, plan.Calendar.ReminderTime), wave.Period.Code));
                if (wave.Number == plan.Waves.Count)
                {
                    due.Add(new ScheduledSlot(Schedules.ProvisionalCards, At(day, plan.Calendar.ReminderTime).AddMinutes(5), new PeriodCode($"{plan.Year}")));
                }
            }

            foreach (var wave in plan.Waves.Where(wave => Walk(wave.ClosesOn.AddDays(1), 1) == day))
            {
                due.Add(new ScheduledSlot(Schedules.ScoreCards, At(day, plan.Calendar.ReminderTime), wave.Period.Code));
                if (wave.Number == plan.Waves.Count)
                {
                    due.Add(new ScheduledSlot(Schedules.ScoreCards, At(day, plan.Calendar.ReminderTime).AddMinutes(5), new PeriodCode($"{plan.Year}")));
                }
            }

            if (IsReminderDay(day))
            {
                due.Add(new ScheduledSlot(Schedules.Reminders, At(day, plan.Calendar.ReminderTime), null));
            }
        }

        return [.. due.OrderBy(slot => slot.SlotAt).ThenBy(slot => slot.Schedule, StringComparer.Ordinal)];
    }

    public bool Works(DateOnly day) => madeUp.Contains(day) || (!closed.Contains(day) && day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday);

    private DateOnly MonthEnd(int year, int month)
    {
        var day = new DateOnly(year, month, 28);
        while (day.AddDays(1).Month == month)
        {
            day = day.AddDays(1);
        }

        return plan.Calendar.MonthEndShift switch
        {
            DayShift.PreviousWorkingDay => Walk(day, -1),
            DayShift.NextWorkingDay => Walk(day, 1),
            _ => day,
        };
    }

    private bool IsReminderDay(DateOnly day) => plan.Duties.SelectMany(duty => duty.Occurrences).Any(occurrence =>
        day >= occurrence.OpensOn && day <= occurrence.LocksOn
        && (plan.Calendar.ReminderDaysBefore.Any(before => Walk(occurrence.CutoffOn.AddDays(-before), before < 0 ? 1 : -1) == day)
            || plan.Calendar.Escalation.Any(step => Walk(occurrence.DueOn.AddDays(step.DaysAfterDue), step.DaysAfterDue > 0 ? 1 : -1) == day)));

    private DateOnly Walk(DateOnly day, int step)
    {
        while (!Works(day))
        {
            day = day.AddDays(step);
        }

        return day;
    }

    /// <summary>The first quarter of an hour at which the wall clock has come to that date and time.</summary>
    private DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var wanted = day.ToDateTime(time);
        var at = new DateTimeOffset(day.AddDays(-1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        while (TimeZoneInfo.ConvertTime(at, plan.TimeZone).DateTime < wanted)
        {
            at = at.AddMinutes(15);
        }

        return at;
    }
}
