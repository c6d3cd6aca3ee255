namespace Emulation.Plan.Files.Checks;

/// <summary>Duties: who owes them, and one window a period. The order inside a window is judged where it is read.</summary>
internal static class DutyChecks
{
    public static void Check(PlanDraft draft, FaultList faults)
    {
        Duplicates.Check(draft.Duties, duty => duty.Code, faults);
        foreach (var duty in draft.Duties ?? [])
        {
            foreach (var group in duty.Value.Units.Where(group => !draft.KnowsUnits(group)))
            {
                faults.Add(duty.File, duty.Line, PlanFaultKind.UnknownUnits, group);
            }

            foreach (var twice in duty.Value.Occurrences.GroupBy(occurrence => occurrence.Period.Code).Where(group => group.Count() > 1))
            {
                faults.Add(duty.File, duty.Line, PlanFaultKind.DutyPeriodTwice, duty.Value.Code, twice.Key.Value);
            }
        }
    }
}
