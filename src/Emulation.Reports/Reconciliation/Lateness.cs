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
            select new Lateness(duty, after, after - duty.DaysLate, [.. OutageDays.After(plan.TimeZone, duty.DueOn, outages)])];
}

/// <summary>The last day on time by our outages (<see cref="DueDays"/>), as a run counts it by the rules of its time.</summary>
public static class OutageDays
{
    /// <param name="rules">The number of the rules (<see cref="ComputingRules"/>).</param>
    public static DateOnly Extended(TimeZoneInfo zone, DateOnly dueOn, IReadOnlyList<Outage> outages, int rules = ComputingRules.Current) =>
        rules >= ComputingRules.FromOutageToOutage ? DueDays.Extended(zone, dueOn, outages, Times) : EndOfTheFirst(zone, dueOn, outages);

    public static IEnumerable<Outage> After(TimeZoneInfo zone, DateOnly dueOn, IReadOnlyList<Outage> outages) => DueDays.OutagesAfter(zone, dueOn, outages, Times);

    // Until rules 2: the outage that began first of those at the end of the due day, whatever came after it.
    private static DateOnly EndOfTheFirst(TimeZoneInfo zone, DateOnly dueOn, IReadOnlyList<Outage> outages)
    {
        var end = zone.InstantOf(dueOn.AddDays(1), TimeOnly.MinValue);
        var outage = outages.FirstOrDefault(outage => outage.BeganAt < end && (outage.EndedAt is null || outage.EndedAt >= end));
        return outage is null ? dueOn : outage.EndedAt is { } ended ? zone.DateOf(ended) : DateOnly.MaxValue;
    }

    private static (DateTimeOffset BeganAt, DateTimeOffset? EndedAt) Times(Outage outage) => (outage.BeganAt, outage.EndedAt);
}
