using Emulation.Plan;
using Emulation.Plan.Calendar;

namespace Emulation.Ingest.Intake;

/// <summary>How a report stands to the day it was due.</summary>
/// <param name="Occurrence">What was owed.</param>
/// <param name="TakenUntil">The due day, moved on from outage to outage as the results count it (<see cref="DueDays"/>): those hours are ours.</param>
/// <param name="DaysLate">Calendar days after <paramref name="TakenUntil"/>, as the results count them; 0 on time.</param>
public sealed record Punctuality(DutyOccurrence Occurrence, DateOnly TakenUntil, int DaysLate)
{
    /// <summary>For a report received on that day; null if the unit owes no such report.</summary>
    public static Punctuality? Of(EmulationPlan plan, Unit unit, FormKind form, PeriodCode period, DateOnly receivedOn, IReadOnlyList<Outage> outages)
    {
        var owed = plan.Duties
            .Where(duty => duty.Form == form && duty.Units.Any(group => plan.UnitsIn(group).Any(owing => owing.Code == unit.Code)))
            .SelectMany(duty => duty.Occurrences)
            .FirstOrDefault(occurrence => occurrence.Period.Code == period && unit.Owes(occurrence));
        if (owed is null)
        {
            return null;
        }

        var until = DueDays.Extended(plan.TimeZone, owed.DueOn, outages, outage => (outage.BeganAt, outage.EndedAt));
        return new Punctuality(owed, until, Math.Max(0, receivedOn.DayNumber - until.DayNumber));
    }
}

/// <summary>A time when we took no files, now over: the share could not be read, or nobody looked.</summary>
public sealed record Outage(DateTimeOffset BeganAt, DateTimeOffset EndedAt);
