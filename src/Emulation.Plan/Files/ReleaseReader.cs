namespace Emulation.Plan.Files;

/// <summary>The section <c>release</c> of plan.yaml: how long the mails of each kind of report wait.</summary>
internal static class ReleaseReader
{
    /// <summary>A month: whoever wants to wait longer wants <c>keep</c>.</summary>
    private const int MostHours = 31 * 24;

    public static IReadOnlyList<Located<ReleaseRule>> Read(YamlSection plan) =>
        plan.SectionsOrNone("release", "report", "hold-hours", "unanswered")
            .Locate(rule => new ReleaseRule(
                rule.Choice("report", PlanWords.MailedReports), HoursOf(rule), rule.Choice("unanswered", PlanWords.IfUnanswered)));

    private static int HoursOf(YamlSection rule)
    {
        var before = rule.Faults.Count;
        var hours = rule.Whole("hold-hours");
        if (rule.Faults.Count == before && hours is < 0 or > MostHours)
        {
            rule.Faults.Add(
                rule.File, rule.LineOf("hold-hours"), PlanFaultKind.NumberOutOfRange, "hold-hours", hours.ToInvariant(), "0", MostHours.ToInvariant());
        }

        return hours;
    }
}
