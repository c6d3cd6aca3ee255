using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Delivery;

/// <summary>A form of a period that a unit has leave for: it is not chased.</summary>
public readonly record struct ExcusedForm(UnitCode Unit, FormKind Form, PeriodCode Period);

/// <summary>What a unit owes on a day, open for files and not received.</summary>
/// <param name="Unit">As today's plan has it; as the period's version had it if today's does not know it.</param>
/// <param name="Occurrence">By the version that holds for its period; its due day is the last day on time, moved on by our outages.</param>
/// <param name="NeedsFixing">True if a file came but could not be accepted.</param>
/// <param name="Reached">The rung of the ladder reached; null before the first.</param>
public sealed record OpenDuty(Unit Unit, Duty Duty, DutyOccurrence Occurrence, bool NeedsFixing, LadderStep? Reached)
{
    public bool IsOverdueOn(DateOnly day) => Occurrence.DueOn < day;
}

/// <summary>Finds what units owe. Accepted, exempt and excused are not among it. Pure.</summary>
/// <remarks>What is owed and until when is said by the version that holds for the period; who is told, and on which rungs, by today's (docs/adr/0033-duties-by-period.md).</remarks>
public static class OpenDuties
{
    /// <summary>By one version for all periods.</summary>
    public static IReadOnlyList<OpenDuty> On(EmulationPlan plan, DateOnly day, RunData forms, IReadOnlySet<ExcusedForm> excused) => On(plan, [plan], day, forms, excused);

    /// <summary>In the order of versions, their duties, the periods and the versions' units.</summary>
    /// <param name="today">The version in force, whose ladder is climbed.</param>
    /// <param name="owing">Each version with the periods of its duties for which it holds (<see cref="Plan.Storage.PlanVersions.Owing"/>).</param>
    public static IReadOnlyList<OpenDuty> On(
        EmulationPlan today, IReadOnlyList<EmulationPlan> owing, DateOnly day, RunData forms, IReadOnlySet<ExcusedForm> excused)
    {
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(owing);
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentNullException.ThrowIfNull(excused);
        var units = today.Units.ToDictionary(unit => unit.Code);
        return
        [
            .. from plan in owing
               from open in OfVersion(plan, day, forms, excused)
               select open with { Unit = units.GetValueOrDefault(open.Unit.Code, open.Unit), Reached = Ladder.ReachedOn(today.Calendar, open.Occurrence, day) },
        ];
    }

    private static IEnumerable<OpenDuty> OfVersion(EmulationPlan plan, DateOnly day, RunData forms, IReadOnlySet<ExcusedForm> excused)
    {
        var owed = plan.Duties
            .SelectMany(duty => duty.Occurrences.Select(occurrence => (Duty: duty, Occurrence: Moved(plan.TimeZone, occurrence, day, forms.Outages))))
            .ToDictionary(pair => (pair.Duty.Code, pair.Occurrence.Period.Code));
        var board = new DutyBoard(plan, new TargetBook(plan, RunSpan.Of(plan, plan.YearPeriod)), forms);
        return from standing in board.Of(occurrence => occurrence.OpensOn <= day && occurrence.LocksOn >= day)
               where standing.Standing is Standing.Missing or Standing.NotYetDue or Standing.NeedsFixing
               let pair = owed[(standing.Duty, standing.Period)]
               where !excused.Contains(new ExcusedForm(standing.Unit, pair.Duty.Form, standing.Period))
               select new OpenDuty(plan.UnitByCode(standing.Unit), pair.Duty, pair.Occurrence, standing.Standing == Standing.NeedsFixing, null);
    }

    // While an outage lasts, nobody is late today; the ladder climbs on from the day on which it is over.
    private static DutyOccurrence Moved(TimeZoneInfo zone, DutyOccurrence occurrence, DateOnly day, IReadOnlyList<Outage> outages)
    {
        var onTime = OutageDays.Extended(zone, occurrence.DueOn, outages);
        return onTime == occurrence.DueOn ? occurrence
            : occurrence with { DueOn = onTime < DateOnly.MaxValue ? onTime : day > occurrence.DueOn ? day : occurrence.DueOn };
    }
}
