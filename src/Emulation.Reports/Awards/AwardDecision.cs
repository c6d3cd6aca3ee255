namespace Emulation.Reports.Awards;

/// <summary>What the emulation council decided about a proposal.</summary>
/// <param name="Decision">granted, changed, refused or postponed.</param>
/// <param name="Title">What was decided instead of what was proposed; null unless changed.</param>
public sealed record AwardDecision(string Decision, string? Title, string Reason, string DecidedBy, DateTimeOffset DecidedAt)
{
    public const string Granted = "granted", Changed = "changed", Refused = "refused", Postponed = "postponed";

    /// <summary>True if the decision goes another way than the comparison: granted though barred, refused though ready, or changed.</summary>
    public bool Deviates(DossierStanding standing) => Decision switch
    {
        Granted => standing == DossierStanding.Blocked,
        Refused or Postponed => standing == DossierStanding.Ready,
        _ => true,
    };
}

/// <summary>A checked dossier beside what the council decided.</summary>
/// <param name="Decision">Null while undecided.</param>
public sealed record Dossier(CheckedNominee Checked, AwardDecision? Decision)
{
    public bool Deviates => Decision?.Deviates(Checked.Standing) ?? false;
}

/// <summary>All dossiers of a year.</summary>
/// <param name="Rules">The award law they were held against.</param>
/// <param name="Dossiers">In plan order of the units, then by row.</param>
public sealed record AwardCheckList(Emulation.Plan.AwardRuleSet Rules, IReadOnlyList<Dossier> Dossiers);
