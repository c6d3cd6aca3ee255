using Emulation.Plan;
using Emulation.Reports.Documents;
using static Emulation.Reports.Awards.Judgement;

namespace Emulation.Reports.Awards;

/// <summary>The checks that need nothing but the dossier itself.</summary>
internal sealed class DossierChecks(AwardBook book, DateOnly yearEnd)
{
    public Judgement Judge(AwardRule rule, Nominee nominee) => rule.Kind switch
    {
        AwardCheckKind.Initiative => Initiative(rule, nominee),
        AwardCheckKind.Service => Service(rule.Limit!.Value, nominee),
        AwardCheckKind.Discipline => Discipline(rule, nominee),
        AwardCheckKind.OnHold => OnHold(nominee),
        AwardCheckKind.Members => Members(rule, nominee),
        AwardCheckKind.MemberCount => MemberCount(rule, nominee),
        AwardCheckKind.EarlierDecisions => EarlierDecisions(rule.Limit!.Value, nominee),
        AwardCheckKind.Votes => Votes(rule.Limit!.Value, nominee),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Kind, null),
    };

    /// <summary>The decisions a cell lists.</summary>
    public static string[] DecisionsIn(string? text) =>
        (text ?? "").Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Judgement Initiative(AwardRule rule, Nominee nominee)
    {
        var decision = nominee.InitiativeDecision is { } said && !string.IsNullOrWhiteSpace(said) && !IsNone(said) && NameKey.Of(said) is not ("chưa" or "chưa có") ? said : null;
        return decision is not null && decision.Any(char.IsAsciiDigit) ? Met("Initiative.Met", decision)
            : rule.IsMetByExcellence && IsExcellent(nominee) ? Met("Initiative.Excellent")
            : decision is not null ? Unknown("Initiative.NoNumber", decision)
            : rule.IsMetByExcellence && nominee.Completion is null ? Unknown("Initiative.CompletionBlank")
            : Failed(rule.IsMetByExcellence ? "Initiative.FailedBoth" : "Initiative.Failed");
    }

    private static bool IsExcellent(Nominee nominee) =>
        nominee.Completion is { } completion && NameKey.Of(completion).Contains(NameKey.Of("xuất sắc"), StringComparison.Ordinal);

    private Judgement Service(decimal months, Nominee nominee)
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

    /// <summary>A discipline whose level nobody can read bars under every rule, as all did before levels were told.</summary>
    private Judgement Discipline(AwardRule rule, Nominee nominee)
    {
        if (nominee.Discipline is not { } said)
        {
            return Unknown("Discipline.Blank");
        }

        if (IsNone(said) || IsPending(said))
        {
            return Met(IsNone(said) ? "Discipline.Met" : "Discipline.Pending");
        }

        if (rule.FromLevel is not { } from)
        {
            return Failed("Discipline.Failed", said);
        }

        string[] words = [said, book.Disciplines[book.LevelOf(from)].Name];
        return book.LevelIn(said) is not { } level ? Failed("Discipline.NoLevel", words)
            : level < book.LevelOf(from) ? Met("Discipline.Below", words)
            : Failed("Discipline.From", words);
    }

    private static Judgement OnHold(Nominee nominee) =>
        nominee.Discipline is { } said && IsPending(said) ? Failed("OnHold.Failed", said) : Met("OnHold.Met");

    private static bool IsNone(string text) => NameKey.Of(text) is "không" or "không có" or "0" or "-" or "không bị kỉ luật";

    private static bool IsPending(string text) => NameKey.Of(text).StartsWith("đang ", StringComparison.Ordinal);

    private static Judgement Members(AwardRule rule, Nominee nominee)
    {
        if (nominee.Staff is not > 0 || Reached(rule, nominee) is not { } reached)
        {
            return Unknown("Members.Blank");
        }

        var share = 100m * reached / nominee.Staff.Value;
        string[] numbers = [Say(reached), Say(nominee.Staff.Value), Say(Math.Round(share, 2, MidpointRounding.AwayFromZero)), Say(rule.Limit!.Value)];
        var isMet = rule.IsLimitMet ? share >= rule.Limit : share > rule.Limit;
        return Of(isMet ? CheckOutcome.Met : CheckOutcome.Failed, rule.IsLimitMet ? "Members.AtLeast" : "Members.MoreThan", numbers);
    }

    private static Judgement MemberCount(AwardRule rule, Nominee nominee) =>
        Reached(rule, nominee) is not { } reached ? Unknown("Members.Blank")
        : Of(reached >= rule.Limit ? CheckOutcome.Met : CheckOutcome.Failed, "MemberCount", Say(reached), Say(rule.Limit!.Value));

    private static int? Reached(AwardRule rule, Nominee nominee) => rule.Of == AwardBook.EmulationFighter ? nominee.EmulationFighters : nominee.AdvancedWorkers;

    private static Judgement EarlierDecisions(decimal limit, Nominee nominee)
    {
        var numbers = DecisionsIn(nominee.EarlierDecisions);
        return numbers.Length >= limit
            ? Unknown("Earlier.Given", string.Join("; ", numbers))
            : Failed("Earlier.Failed", Say(numbers.Length), Say(limit));
    }

    private static Judgement Votes(decimal limit, Nominee nominee)
    {
        if (nominee is not { VotesFor: { } votes, VotesTotal: > 0 and { } total })
        {
            return Unknown("Votes.Blank");
        }

        var share = 100m * votes / total;
        string[] numbers = [Say(votes), Say(total), Say(Math.Round(share, 2, MidpointRounding.AwayFromZero)), Say(limit)];
        return share >= limit ? Met("Votes", numbers) : Failed("Votes", numbers);
    }
}
