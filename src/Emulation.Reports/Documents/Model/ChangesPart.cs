using Emulation.Plan;

namespace Emulation.Reports.Documents.Model;

/// <summary>What a re-issue changes, unit by unit: points, grade and rank before and after, then why (files, adjustments, decisions on objections, the plan), then the lines of the score card that moved.</summary>
internal static class ChangesPart
{
    public static IReadOnlyList<ReportChange> Build(
        ReportInput input, IReadOnlyList<MovementRow> results, IReadOnlyList<RankingBlock> ranking, IReadOnlyList<ScoreCardLine> cards)
    {
        if (input.Replaced?.Model is not { } before)
        {
            return [];
        }

        var outcomes = new OutcomeChanges(before, results, ranking);
        var lines = new LineChanges(before.ScoreCards, cards);
        var causes = ChangeCauses.Of(input).ToLookup(cause => cause.Unit.Value, cause => cause.Change);
        var plan = ChangeCauses.OfPlan(before.Cover, input);
        var units = input.Plan.Units.Select(unit => unit.Code.Value).Concat(before.Results.Select(row => row.UnitCode)).Concat(causes.Select(cause => cause.Key)).Distinct();
        return [.. plan, .. units.SelectMany(code => OfUnit(outcomes.Of(code), causes[code], lines.Of(code), isExplained: plan.Count > 0))];
    }

    /// <param name="isExplained">True if the plan itself changed, which may move any unit.</param>
    private static IEnumerable<ReportChange> OfUnit(UnitOutcomeChange outcome, IEnumerable<ReportChange> causes, IReadOnlyList<ReportChange> lines, bool isExplained)
    {
        var known = causes.ToList();
        var isUnexplained = outcome.HasOtherPoints && known.Count == 0 && !isExplained && lines.Count > 0;
        return
        [
            .. outcome.Changes,
            .. known,
            .. isUnexplained ? [new ReportChange(lines[0].Unit, Texts.Get("Change.Unknown"), Texts.Get("None"), Texts.Get("Change.See"))] : Array.Empty<ReportChange>(),
            .. lines,
        ];
    }
}

/// <summary>The words a reader may stumble over.</summary>
internal static class GlossaryPart
{
    private static readonly string[] Words =
        ["on-time", "late", "needs-fixing", "missing", "exempt", "not-yet-due", "estimated", "not-applicable", "not-reported", "achieved", "points", "rank"];

    public static IReadOnlyList<GlossaryEntry> Build() =>
        [.. Words.Select(word => new GlossaryEntry(Texts.Get($"Glossary.{word}.word"), Texts.Get($"Glossary.{word}.meaning")))];
}

/// <summary>The distribution list of the report's kind, as printed.</summary>
internal static class DistributionPart
{
    public static IReadOnlyList<string> Build(ReportInput input)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(input.DataAsOf, input.Plan.TimeZone).DateTime);
        return [.. input.Plan.Recipients.Where(recipient => recipient.IsPrinted(input.Kind, day)).Select(recipient => recipient.Name)];
    }

    /// <summary>True if the line is printed under that kind of report on that day: archive lines always, deputies never, for the report goes to the office they stand in for.</summary>
    internal static bool IsPrinted(this Recipient recipient, ReportKind kind, DateOnly day) =>
        (recipient.Reports.Contains(kind) || recipient.Kind == RecipientKind.Archive) && recipient.Replaces is null && recipient.IsValidOn(day);
}
