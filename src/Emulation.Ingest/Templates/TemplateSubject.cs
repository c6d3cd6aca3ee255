using Emulation.Ingest.Forms;
using Emulation.Plan;

namespace Emulation.Ingest.Templates;

/// <summary>What a template is made for: a form that a unit owes for a period.</summary>
public sealed record TemplateSubject(FormDefinition Form, Duty Duty, DutyOccurrence Occurrence, Unit Unit)
{
    public Period Period => Occurrence.Period;

    /// <summary>What the unit owes whose templates lie ready on a day, in the order of the plan.</summary>
    /// <param name="daysAhead">Days before a duty opens, and before the unit's first day, from which its template lies ready.</param>
    /// <param name="daysKept">Days after a duty's lock until which it stays.</param>
    public static IEnumerable<TemplateSubject> Of(EmulationPlan plan, Unit unit, DateOnly day, int daysAhead, int daysKept) =>
        All(plan, unit).Where(subject =>
            subject.Occurrence.OpensOn.AddDays(-daysAhead) <= day && day <= subject.Occurrence.LocksOn.AddDays(daysKept)
            && (unit.ValidFrom is null || unit.ValidFrom <= day.AddDays(daysAhead)));

    /// <summary>Everything the unit owes, whenever, under the name it then has.</summary>
    public static IEnumerable<TemplateSubject> All(EmulationPlan plan, Unit unit) =>
        from duty in plan.Duties
        where duty.Units.Any(unit.IsIn)
        from occurrence in duty.Occurrences
        where unit.Owes(occurrence)
        select new TemplateSubject(FormCatalogue.Of(duty.Form), duty, occurrence, unit.NamedOn(occurrence.DecidedOn));
}
