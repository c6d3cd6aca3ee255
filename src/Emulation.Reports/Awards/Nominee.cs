using Emulation.Plan;

namespace Emulation.Reports.Awards;

/// <summary>Where a proposal stands: the accepted submission and its row.</summary>
public readonly record struct ProposalKey(long SubmissionId, int RowNumber)
{
    public override string ToString() => FormattableString.Invariant($"{SubmissionId}.{RowNumber}");
}

/// <summary>A person or collective proposed for an award, as its unit wrote. Personal data.</summary>
/// <param name="Title">As written; null if left blank.</param>
/// <param name="Commendation">As written; null if left blank.</param>
/// <param name="InitiativeDecision">Number of the decision that recognised the initiative; null if none is given.</param>
/// <param name="Discipline">As written; null if left blank, which is not the same as "không".</param>
/// <param name="Completion">How well the year's tasks were done; null if left blank.</param>
/// <param name="EarlierDecisions">Numbers of earlier award decisions, as written.</param>
/// <param name="IsDirectWorker">True for people who work directly, false for leaders; null if left blank.</param>
/// <param name="Staff">Members of a collective.</param>
/// <param name="AdvancedWorkers">Members who reach lao động tiên tiến.</param>
/// <param name="EmulationFighters">Members who reach chiến sĩ thi đua cơ sở.</param>
public sealed record Nominee(
    ProposalKey Key, UnitCode Unit, bool IsCollective, string Name, string? Gender, DateOnly? BornOn, string? Position, string? Title, string? Commendation,
    string? InitiativeDecision, string? Discipline, int? VotesFor, int? VotesTotal, string? Completion, DateOnly? RecruitedOn, string? EarlierDecisions,
    bool? IsDirectWorker, int? Staff, int? AdvancedWorkers, int? EmulationFighters);

/// <summary>Who was registered for what (đăng ký thi đua). Personal data.</summary>
public sealed record RegisteredTitle(UnitCode Unit, bool IsCollective, string Name, string? Title, string? Commendation);

/// <summary>How a check came out.</summary>
public enum CheckOutcome
{
    Met,
    Failed,

    /// <summary>The file does not say; a person must look.</summary>
    Unknown,
}

/// <summary>One line of a nominee's check list.</summary>
/// <param name="Said">What was found, one Vietnamese sentence with its numbers.</param>
public sealed record CheckedRule(AwardRule Rule, CheckOutcome Outcome, string Said);

/// <summary>Where a dossier stands.</summary>
public enum DossierStanding
{
    /// <summary>Nothing is in the way.</summary>
    Ready,

    /// <summary>Something must be looked at by a person.</summary>
    NeedsPerson,

    /// <summary>The law bars it.</summary>
    Blocked,
}

/// <summary>A nominee with the whole check list; the system proposes, the council decides.</summary>
/// <param name="Titles">What is proposed, as the rules know it; empty if no text names a known title.</param>
public sealed record CheckedNominee(Nominee Nominee, IReadOnlyList<AwardTitle> Titles, IReadOnlyList<CheckedRule> Rules)
{
    public DossierStanding Standing =>
        Rules.Any(rule => rule is { Outcome: CheckOutcome.Failed, Rule.Severity: AwardSeverity.Blocker }) ? DossierStanding.Blocked
        : Titles.Count == 0 || Rules.Any(rule => rule.Rule.Severity != AwardSeverity.Information && rule.Outcome != CheckOutcome.Met) ? DossierStanding.NeedsPerson
        : DossierStanding.Ready;

    /// <summary>True if nothing but an exceeded quota is in the way: the council must choose, the person is not barred.</summary>
    public bool IsOverQuotaOnly => Standing == DossierStanding.Blocked
        && Rules.All(rule => rule.Rule is not { Severity: AwardSeverity.Blocker, Kind: not AwardCheckKind.Quota } || rule.Outcome != CheckOutcome.Failed);
}
