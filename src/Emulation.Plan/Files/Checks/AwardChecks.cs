namespace Emulation.Plan.Files.Checks;

/// <summary>The award rules: titles are known, limits are there, eras neither overlap nor leave a gap.</summary>
internal static class AwardChecks
{
    private static readonly HashSet<AwardCheckKind> Limited =
    [
        AwardCheckKind.Quota, AwardCheckKind.Service, AwardCheckKind.Members, AwardCheckKind.MemberCount, AwardCheckKind.EarlierDecisions, AwardCheckKind.Votes,
    ];

    private static readonly HashSet<AwardCheckKind> AboutAnother = [AwardCheckKind.Quota, AwardCheckKind.Members, AwardCheckKind.MemberCount, AwardCheckKind.TitleReached];

    private static readonly string[] Stated = [AwardBook.AdvancedWorker, AwardBook.EmulationFighter];

    public static void Check(PlanDraft draft, FaultList faults)
    {
        if (draft.Awards is not { } awards)
        {
            return;
        }

        Duplicates.Check(awards.Titles, title => title.Code, faults);
        Duplicates.Check(awards.Disciplines, level => level.Code, faults);
        var titles = awards.Titles.Select(title => title.Value.Code).ToHashSet();
        var levels = awards.Disciplines.Select(level => level.Value.Code).ToHashSet();
        foreach (var rule in awards.RuleSets.SelectMany(set => set.Value.Rules))
        {
            CheckRule(rule, titles, faults);
            CheckLevel(rule, levels, faults);
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

        if (AboutAnother.Contains(rule.Value.Kind) && rule.Value.Of is null)
        {
            Add(PlanFaultKind.AwardRuleNeeds, rule.Value.Code, "of");
        }

        if (rule.Value is { Kind: AwardCheckKind.Members or AwardCheckKind.MemberCount, Of: { } counted } && titles.Contains(counted) && !Stated.Contains(counted))
        {
            Add(PlanFaultKind.UnknownWord, "of", counted, string.Join(", ", Stated));
        }

        CheckReached(rule, faults);

        if (rule.Value.Kind is AwardCheckKind.Quota or AwardCheckKind.Members or AwardCheckKind.Votes or AwardCheckKind.DirectWorkers && rule.Value.Limit is < 0 or > 100)
        {
            Add(PlanFaultKind.NumberOutOfRange, "limit", rule.Value.Limit!.Value.ToText(), "0", "100");
        }
    }

    /// <summary>What builds on another title names itself, and no title builds on itself.</summary>
    private static void CheckReached(Located<AwardRule> rule, FaultList faults)
    {
        if (rule.Value.Kind != AwardCheckKind.TitleReached)
        {
            return;
        }

        if (rule.Value.Titles.Count == 0)
        {
            faults.Add(rule.File, rule.Line, PlanFaultKind.AwardRuleNeeds, rule.Value.Code, "titles");
        }
        else if (rule.Value.Of is { } title && rule.Value.Titles.Contains(title))
        {
            faults.Add(rule.File, rule.Line, PlanFaultKind.AwardTitleNeedsItself, rule.Value.Code, title);
        }
    }

    private static void CheckLevel(Located<AwardRule> rule, HashSet<string> levels, FaultList faults)
    {
        if (rule.Value.FromLevel is not { } level || !rule.IsWhole)
        {
            return;
        }

        if (rule.Value.Kind != AwardCheckKind.Discipline)
        {
            faults.Add(rule.File, rule.Line, PlanFaultKind.DisciplineLevelUnused, rule.Value.Code);
        }
        else if (!levels.Contains(level))
        {
            faults.Add(rule.File, rule.Line, PlanFaultKind.UnknownDisciplineLevel, level, string.Join(", ", levels));
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
