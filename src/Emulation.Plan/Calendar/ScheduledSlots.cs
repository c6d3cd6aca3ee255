namespace Emulation.Plan.Calendar;

/// <summary>One instant at which a schedule is due.</summary>
/// <param name="Schedule">Name of the schedule, one of <see cref="Schedules"/>.</param>
/// <param name="SlotAt">When it is due, UTC.</param>
/// <param name="Period">The period the run belongs to, also when it happens late; null where the schedule speaks of none.</param>
public sealed record ScheduledSlot(string Schedule, DateTimeOffset SlotAt, PeriodCode? Period);

/// <summary>The names of the schedules that a plan gives slots to.</summary>
public static class Schedules
{
    public const string MonthEnd = "month-end";
    public const string ProvisionalCards = "provisional-cards";
    public const string WaveClosing = "wave-closing";
    public const string ScoreCards = "score-cards";
    public const string Reminders = "reminders";
    public const string Housekeeping = "housekeeping";

    /// <summary>Those that owe somebody a product; silence of one of them is told of.</summary>
    public static IReadOnlyList<string> Producing { get; } = [MonthEnd, ProvisionalCards, WaveClosing, ScoreCards, Reminders];

    /// <summary>Those whose runs end in a stored report of their period.</summary>
    public static IReadOnlyList<string> Reporting { get; } = [MonthEnd, WaveClosing];

    /// <summary>Those a person may stop for a while; the nightly checks are none of them.</summary>
    public static IReadOnlyList<string> Pausable => Producing;
}

/// <summary>What is due when, from the plan's calendar. Pure: the same plan and window give the same slots.</summary>
public static class ScheduledSlots
{
    /// <summary>The year closes so long after the last wave, whose result it rests on.</summary>
    private static readonly TimeSpan YearAfterLastWave = TimeSpan.FromMinutes(5);

    private static readonly TimeOnly HousekeepingTime = new(2, 0);

    /// <summary>The slots after <paramref name="fromInstant"/> up to and including <paramref name="toInstant"/>, in order of time; adjoining windows share no slot and lose none.</summary>
    public static IEnumerable<ScheduledSlot> Between(EmulationPlan plan, DateTimeOffset fromInstant, DateTimeOffset toInstant) =>
        MonthEnds(plan)
            .Concat(ProvisionalCards(plan))
            .Concat(WaveClosings(plan))
            .Concat(ScoreCards(plan))
            .Concat(ReminderRuns(plan))
            .Concat(Housekeeping(plan, fromInstant, toInstant))
            .Where(slot => slot.SlotAt > fromInstant && slot.SlotAt <= toInstant)
            .OrderBy(slot => slot.SlotAt)
            .ThenBy(slot => slot.Schedule, StringComparer.Ordinal);

    /// <summary>One a month of the plan: the last calendar day of the month it ends in, moved by the plan's rule.</summary>
    private static IEnumerable<ScheduledSlot> MonthEnds(EmulationPlan plan)
    {
        var workingDays = WorkingDays.Of(plan.Calendar);
        foreach (var month in plan.Months)
        {
            var lastDay = new DateOnly(month.To.Year, month.To.Month, DateTime.DaysInMonth(month.To.Year, month.To.Month));
            var day = workingDays.Shift(lastDay, plan.Calendar.MonthEndShift);
            yield return new ScheduledSlot(Schedules.MonthEnd, plan.TimeZone.InstantOf(day, plan.Calendar.MonthEndTime), month.Code);
        }
    }

    /// <summary>One a wave, and the year right after the last.</summary>
    private static IEnumerable<ScheduledSlot> WaveClosings(EmulationPlan plan)
    {
        foreach (var wave in plan.Waves)
        {
            yield return new ScheduledSlot(Schedules.WaveClosing, ClosingOf(plan, wave), wave.Period.Code);
        }

        var last = plan.Waves.MaxBy(wave => wave.ClosesOn)!;
        yield return new ScheduledSlot(Schedules.WaveClosing, ClosingOf(plan, last) + YearAfterLastWave, plan.YearPeriod.Code);
    }

    /// <summary>One a wave that units may object to, and the year right after the last: the first working morning after the wave has ended.</summary>
    private static IEnumerable<ScheduledSlot> ProvisionalCards(EmulationPlan plan) =>
        MorningsAfter(plan, Schedules.ProvisionalCards, wave => wave.ObjectionsUntil is null ? null : wave.Period.To);

    /// <summary>One a wave, and the year right after the last: the working morning after the closing.</summary>
    private static IEnumerable<ScheduledSlot> ScoreCards(EmulationPlan plan) => MorningsAfter(plan, Schedules.ScoreCards, wave => wave.ClosesOn);

    /// <param name="day">The day after which a wave's slot falls; null for no slot.</param>
    private static IEnumerable<ScheduledSlot> MorningsAfter(EmulationPlan plan, string schedule, Func<Wave, DateOnly?> day)
    {
        var (workingDays, last) = (WorkingDays.Of(plan.Calendar), plan.Waves.MaxBy(wave => wave.ClosesOn));
        foreach (var wave in plan.Waves)
        {
            if (day(wave) is { } after)
            {
                var morning = plan.TimeZone.InstantOf(workingDays.FirstAfter(after), plan.Calendar.ReminderTime);
                yield return new ScheduledSlot(schedule, morning, wave.Period.Code);
                if (wave == last)
                {
                    yield return new ScheduledSlot(schedule, morning + YearAfterLastWave, plan.YearPeriod.Code);
                }
            }
        }
    }

    private static DateTimeOffset ClosingOf(EmulationPlan plan, Wave wave) =>
        plan.TimeZone.InstantOf(wave.ClosesOn, plan.Calendar.WaveClosingTime);

    private static IEnumerable<ScheduledSlot> ReminderRuns(EmulationPlan plan) =>
        Ladder.DaysOf(plan)
            .Select(day => new ScheduledSlot(Schedules.Reminders, plan.TimeZone.InstantOf(day, plan.Calendar.ReminderTime), null));

    private static IEnumerable<ScheduledSlot> Housekeeping(EmulationPlan plan, DateTimeOffset from, DateTimeOffset to)
    {
        var last = plan.TimeZone.DateOf(to);
        for (var day = plan.TimeZone.DateOf(from); day <= last; day = day.AddDays(1))
        {
            yield return new ScheduledSlot(Schedules.Housekeeping, plan.TimeZone.InstantOf(day, HousekeepingTime), null);
        }
    }
}
