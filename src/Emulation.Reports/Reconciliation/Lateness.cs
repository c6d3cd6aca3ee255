using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>How late a file came, and what of it is ours.</summary>
/// <param name="DaysAfterDue">From the due day on the plan's calendar to the day of receipt.</param>
/// <param name="DaysExcused">Of these the days by which our outages moved the due day; the rest is the unit's (<see cref="DutyStanding.DaysLate"/>).</param>
/// <param name="Outages">Those that moved it, in order of time.</param>
public sealed record Lateness(DutyStanding Duty, int DaysAfterDue, int DaysExcused, IReadOnlyList<Outage> Outages)
{
    /// <summary>Of every file that came after its due day, in the order given.</summary>
    public static IReadOnlyList<Lateness> Of(EmulationPlan plan, IEnumerable<DutyStanding> standings, IReadOnlyList<Outage> outages) =>
        [.. from duty in standings
            where duty is { ReceivedAt: not null, Standing: Standing.OnTime or Standing.Late }
            let after = plan.TimeZone.DateOf(duty.ReceivedAt!.Value).DayNumber - duty.DueOn.DayNumber
            where after > 0
            select new Lateness(duty, after, after - duty.DaysLate, [.. DueDays.OutagesAfter(plan.TimeZone, duty.DueOn, outages)])];
}

/// <summary>The last day on time: the due day, moved on while the share could not be read when it ended.</summary>
public static class DueDays
{
    /// <summary>The day on which the share came back is still on time; if that day ended in an outage again, the next return.</summary>
    /// <returns>The last day there is while an outage lasts.</returns>
    public static DateOnly Extended(TimeZoneInfo zone, DateOnly dueOn, IReadOnlyList<Outage> outages) =>
        OutagesAfter(zone, dueOn, outages).LastOrDefault() is { } last ? ReturnedOn(zone, last) : dueOn;

    /// <summary>The outages that move the due day, in order; of several at one midnight the one that ended last.</summary>
    public static IEnumerable<Outage> OutagesAfter(TimeZoneInfo zone, DateOnly dueOn, IReadOnlyList<Outage> outages)
    {
        for (var day = dueOn; day < DateOnly.MaxValue;)
        {
            var end = zone.InstantOf(day.AddDays(1), TimeOnly.MinValue);
            var outage = outages.Where(outage => outage.BeganAt < end && (outage.EndedAt is null || outage.EndedAt >= end)).MaxBy(outage => outage.EndedAt ?? DateTimeOffset.MaxValue);
            if (outage is null)
            {
                yield break;
            }
            yield return outage;
            day = ReturnedOn(zone, outage);
        }
    }

    private static DateOnly ReturnedOn(TimeZoneInfo zone, Outage outage) => outage.EndedAt is { } ended ? zone.DateOf(ended) : DateOnly.MaxValue;
}
