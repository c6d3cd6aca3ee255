using Emulation.Plan.Calendar;
using Emulation.Reports;

namespace Emulation.Jobs.Slots;

/// <summary>What becomes of the runs a schedule missed.</summary>
public enum CatchUpPolicy
{
    /// <summary>Every one is run, however late: each belongs to a period of its own.</summary>
    RunEach,

    /// <summary>The newest is run late and speaks for the others, which are marked missed.</summary>
    RunOnce,

    /// <summary>One that is a day old or older is marked missed: the next serves as well.</summary>
    Skip,
}

/// <summary>What to do with a slot that is found due. Fixed a schedule, not settings: a report that silently is not caught up must not be a choice (ADR 0024).</summary>
public static class CatchUp
{
    /// <summary>A run later than this says so in its outcome.</summary>
    public static readonly TimeSpan Punctual = ReportOrder.Punctual;

    /// <summary>A run of a schedule that skips is not made good at this age: the next one serves as well.</summary>
    public static readonly TimeSpan Useful = TimeSpan.FromDays(1);

    /// <summary>Older than this, a slot that would be missed is not even written down: a system switched off for a year owes no list of a year's reminders.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(31);

    public static CatchUpPolicy Of(string schedule) => schedule switch
    {
        Schedules.Reminders => CatchUpPolicy.RunOnce,
        Schedules.Housekeeping => CatchUpPolicy.Skip,
        _ => CatchUpPolicy.RunEach,
    };

    /// <param name="isSuperseded">True if a later slot of the schedule is due too.</param>
    public static bool IsMissed(string schedule, DateTimeOffset slotAt, DateTimeOffset now, bool isSuperseded) => Of(schedule) switch
    {
        CatchUpPolicy.RunOnce => isSuperseded,
        CatchUpPolicy.Skip => now - slotAt >= Useful,
        _ => false,
    };

    public static bool IsForgotten(string schedule, DateTimeOffset slotAt, DateTimeOffset now) =>
        Of(schedule) != CatchUpPolicy.RunEach && now - slotAt > Remembered;

    /// <summary>How late a run is; zero if punctual.</summary>
    public static TimeSpan Lateness(DateTimeOffset slotAt, DateTimeOffset now) =>
        now - slotAt <= Punctual ? TimeSpan.Zero : now - slotAt;

    /// <summary>How long to wait after a failed attempt: 1, 5, 15, then every 60 minutes. There is no last attempt: what was due stays due until it is done.</summary>
    /// <param name="attempts">Attempts made so far, 1 or more.</param>
    public static TimeSpan Delay(int attempts) => TimeSpan.FromMinutes(attempts switch { <= 1 => 1, 2 => 5, 3 => 15, _ => 60 });
}
