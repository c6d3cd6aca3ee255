namespace Emulation.Plan.Files.Checks;

/// <summary>The days of the rule sets: they follow each other without gap or overlap, and every wave and the year ends on a day that one of them holds.</summary>
internal static class RuleSetChecks
{
    public static void Check(PlanDraft draft, FaultList faults)
    {
        var sets = draft.Scoring ?? [];
        foreach (var (first, second) in sets.SelectMany((set, index) => sets.Skip(index + 1).Where(other => other.RuleSet.Code == set.RuleSet.Code && set.RuleSet.Code.Length > 0).Take(1).Select(other => (set, other))))
        {
            faults.Add(PlanFiles.Scoring, second.Line, PlanFaultKind.DuplicateCode, second.RuleSet.Code, first.Line.ToInvariant());
        }

        if (sets.Count > 0 && sets.All(set => set.IsWhole))
        {
            CheckDays(draft, [.. sets.OrderBy(set => set.RuleSet.From ?? DateOnly.MinValue)], faults);
        }
    }

    private static void CheckDays(PlanDraft draft, List<ScoringDraft> sets, FaultList faults)
    {
        var before = faults.Count;
        foreach (var (earlier, later) in sets.Zip(sets.Skip(1)))
        {
            if (earlier.RuleSet.To is not { } lastDay || lastDay == DateOnly.MaxValue || lastDay.AddDays(1) != later.RuleSet.From)
            {
                faults.Add(PlanFiles.Scoring, later.Line, PlanFaultKind.RuleSetsDoNotMeet, later.RuleSet.Code, earlier.RuleSet.Code);
            }
        }

        foreach (var set in sets.Select(set => set).Where(set => set.RuleSet.From > set.RuleSet.To))
        {
            faults.Add(PlanFiles.Scoring, set.Line, PlanFaultKind.ValidityOutOfOrder, set.RuleSet.From!.Value.ToText(), set.RuleSet.To!.Value.ToText());
        }

        foreach (var period in (draft.Periods ?? []).Where(period => faults.Count == before && !sets.Exists(set => set.RuleSet.HoldsOn(period.To))).Take(1))
        {
            faults.Add(PlanFiles.Scoring, sets[0].Line, PlanFaultKind.NoRuleSet, period.Code.Value, period.To.ToText());
        }
    }
}
