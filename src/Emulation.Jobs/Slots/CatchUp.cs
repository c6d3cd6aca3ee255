using Emulation.Plan.Calendar;

namespace Emulation.Jobs.Slots;

/// <summary>What to do with a slot that is found due: reports and closings always run, however late; what helps nobody afterwards is marked missed.</summary>
public static class CatchUp
{
    /// <summary>A run later than this says so in its outcome.</summary>
    public static readonly TimeSpan Punctual = TimeSpan.FromMinutes(10);

    /// <summary>A reminder or a housekeeping run this old is not made good: the next one serves as well.</summary>
    public static readonly TimeSpan Useful = TimeSpan.FromDays(1);

    /// <summary>Older than this, a slot that would be missed is not even written down: a system switched off for a year owes no list of a year's reminders.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(31);

    public static bool IsMissed(string schedule, DateTimeOffset slotAt, DateTimeOffset now) =>
        !MustRun(schedule) && now - slotAt >= Useful;

    public static bool IsForgotten(string schedule, DateTimeOffset slotAt, DateTimeOffset now) =>
        !MustRun(schedule) && now - slotAt > Remembered;

    /// <summary>How late a run is; zero if punctual.</summary>
    public static TimeSpan Lateness(DateTimeOffset slotAt, DateTimeOffset now) =>
        now - slotAt <= Punctual ? TimeSpan.Zero : now - slotAt;

    /// <summary>How long to wait after a failed attempt: 1, 5, 15, then every 60 minutes. There is no last attempt: what was due stays due until it is done.</summary>
    /// <param name="attempts">Attempts made so far, 1 or more.</param>
    public static TimeSpan Delay(int attempts) => TimeSpan.FromMinutes(attempts switch { <= 1 => 1, 2 => 5, 3 => 15, _ => 60 });

    private static bool MustRun(string schedule) => schedule is Schedules.MonthEnd or Schedules.WaveClosing;
}
