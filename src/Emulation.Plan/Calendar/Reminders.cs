namespace Emulation.Plan.Calendar;

/// <summary>A duty's period whose units are to be reminded on a day.</summary>
/// <param name="DaysBefore">The entry of <see cref="PlanCalendar.ReminderDaysBefore"/> that falls on the day: days to the cut-off; negative after it.</param>
public sealed record ReminderDue(Duty Duty, DutyOccurrence Occurrence, int DaysBefore);

/// <summary>On which days units are reminded of what they owe. Pure.</summary>
/// <remarks>Days are counted back from the internal cut-off; a day on which the office is closed moves to the working day before it, so no reminder is lost to a weekend.</remarks>
public static class Reminders
{
    /// <summary>What is due for a reminder on that day, in plan order; one entry a duty and period, the nearest if several fall on one day.</summary>
    public static IReadOnlyList<ReminderDue> On(EmulationPlan plan, DateOnly day)
    {
        var workingDays = WorkingDays.Of(plan.Calendar);
        return [.. All(plan, workingDays).Where(reminder => reminder.Day == day).Select(reminder => reminder.Due)
            .GroupBy(due => (due.Duty.Code, due.Occurrence.Period.Code))
            .Select(group => group.MinBy(due => due.DaysBefore)!)];
    }

    /// <summary>The days with at least one reminder, in order.</summary>
    public static IReadOnlyList<DateOnly> DaysOf(EmulationPlan plan) =>
        [.. All(plan, WorkingDays.Of(plan.Calendar)).Select(reminder => reminder.Day).Distinct().Order()];

    private static IEnumerable<(DateOnly Day, ReminderDue Due)> All(EmulationPlan plan, WorkingDays workingDays) =>
        from duty in plan.Duties
        from occurrence in duty.Occurrences
        from daysBefore in plan.Calendar.ReminderDaysBefore
        let day = workingDays.Shift(occurrence.CutoffOn.AddDays(-daysBefore), DayShift.PreviousWorkingDay)
        where day >= occurrence.OpensOn && day <= occurrence.LocksOn
        select (day, new ReminderDue(duty, occurrence, daysBefore));
}
