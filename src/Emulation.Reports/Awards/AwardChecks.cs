using Emulation.Plan;
using static Emulation.Reports.Awards.Judgement;

namespace Emulation.Reports.Awards;

/// <summary>Holds every proposal against the award law of its year. Pure; the order of nominees does not matter.</summary>
public sealed class AwardChecks
{
    private readonly AwardBook book;
    private readonly AwardRuleSet rules;
    private readonly EmulationPlan plan;
    private readonly DossierChecks dossiers;
    private readonly ReachedTitles reached;
    private readonly ILookup<(UnitCode, bool, string), RegisteredTitle> registered;
    private readonly NamedNominees names;
    private readonly AwardPools pools;

    private AwardChecks(EmulationPlan plan, AwardRuleSet rules, IReadOnlyList<Nominee> nominees, IReadOnlyList<RegisteredTitle> registrations, IReadOnlyDictionary<ProposalKey, AwardDecision> decisions)
    {
        (this.plan, book, this.rules) = (plan, plan.Awards, rules);
        (dossiers, names) = (new DossierChecks(book, plan.YearPeriod.To), new NamedNominees(nominees));
        reached = new ReachedTitles(plan, rules, dossiers, names, decisions);
        registered = registrations.ToLookup(entry => KeyOf(entry.Unit, entry.IsCollective, entry.Name));
        pools = new AwardPools(plan, nominees, reached);
    }

    /// <summary>The check lists, in the order of the nominees.</summary>
    /// <param name="decisions">What the council has decided so far: a title it refused is not reached.</param>
    public static IReadOnlyList<CheckedNominee> Of(
        EmulationPlan plan, AwardRuleSet rules, IReadOnlyList<Nominee> nominees, IReadOnlyList<RegisteredTitle> registrations,
        IReadOnlyDictionary<ProposalKey, AwardDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var checks = new AwardChecks(plan, rules, nominees, registrations, decisions);
        return [.. nominees.Select(checks.Check)];
    }

    private static (UnitCode, bool, string) KeyOf(UnitCode unit, bool isCollective, string name) => (unit, isCollective, NameKey.Of(name));

    private CheckedNominee Check(Nominee nominee)
    {
        var titles = book.TitlesOf(nominee);
        var lines = rules.Rules
            .Where(rule => rule.IsAbout(nominee, titles))
            .Select(rule => (Rule: rule, Judged: Judge(rule, nominee)))
            .Select(line => new CheckedRule(line.Rule, line.Judged.Outcome, line.Judged.Said));
        return new CheckedNominee(nominee, titles, [.. lines]);
    }

    private Judgement Judge(AwardRule rule, Nominee nominee) => rule.Kind switch
    {
        AwardCheckKind.Registered => Registered(nominee),
        AwardCheckKind.Quota => Quota(rule, nominee),
        AwardCheckKind.TitleReached => reached.Judge(rule.Of!, nominee),
        AwardCheckKind.OnlyOnce => OnlyOnce(nominee),
        AwardCheckKind.DirectWorkers => DirectWorkers(rule, nominee),
        _ => dossiers.Judge(rule, nominee),
    };

    private Judgement Registered(Nominee nominee)
    {
        var entries = registered[KeyOf(nominee.Unit, nominee.IsCollective, nominee.Name)].ToList();
        if (entries.Count == 0)
        {
            return Failed("Registered.Never");
        }

        var title = book.Find(nominee.Title, nominee.IsCollective) ?? book.Find(nominee.Commendation, nominee.IsCollective);
        return title is null || entries.Exists(entry => book.Find(entry.Title, entry.IsCollective) == title || book.Find(entry.Commendation, entry.IsCollective) == title)
            ? Met("Registered.Met")
            : Failed("Registered.Other", string.Join(", ", entries.Select(entry => entry.Title ?? entry.Commendation ?? "–").Distinct()));
    }

    private Judgement Quota(AwardRule rule, Nominee nominee)
    {
        var pool = pools.Of(rule, nominee);
        string[] numbers = [Say(pool.Proposed), Say(pool.Base), Say(rule.Limit!.Value), Say(pool.Allowed), Texts.Get($"Award.Pool.{rule.Pool}"), book.Titles.FirstOrDefault(title => title.Code == rule.Of)?.Name ?? rule.Of ?? ""];
        return pool.Base == 0 ? Unknown("Quota.NoBase", numbers)
            : pool.Proposed <= pool.Allowed ? Met("Quota.Met", numbers)
            : Failed("Quota.Failed", numbers);
    }

    private Judgement OnlyOnce(Nominee nominee)
    {
        var others = names.OthersOf(nominee).Where(other => !reached.IsStep(nominee, other)).ToList();
        return others.Count == 0 ? Met("Once.Met") : Failed("Once.Failed", string.Join(", ", others.Select(other =>
            Say(other.Key.RowNumber) + (other.Unit == nominee.Unit ? "" : $" ({plan.UnitByCode(other.Unit).ShortName})"))));
    }

    private Judgement DirectWorkers(AwardRule rule, Nominee nominee)
    {
        var workers = pools.Workers(rule, nominee);
        string[] numbers = [Say(workers.Direct), Say(workers.Leaders), Say(workers.Blank), Texts.Get($"Award.Pool.{rule.Pool}"), workers.Share is { } share ? Say(share) + "%" : "–"];
        return rule.Limit is not { } limit ? Met("Direct", numbers)
            : workers.Reaches(limit) switch
            {
                true => Met("Direct.Limit", [.. numbers, Say(limit)]),
                false => Failed("Direct.Limit", [.. numbers, Say(limit)]),
                null => Unknown("Direct.Limit", [.. numbers, Say(limit)]),
            };
    }
}
