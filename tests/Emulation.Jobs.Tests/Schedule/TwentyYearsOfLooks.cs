using Emulation.Plan;
using Emulation.Plan.Calendar;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>The instants at which a host looks in a plan year: those that matter, random ones, outages and clocks set wrong.</summary>
internal static class TwentyYearsOfLooks
{
    /// <summary>The database keeps microseconds.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMicroseconds(1);

    /// <summary>What the host's clock shows, look by look.</summary>
    /// <param name="due">Everything due between the two instants.</param>
    public static List<DateTimeOffset> Of(EmulationPlan plan, IReadOnlyList<ScheduledSlot> due, DateTimeOffset start, DateTimeOffset end, Random random)
    {
        var truth = due.Where(slot => slot.Schedule is not Schedules.Housekeeping || random.Next(30) == 0).SelectMany(slot => Around(slot.SlotAt))
            .Concat(ClockChanges(plan.TimeZone, start, end).SelectMany(Around))
            .Concat(Leap(plan).SelectMany(Around))
            .Concat(Enumerable.Range(0, 12).Select(_ => start + TimeSpan.FromMinutes(random.Next((int)(end - start).TotalMinutes))))
            .Where(instant => instant > start && instant < end)
            .Distinct().Order().ToList();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var away = start.AddDays(random.Next(400));
            var back = away.AddDays(random.Next(1, 60));
            truth.RemoveAll(instant => instant > away && instant < back);
        }

        return [.. truth.SelectMany(instant => Shown(instant, random)).Select(instant => instant > end ? end : instant)];
    }

    /// <summary>The instants at which the zone's clock jumps.</summary>
    public static IEnumerable<DateTimeOffset> ClockChanges(TimeZoneInfo zone, DateTimeOffset start, DateTimeOffset end)
    {
        for (var instant = start; instant < end; instant = instant.AddMinutes(30))
        {
            if (zone.GetUtcOffset(instant) != zone.GetUtcOffset(instant.AddMinutes(30)))
            {
                yield return instant.AddMinutes(30);
            }
        }
    }

    /// <summary>The beginning of 29 February, or of 1 March where there is none, and its end.</summary>
    private static IEnumerable<DateTimeOffset> Leap(EmulationPlan plan)
    {
        var day = new DateOnly(plan.Year, 2, 28).AddDays(1);
        return [plan.TimeZone.InstantOf(day, TimeOnly.MinValue), plan.TimeZone.InstantOf(day.AddDays(1), TimeOnly.MinValue)];
    }

    private static IEnumerable<DateTimeOffset> Around(DateTimeOffset instant) => [instant - Moment, instant];

    /// <summary>The clock is right most of the time; else it was a day ahead, or hours or weeks behind, before it was set.</summary>
    private static IEnumerable<DateTimeOffset> Shown(DateTimeOffset instant, Random random) => random.Next(40) switch
    {
        0 => [instant.AddDays(1), instant],
        1 => [instant.AddHours(-2), instant],
        2 => [instant.AddDays(-40)],
        _ => [instant],
    };
}
