namespace Emulation.Plan;

/// <summary>What a day of the calendar file says.</summary>
public enum SpecialDayKind
{
    /// <summary>A weekday on which offices are closed.</summary>
    Holiday,

    /// <summary>A weekend day worked in exchange for a holiday.</summary>
    MakeUpDay,
}

/// <summary>A public holiday or make-up day.</summary>
public sealed record SpecialDay(DateOnly Date, string Name, SpecialDayKind Kind, Basis Basis);

/// <summary>Where a day moves when it is not a working day.</summary>
public enum DayShift
{
    None,
    PreviousWorkingDay,
    NextWorkingDay,
}

/// <summary>The plan's days off and the local times at which its schedules run.</summary>
/// <param name="SpecialDays">In order of date.</param>
/// <param name="MonthEndShift">Where a month-end that is no working day goes.</param>
/// <param name="MonthEndTime">Local time of the month-end report.</param>
/// <param name="WaveClosingTime">Local time on <see cref="Wave.ClosesOn"/>.</param>
/// <param name="ReminderTime">Local time of the daily reminder run.</param>
/// <param name="ReminderDaysBefore">Days before the cut-off on which a reminder goes out; 0 is the day itself, negative days are overdue reminders.</param>
public sealed record PlanCalendar(
    IReadOnlyList<SpecialDay> SpecialDays,
    DayShift MonthEndShift,
    TimeOnly MonthEndTime,
    TimeOnly WaveClosingTime,
    TimeOnly ReminderTime,
    IReadOnlyList<int> ReminderDaysBefore)
{
    public static readonly TimeOnly DefaultMailFrom = new(7, 0);
    public static readonly TimeOnly DefaultMailUntil = new(18, 0);

    /// <summary>The rungs of the reminder ladder after the due day, rising; empty if the plan tells nobody but the officer.</summary>
    public IReadOnlyList<EscalationStep> Escalation { get; init; } = [];

    /// <summary>Reminders and overdue lists go out from this local time of a working day …</summary>
    public TimeOnly MailFrom { get; init; } = DefaultMailFrom;

    /// <summary>… and before this one.</summary>
    public TimeOnly MailUntil { get; init; } = DefaultMailUntil;
}

/// <summary>A rung of the reminder ladder.</summary>
/// <param name="DaysAfterDue">Calendar days after the due day; 0 is that day.</param>
/// <param name="To">The highest role that is told.</param>
public sealed record EscalationStep(int DaysAfterDue, ContactRole To);
