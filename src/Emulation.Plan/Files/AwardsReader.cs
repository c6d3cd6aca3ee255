namespace Emulation.Plan.Files;

/// <summary>awards.yaml: what can be proposed, and the award law by era. A plan may do without.</summary>
internal static class AwardsReader
{
    private static readonly string[] RuleKeys =
        ["code", "kind", "severity", "source", "titles", "limit", "above", "at-least", "of", "pool", "rounding", "or-excellent", "for", "from-level"];

    /// <summary>Null if the file is no YAML at all.</summary>
    public static AwardsDraft? Read(string text, FaultList faults)
    {
        if (YamlSection.Read(PlanFiles.Awards, text, ["titles", "disciplines", "rule-sets"], faults) is not { } awards)
        {
            return null;
        }

        return new AwardsDraft(
            awards.Sections("titles", "code", "name", "for", "also").Locate(TitleOf),
            awards.SectionsOrNone("disciplines", "code", "name", "also").Locate(LevelOf),
            awards.Sections("rule-sets", "code", "from", "to", "legal-basis", "basis", "rules").Locate(RuleSetOf));
    }

    private static AwardTitle TitleOf(YamlSection title) => new(
        title.Code("code"), title.Text("name"), title.Choice("for", PlanWords.AwardHolders), [.. title.Words("also").Select(word => word.Text)]);

    private static DisciplineLevel LevelOf(YamlSection level) => new(level.Code("code"), level.Text("name"), [.. level.Words("also").Select(word => word.Text)]);

    private static (AwardRuleSet Set, IReadOnlyList<Located<AwardRule>> Rules) RuleSetOf(YamlSection set)
    {
        var rules = set.Sections("rules", RuleKeys).Locate(RuleOf);
        return (
            new AwardRuleSet(set.Code("code"), set.Date("from"), set.DateOrNull("to"), set.Text("legal-basis"), set.Choice("basis", PlanWords.Bases), rules.Values()!),
            rules);
    }

    private static AwardRule RuleOf(YamlSection rule) => new(
        rule.Code("code"),
        rule.Choice("kind", PlanWords.AwardCheckKinds),
        rule.Choice("severity", PlanWords.AwardSeverities),
        rule.Text("source"),
        [.. rule.Words("titles").Select(word => word.Text)],
        rule.NumberOrNull("limit") ?? rule.NumberOrNull("above") ?? rule.NumberOrNull("at-least"),
        rule.TextOrNull("of"),
        rule.Has("pool") ? rule.Choice("pool", PlanWords.AwardPools) : AwardPool.Plan,
        rule.Has("rounding") ? rule.Choice("rounding", PlanWords.QuotaRoundings) : QuotaRounding.Nearest,
        rule.Has("or-excellent") && rule.Choice("or-excellent", PlanWords.YesOrNo),
        rule.Has("at-least"),
        rule.Has("for") ? rule.Choice("for", PlanWords.AwardHolders) : null,
        rule.TextOrNull("from-level"));
}
