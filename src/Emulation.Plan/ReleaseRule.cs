namespace Emulation.Plan;

/// <summary>How long the mails of a kind of report wait so that the office can look first.</summary>
/// <param name="HoldHours">From the making of the report to its send time; 0: it is sent at once, unless <paramref name="IfUnanswered"/> asks for a release.</param>
/// <param name="IfUnanswered">What happens at the send time if nobody held or released the report.</param>
/// <remarks>docs/adr/0023-hold-release-bounces.md. A kind without a rule is sent at once.</remarks>
public sealed record ReleaseRule(ReportKind Report, int HoldHours, Unanswered IfUnanswered)
{
    /// <summary>False if the report goes out as soon as it is made.</summary>
    public bool Waits => HoldHours > 0 || IfUnanswered == Unanswered.Keep;

    /// <summary>The rule of a kind for which the plan has none.</summary>
    public static ReleaseRule AtOnce(ReportKind report) => new(report, 0, Unanswered.Send);
}

/// <summary>What silence means at the send time of a report.</summary>
public enum Unanswered
{
    /// <summary>The report is sent.</summary>
    Send,

    /// <summary>The report stays held until a person releases it, and the owner is told.</summary>
    Keep,
}
