namespace Emulation.Plan.Comparison;

/// <summary>A plan as items with codes: every value of every part, whatever file or order it came from.</summary>
public static class PlanItems
{
    private const string Head = "plan";

    /// <summary>The properties of a plan that are lists of things with codes of their own; all others belong to its head.</summary>
    private static readonly string[] Parts =
    [
        nameof(EmulationPlan.Movements), nameof(EmulationPlan.Waves), nameof(EmulationPlan.Periods), nameof(EmulationPlan.Blocks),
        nameof(EmulationPlan.Duties), nameof(EmulationPlan.Units), nameof(EmulationPlan.Indicators), nameof(EmulationPlan.Targets),
        nameof(EmulationPlan.Scoring), nameof(EmulationPlan.Awards), nameof(EmulationPlan.Recipients), nameof(EmulationPlan.Calendar),
        nameof(EmulationPlan.LastYear), nameof(EmulationPlan.Successions), nameof(EmulationPlan.Exemptions), nameof(EmulationPlan.RuleSets),
        nameof(EmulationPlan.ProvinceTargets), nameof(EmulationPlan.Contacts), nameof(EmulationPlan.Release),
    ];

    public static IReadOnlyList<PlanItem> Of(EmulationPlan plan) =>
    [
        new PlanItem(Head, plan.Code, ItemFields.Of(plan, Parts)),
        .. Each("movements", plan.Movements, movement => movement.Code.Value, nameof(Movement.SortOrder)),
        .. Each("waves", plan.Waves, wave => wave.Period.Code.Value),
        .. Each("months", plan.Months, month => month.Code.Value),
        .. Each("blocks", plan.Blocks, block => block.Code, nameof(Block.SortOrder)),
        .. Each("duties", plan.Duties, duty => duty.Code),
        new PlanItem("calendar", "calendar", ItemFields.Of(plan.Calendar, nameof(PlanCalendar.SpecialDays))),
        .. Each("units", plan.Units, unit => unit.Code.Value),
        .. Each("successions", plan.Successions, step => $"{step.From} {step.To?.Value ?? "–"} {ItemFields.TextOf(step.On)}"),
        .. Each("indicators", plan.Indicators, indicator => indicator.Code.Value),
        .. Each("targets", plan.Targets, target => $"{target.Indicator} {target.Units} {target.Period}", nameof(Target.Decision)),
        .. Each("province targets", plan.ProvinceTargets, target => $"{target.Indicator} {target.Units} {target.Period}"),
        .. Each("exemptions", plan.Exemptions, exemption => $"{exemption.Subject} {exemption.Units} {exemption.Period?.Value ?? "*"} {ItemFields.TextOf(exemption.Until)}"),
        .. RuleSetsOf(plan).SelectMany((set, index) => OfRules(set, index == 0 ? "" : set.Code + " ")),
        .. OfAwards(plan.Awards),
        .. Each("recipients", plan.Recipients, recipient => recipient.Code),
        .. OfContacts(plan.Contacts),
        .. Each("release", plan.Release, rule => rule.Report.ToName()),
        .. Each("holidays", plan.Calendar.SpecialDays, day => ItemFields.TextOf(day.Date)!),
        .. Each("last year", plan.LastYear, figure => $"{figure.Unit} {figure.Indicator} {figure.Period}"),
    ];

    private static IReadOnlyList<RuleSet> RuleSetsOf(EmulationPlan plan) => plan.RuleSets.Count > 1 ? plan.RuleSets : [plan.Scoring];

    // The first set goes without its code, so that a set that gets a new code is still compared rule by rule.
    private static IEnumerable<PlanItem> OfRules(RuleSet rules, string set) =>
    [
        new PlanItem("scoring", set + "rule set", ItemFields.Of(rules, nameof(RuleSet.Groups), nameof(RuleSet.Rules), nameof(RuleSet.Grades), nameof(RuleSet.Gates))),
        .. Each("scoring groups", rules.Groups, group => set + group.Code),
        .. Each("scoring rules", rules.Rules, rule => set + rule.Code),
        .. Each("grades", rules.Grades, grade => set + grade.Code),
        .. Each("gates", rules.Gates, gate => set + gate.Code),
    ];

    private static IEnumerable<PlanItem> OfAwards(AwardBook awards) =>
    [
        .. Each("award titles", awards.Titles, title => title.Code),
        .. Each("award disciplines", awards.Disciplines, level => level.Code),
        .. Each("award rule sets", awards.RuleSets, set => set.Code, nameof(AwardRuleSet.Rules)),
        .. awards.RuleSets.SelectMany(set => Each("award rules", set.Rules, rule => $"{set.Code} {rule.Code}")),
    ];

    // A post keeps its key when its address changes; where several share a post, the address tells them apart.
    private static IEnumerable<PlanItem> OfContacts(IReadOnlyList<Contact> contacts)
    {
        var posts = contacts.CountBy(PostOf).ToDictionary();
        return Each("contacts", contacts, contact => posts[PostOf(contact)] == 1 ? PostOf(contact) : $"{PostOf(contact)} {contact.Address}");

        static string PostOf(Contact contact) =>
            string.Join(' ', new[] { contact.Unit, ItemFields.TextOf(contact.Role), contact.Position, ItemFields.TextOf(contact.ValidFrom) }.OfType<string>());
    }

    private static IEnumerable<PlanItem> Each<T>(string part, IEnumerable<T> values, Func<T, string> key, params string[] without)
        where T : notnull
        => values.Select(value => new PlanItem(part, key(value), ItemFields.Of(value, without)));
}
