using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Delivery;

/// <summary>A form of a period that a unit has leave for: it is not chased.</summary>
public readonly record struct ExcusedForm(UnitCode Unit, FormKind Form, PeriodCode Period);

/// <summary>What a unit owes on a day, open for files and not received.</summary>
/// <param name="NeedsFixing">True if a file came but could not be accepted.</param>
/// <param name="Reached">The rung of the ladder reached; null before the first.</param>
public sealed record OpenDuty(Unit Unit, Duty Duty, DutyOccurrence Occurrence, bool NeedsFixing, LadderStep? Reached)
{
    public bool IsOverdueOn(DateOnly day) => Occurrence.DueOn < day;
}

/// <summary>Finds what units owe. Accepted, exempt and excused are not among it. Pure.</summary>
public static class OpenDuties
{
    /// <summary>In the order of duties, their periods and the plan's units.</summary>
    public static IReadOnlyList<OpenDuty> On(EmulationPlan plan, DateOnly day, RunData forms, IReadOnlySet<ExcusedForm> excused)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(excused);
        var owed = plan.Duties
            .SelectMany(duty => duty.Occurrences.Select(occurrence => (Duty: duty, Occurrence: occurrence)))
            .ToDictionary(pair => (pair.Duty.Code, pair.Occurrence.Period.Code));
        var reached = owed.ToDictionary(pair => pair.Key, pair => Ladder.ReachedOn(plan.Calendar, pair.Value.Occurrence, day));
        var board = new DutyBoard(plan, new TargetBook(plan, RunSpan.Of(plan, plan.YearPeriod)), forms);
        return
        [
            .. from standing in board.Of(occurrence => occurrence.OpensOn <= day && occurrence.LocksOn >= day)
               where standing.Standing is Standing.Missing or Standing.NotYetDue or Standing.NeedsFixing
               let key = (standing.Duty, standing.Period)
               let pair = owed[key]
               where !excused.Contains(new ExcusedForm(standing.Unit, pair.Duty.Form, standing.Period))
               select new OpenDuty(plan.UnitByCode(standing.Unit), pair.Duty, pair.Occurrence, standing.Standing == Standing.NeedsFixing, reached[key]),
        ];
    }
}
