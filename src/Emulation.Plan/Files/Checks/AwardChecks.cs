namespace Emulation.Plan.Files.Checks;

/// <summary>The award rules: titles are known, limits are there, eras neither overlap nor leave a gap.</summary>
internal static class AwardChecks
{
    private static readonly HashSet<AwardCheckKind> Limited =
    [
        AwardCheckKind.Quota, AwardCheckKind.Service, AwardCheckKind.Members, AwardCheckKind.MemberCount, AwardCheckKind.EarlierDecisions, AwardCheckKind.Votes,
    ];

    private static readonly HashSet<AwardCheckKind> Counting = [AwardCheckKind.Quota, AwardCheckKind.Members, AwardCheckKind.MemberCount];

    public static void Check(PlanDraft draft, FaultList faults)
    {
        if (draft.Awards is not { } awards)
        {
            return;
        }

        foreach (var (first, second) in Duplicates.Of(awards.Titles, title => title.Code))
        {
            faults.Add(second.File, second.Line, PlanFaultKind.DuplicateCode, second.Value.Code, first.Line.ToInvariant());
        }

        var titles = awards.Titles.Select(title => title.Value.Code).ToHashSet();
        foreach (var rule in awards.RuleSets.SelectMany(set => set.Value.Rules))
        {
            CheckRule(rule, titles, faults);
        }

        CheckEras(awards.RuleSets, faults);
    }

    private static void CheckRule(Located<AwardRule> rule, HashSet<string> titles, FaultList faults)
    {
        void Add(PlanFaultKind kind, params string[] values) => faults.Add(rule.File, rule.Line, kind, values);
        foreach (var unknown in rule.Value.Titles.Append(rule.Value.Of).OfType<string>().Where(title => !titles.Contains(title)))
        {
            Add(PlanFaultKind.UnknownAwardTitle, unknown, string.Join(", ", titles));
        }

        if (!rule.IsWhole)
        {
            return;
        }

        if (Limited.Contains(rule.Value.Kind) && rule.Value.Limit is null)
        {
            Add(PlanFaultKind.AwardRuleNeeds, rule.Value.Code, rule.Value.Kind == AwardCheckKind.Members ? "above, at-least" : "limit");
        }

        if (Counting.Contains(rule.Value.Kind) && rule.Value.Of is null)
        {
            Add(PlanFaultKind.AwardRuleNeeds, rule.Value.Code, "of");
        }

        if (rule.Value.Kind is AwardCheckKind.Quota or AwardCheckKind.Members or AwardCheckKind.Votes or AwardCheckKind.DirectWorkers && rule.Value.Limit is < 0 or > 100)
        {
            Add(PlanFaultKind.NumberOutOfRange, "limit", rule.Value.Limit!.Value.ToText(), "0", "100");
        }
    }

    private static void CheckEras(IReadOnlyList<Located<(AwardRuleSet Set, IReadOnlyList<Located<AwardRule>> Rules)>> sets, FaultList faults)
    {
        var eras = sets.Where(set => set.IsWhole).OrderBy(set => set.Value.Set.From).ToList();
        foreach (var (earlier, later) in eras.Zip(eras.Skip(1)))
        {
            if (earlier.Value.Set.To?.AddDays(1) != later.Value.Set.From)
            {
                faults.Add(later.File, later.Line, PlanFaultKind.AwardErasDoNotMeet, later.Value.Set.Code, earlier.Value.Set.Code);
            }
        }
    }
}
