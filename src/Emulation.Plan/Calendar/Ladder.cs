namespace Emulation.Plan.Calendar;

/// <summary>A rung of the reminder ladder: on that day the unit is written to about one duty's period.</summary>
/// <param name="Day">A working day.</param>
/// <param name="Code">Stable name in the ledger: <c>cutoff-7</c> (days before the cut-off), <c>cutoff+1</c>, <c>due+3</c>.</param>
/// <param name="To">The highest role that is told; those below are told too.</param>
/// <param name="DaysAfterDue">Days after the due day by the plan; null for a rung counted from the cut-off.</param>
public sealed record LadderStep(DateOnly Day, string Code, ContactRole To, int? DaysAfterDue);

/// <summary>The reminder ladder: before the cut-off, on the due day, after it; officer, head of the unit, province. Pure.</summary>
/// <remarks>Up to the day it counts from, a rung that falls on a day off moves to the working day before, so that nothing is lost to a weekend; after it, to the working day after, so that nobody is called late too early. ADR 0024.</remarks>
public static class Ladder
{
    /// <summary>The rungs inside the duty's window, in the order in which they come; of one day the highest is last.</summary>
    public static IReadOnlyList<LadderStep> Of(PlanCalendar calendar, DutyOccurrence occurrence)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(occurrence);
        var workingDays = WorkingDays.Of(calendar);
        var counted = calendar.ReminderDaysBefore.Select(days => new LadderStep(
            Moved(workingDays, occurrence.CutoffOn, -days), FormattableString.Invariant($"cutoff{-days:+0;-0;+0}"), ContactRole.Officer, null));
        var climbing = calendar.Escalation.Select(step => new LadderStep(
            Moved(workingDays, occurrence.DueOn, step.DaysAfterDue), FormattableString.Invariant($"due+{step.DaysAfterDue}"), step.To, step.DaysAfterDue));
        return
        [
            .. counted.Concat(climbing).Where(step => step.Day >= occurrence.OpensOn && step.Day <= occurrence.LocksOn)
                .OrderBy(step => step.Day).ThenBy(step => step.To).ThenBy(step => step.DaysAfterDue ?? -1),
        ];
    }

    /// <summary>The rung reached on that day; null before the first.</summary>
    public static LadderStep? ReachedOn(PlanCalendar calendar, DutyOccurrence occurrence, DateOnly day) =>
        Of(calendar, occurrence).LastOrDefault(step => step.Day <= day);

    /// <summary>The days with at least one rung, in order.</summary>
    public static IReadOnlyList<DateOnly> DaysOf(EmulationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Duties.SelectMany(duty => duty.Occurrences).SelectMany(occurrence => Of(plan.Calendar, occurrence)).Select(step => step.Day).Distinct().Order()];
    }

    private static DateOnly Moved(WorkingDays workingDays, DateOnly from, int days) =>
        workingDays.Shift(from.AddDays(days), days > 0 ? DayShift.NextWorkingDay : DayShift.PreviousWorkingDay);
}
