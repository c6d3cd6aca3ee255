using Emulation.Plan;
using Emulation.Reports.Documents;

namespace Emulation.Reports.Awards;

/// <summary>Holds every proposal against the award law of its year. Pure; the order of nominees does not matter.</summary>
public sealed class AwardChecks
{
    private readonly AwardBook book;
    private readonly AwardRuleSet rules;
    private readonly DateOnly yearEnd;
    private readonly ILookup<(UnitCode, bool, string), RegisteredTitle> registered;
    private readonly ILookup<(UnitCode, bool, string), Nominee> sameName;
    private readonly AwardPools pools;

    private AwardChecks(EmulationPlan plan, AwardRuleSet rules, IReadOnlyList<Nominee> nominees, IReadOnlyList<RegisteredTitle> registrations)
    {
        (book, this.rules, yearEnd) = (plan.Awards, rules, plan.YearPeriod.To);
        registered = registrations.ToLookup(entry => KeyOf(entry.Unit, entry.IsCollective, entry.Name));
        sameName = nominees.ToLookup(nominee => KeyOf(nominee.Unit, nominee.IsCollective, nominee.Name));
        pools = new AwardPools(plan, nominees);
    }

    /// <summary>The check lists, in the order of the nominees.</summary>
    public static IReadOnlyList<CheckedNominee> Of(
        EmulationPlan plan, AwardRuleSet rules, IReadOnlyList<Nominee> nominees, IReadOnlyList<RegisteredTitle> registrations)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var checks = new AwardChecks(plan, rules, nominees, registrations);
        return [.. nominees.Select(checks.Check)];
    }

    private static (UnitCode, bool, string) KeyOf(UnitCode unit, bool isCollective, string name) => (unit, isCollective, NameKey.Of(name));

    private CheckedNominee Check(Nominee nominee)
    {
        var titles = new[] { nominee.Title, nominee.Commendation }
            .Select(text => book.Find(text, nominee.IsCollective)).OfType<AwardTitle>().Distinct().ToList();
        var lines = rules.Rules
            .Where(rule => IsAbout(rule, nominee, titles))
            .Select(rule => Line(rule, Judge(rule, nominee)));
        return new CheckedNominee(nominee, titles, [.. lines]);
    }

    private static bool IsAbout(AwardRule rule, Nominee nominee, List<AwardTitle> titles) =>
        rule.Titles.Count == 0 ? !nominee.IsCollective || rule.Kind is not (AwardCheckKind.Service or AwardCheckKind.DirectWorkers) : titles.Exists(title => rule.Titles.Contains(title.Code));

    private static CheckedRule Line(AwardRule rule, (CheckOutcome Outcome, string Said) judged) => new(rule, judged.Outcome, judged.Said);

    private (CheckOutcome, string) Judge(AwardRule rule, Nominee nominee) => rule.Kind switch
    {
        AwardCheckKind.Registered => Registered(nominee),
        AwardCheckKind.Quota => Quota(rule, nominee),
        AwardCheckKind.Initiative => Initiative(rule, nominee),
        AwardCheckKind.Service => Service(rule.Limit!.Value, nominee),
        AwardCheckKind.Discipline => Discipline(nominee),
        AwardCheckKind.OnHold => OnHold(nominee),
        AwardCheckKind.Members => Members(rule, nominee),
        AwardCheckKind.MemberCount => MemberCount(rule, nominee),
        AwardCheckKind.EarlierDecisions => EarlierDecisions(rule.Limit!.Value, nominee),
        AwardCheckKind.OnlyOnce => OnlyOnce(nominee),
        AwardCheckKind.Votes => Votes(rule.Limit!.Value, nominee),
        AwardCheckKind.DirectWorkers => DirectWorkers(rule, nominee),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Kind, null),
    };

    private (CheckOutcome, string) Registered(Nominee nominee)
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

    private (CheckOutcome, string) Quota(AwardRule rule, Nominee nominee)
    {
        var pool = pools.Of(rule, nominee);
        string[] numbers = [Say(pool.Proposed), Say(pool.Base), Say(rule.Limit!.Value), Say(pool.Allowed), Texts.Get($"Award.Pool.{rule.Pool}"), book.Titles.FirstOrDefault(title => title.Code == rule.Of)?.Name ?? rule.Of ?? ""];
        return pool.Base == 0 ? Unknown("Quota.NoBase", numbers)
            : pool.Proposed <= pool.Allowed ? Met("Quota.Met", numbers)
            : Failed("Quota.Failed", numbers);
    }

    private static (CheckOutcome, string) Initiative(AwardRule rule, Nominee nominee) =>
        !string.IsNullOrWhiteSpace(nominee.InitiativeDecision) ? Met("Initiative.Met", nominee.InitiativeDecision)
        : rule.IsMetByExcellence && IsExcellent(nominee) ? Met("Initiative.Excellent")
        : rule.IsMetByExcellence && nominee.Completion is null ? Unknown("Initiative.CompletionBlank")
        : Failed(rule.IsMetByExcellence ? "Initiative.FailedBoth" : "Initiative.Failed");

    private static bool IsExcellent(Nominee nominee) =>
        nominee.Completion is { } completion && NameKey.Of(completion).Contains(NameKey.Of("xuất sắc"), StringComparison.Ordinal);

    private (CheckOutcome, string) Service(decimal months, Nominee nominee)
    {
        if (nominee.RecruitedOn is not { } day)
        {
            return Unknown("Service.Blank");
        }

        var end = yearEnd.AddDays(1);
        var served = ((end.Year - day.Year) * 12) + end.Month - day.Month - (end.Day < day.Day ? 1 : 0);
        string[] numbers = [Say(Math.Max(served, 0)), Say(months), VietnameseFormat.Date(day)];
        return served >= months ? Met("Service.Met", numbers) : Failed("Service.Failed", numbers);
    }

    private static (CheckOutcome, string) Discipline(Nominee nominee) =>
        nominee.Discipline is not { } said ? Unknown("Discipline.Blank")
        : IsNone(said) || IsPending(said) ? Met("Discipline.Met")
        : Failed("Discipline.Failed", said);

    private static (CheckOutcome, string) OnHold(Nominee nominee) =>
        nominee.Discipline is { } said && IsPending(said) ? Failed("OnHold.Failed", said) : Met("OnHold.Met");

    private static bool IsNone(string text) => NameKey.Of(text) is "không" or "không có" or "0" or "-" or "không bị kỷ luật" or "không bị kỉ luật";

    private static bool IsPending(string text) => NameKey.Of(text).StartsWith("đang ", StringComparison.Ordinal);

    private static (CheckOutcome, string) Members(AwardRule rule, Nominee nominee)
    {
        if (nominee.Staff is not > 0 || Reached(rule, nominee) is not { } reached)
        {
            return Unknown("Members.Blank");
        }

        var share = 100m * reached / nominee.Staff.Value;
        string[] numbers = [Say(reached), Say(nominee.Staff.Value), Say(Math.Round(share, 2, MidpointRounding.AwayFromZero)), Say(rule.Limit!.Value)];
        var isMet = rule.IsLimitMet ? share >= rule.Limit : share > rule.Limit;
        return (isMet ? CheckOutcome.Met : CheckOutcome.Failed, Texts.Get(rule.IsLimitMet ? "Award.Members.AtLeast" : "Award.Members.MoreThan", numbers));
    }

    private static (CheckOutcome, string) MemberCount(AwardRule rule, Nominee nominee) =>
        Reached(rule, nominee) is not { } reached ? Unknown("Members.Blank")
        : (reached >= rule.Limit ? CheckOutcome.Met : CheckOutcome.Failed, Texts.Get("Award.MemberCount", Say(reached), Say(rule.Limit!.Value)));

    private static int? Reached(AwardRule rule, Nominee nominee) => rule.Of == AwardPools.EmulationFighter ? nominee.EmulationFighters : nominee.AdvancedWorkers;

    private static (CheckOutcome, string) EarlierDecisions(decimal limit, Nominee nominee)
    {
        var numbers = (nominee.EarlierDecisions ?? "").Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return numbers.Length >= limit
            ? (CheckOutcome.Unknown, Texts.Get("Award.Earlier.Given", string.Join("; ", numbers)))
            : Failed("Earlier.Failed", Say(numbers.Length), Say(limit));
    }

    private (CheckOutcome, string) OnlyOnce(Nominee nominee)
    {
        var others = sameName[KeyOf(nominee.Unit, nominee.IsCollective, nominee.Name)]
            .Where(other => other.Key != nominee.Key && (other.BornOn is null || nominee.BornOn is null || other.BornOn == nominee.BornOn)).ToList();
        return others.Count == 0 ? Met("Once.Met") : Failed("Once.Failed", string.Join(", ", others.Select(other => Say(other.Key.RowNumber))));
    }

    private static (CheckOutcome, string) Votes(decimal limit, Nominee nominee)
    {
        if (nominee is not { VotesFor: { } votes, VotesTotal: > 0 and { } total })
        {
            return Unknown("Votes.Blank");
        }

        var share = 100m * votes / total;
        string[] numbers = [Say(votes), Say(total), Say(Math.Round(share, 2, MidpointRounding.AwayFromZero)), Say(limit)];
        return share >= limit ? Met("Votes", numbers) : Failed("Votes", numbers);
    }

    private (CheckOutcome, string) DirectWorkers(AwardRule rule, Nominee nominee)
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

    private static (CheckOutcome, string) Met(string text, params string[] values) => (CheckOutcome.Met, Texts.Get("Award." + text, values));

    private static (CheckOutcome, string) Failed(string text, params string[] values) => (CheckOutcome.Failed, Texts.Get("Award." + text, values));

    private static (CheckOutcome, string) Unknown(string text, params string[] values) => (CheckOutcome.Unknown, Texts.Get("Award." + text, values));

    private static string Say(decimal number) => VietnameseFormat.Number(number);
}
