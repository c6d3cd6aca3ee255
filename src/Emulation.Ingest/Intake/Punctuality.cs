using Emulation.Plan;

namespace Emulation.Ingest.Intake;

/// <summary>How a report stands to the day it was due.</summary>
/// <param name="Occurrence">What was owed.</param>
/// <param name="DaysLate">Calendar days after the due day; 0 on time.</param>
public sealed record Punctuality(DutyOccurrence Occurrence, int DaysLate)
{
    /// <summary>For a report received on that day; null if the unit owes no such report.</summary>
    public static Punctuality? Of(EmulationPlan plan, Unit unit, FormKind form, PeriodCode period, DateOnly receivedOn)
    {
        var owed = plan.Duties
            .Where(duty => duty.Form == form && duty.Units.Any(group => plan.UnitsIn(group).Any(owing => owing.Code == unit.Code)))
            .SelectMany(duty => duty.Occurrences)
            .FirstOrDefault(occurrence => occurrence.Period.Code == period);
        return owed is null ? null : new Punctuality(owed, Math.Max(0, receivedOn.DayNumber - owed.DueOn.DayNumber));
    }
}
