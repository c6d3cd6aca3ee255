using Emulation.Plan;
using static Emulation.Reports.Awards.Judgement;

namespace Emulation.Reports.Awards;

/// <summary>Whether a person reaches, in the plan's year, the title that another builds on: by the law of the era, by a row of the list, or by a decision the dossier names.</summary>
internal sealed class ReachedTitles(
    EmulationPlan plan, AwardRuleSet rules, DossierChecks dossiers, NamedNominees names, IReadOnlyDictionary<ProposalKey, AwardDecision> decisions)
{
    private readonly AwardBook book = plan.Awards;

    public Judgement Judge(string title, Nominee nominee)
    {
        var name = book.Titles.First(one => one.Code == title).Name;
        if (Bars(title, nominee).FirstOrDefault() is { Said: { } bar })
        {
            return Failed("Reached.Barred", name, bar);
        }

        var row = names.OthersOf(nominee).Prepend(nominee).FirstOrDefault(one => IsProposed(one, title));
        return row is null ? ByDecision(title, name, nominee) : ByRow(title, name, row);
    }

    /// <summary>False for a person whom the law of the era bars from the title, whatever the list says.</summary>
    public bool IsOpenTo(string title, Nominee nominee) => !Bars(title, nominee).Any();

    /// <summary>True if one row proposes the title that the other's builds on, and nothing is proposed twice: two rows for two titles, one after the other.</summary>
    public bool IsStep(Nominee one, Nominee other)
    {
        var (first, second) = (Codes(one), Codes(other));
        return !first.Intersect(second).Any()
            && rules.Rules.Any(rule => rule.Kind == AwardCheckKind.TitleReached
                && ((first.Contains(rule.Of!) && second.Intersect(rule.Titles).Any()) || (second.Contains(rule.Of!) && first.Intersect(rule.Titles).Any())));
    }

    private IEnumerable<Judgement> Bars(string title, Nominee nominee) => Grave(title, nominee).Where(judged => judged.Outcome == CheckOutcome.Failed);

    /// <summary>What the law of the era asks of the title itself, and what one dossier can say of it.</summary>
    private IEnumerable<Judgement> Grave(string title, Nominee nominee)
    {
        var asked = book.Titles.Where(one => one.Code == title).ToList();
        return rules.Rules
            .Where(rule => rule.Severity == AwardSeverity.Blocker && rule.IsAbout(nominee, asked)
                && rule.Kind is AwardCheckKind.Service or AwardCheckKind.Discipline or AwardCheckKind.OnHold or AwardCheckKind.Initiative)
            .Select(rule => dossiers.Judge(rule, nominee));
    }

    private Judgement ByRow(string title, string name, Nominee row)
    {
        var number = Say(row.Key.RowNumber);
        return decisions.GetValueOrDefault(row.Key) switch
        {
            { Decision: AwardDecision.Granted } => Met("Reached.Granted", name, number),
            { Decision: AwardDecision.Changed, Title: var other } when book.Find(other, isCollective: false)?.Code == title => Met("Reached.Granted", name, number),
            { Decision: AwardDecision.Changed or AwardDecision.Refused } => Failed("Reached.Refused", name, number),
            { } => Unknown("Reached.Postponed", name, number),
            null when !IsOpenTo(title, row) => Failed("Reached.RowBarred", name, number),
            null when Grave(title, row).Any(judged => judged.Outcome == CheckOutcome.Unknown) => Unknown("Reached.RowUnclear", name, number),
            null => Met("Reached.Row", name, number),
        };
    }

    /// <summary>A number counts if it is said to be of the title and of the year; of another year it proves nothing.</summary>
    private Judgement ByDecision(string title, string name, Nominee nominee)
    {
        var year = plan.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var named = DossierChecks.DecisionsIn(nominee.EarlierDecisions).Where(text => book.Names(title, text)).ToList();
        return named.Find(text => text.Contains(year, StringComparison.Ordinal)) is { } held ? Met("Reached.Decision", name, year, held)
            : named.Count > 0 ? Unknown("Reached.DecisionUnclear", name, year, string.Join("; ", named))
            : Unknown("Reached.Blank", name, year);
    }

    private bool IsProposed(Nominee one, string title) => Codes(one).Contains(title);

    private List<string> Codes(Nominee one) => [.. book.TitlesOf(one).Select(title => title.Code)];
}
