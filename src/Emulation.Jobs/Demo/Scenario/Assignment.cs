using Emulation.Plan;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>One thing a unit owes: a duty in one of its periods.</summary>
public sealed record Assignment(Unit Unit, Duty Duty, DutyOccurrence Occurrence)
{
    public FormKind Form => Duty.Form;

    public Period Period => Occurrence.Period;

    public bool HasFigures => Form is FormKind.Figures or FormKind.WaveReport;

    /// <summary>Everything owed in the plan year, in plan order.</summary>
    public static IReadOnlyList<Assignment> AllOf(EmulationPlan plan) =>
    [
        .. from duty in plan.Duties
           from occurrence in duty.Occurrences
           from unit in duty.Units.SelectMany(plan.UnitsIn).Distinct()
           where unit.Owes(occurrence)
           select new Assignment(unit, duty, occurrence),
    ];
}
