using Emulation.Plan;

namespace Emulation.Reports.Documents.Model;

/// <summary>What a re-issue changes, unit by unit: points, grade and rank, and below them why: files and adjustments counted otherwise, or other units whose points moved.</summary>
internal static class ChangesPart
{
    public static IReadOnlyList<ReportChange> Build(ReportInput input, IReadOnlyList<MovementRow> results, IReadOnlyList<RankingBlock> ranking)
    {
        if (input.Replaced?.Model is not { } before)
        {
            return [];
        }

        var old = before.Results.ToDictionary(row => row.UnitCode);
        var oldRanks = Ranks(before.Ranking);
        var ranks = Ranks(ranking);
        var causes = Causes(input).ToLookup(cause => cause.Unit, cause => cause.Change);
        var codes = input.Plan.Units.Select(unit => unit.Code).ToList();
        var changes = results.ToDictionary(row => row.UnitCode, row => Compare(row, old.GetValueOrDefault(row.UnitCode), oldRanks, ranks).ToList());
        return [.. codes.Concat(causes.Select(cause => cause.Key)).Distinct().SelectMany(code => changes.GetValueOrDefault(code.Value, []).Concat(causes[code]))];
    }

    private static IEnumerable<(UnitCode Unit, ReportChange Change)> Causes(ReportInput input)
    {
        var plan = input.Plan;
        var files = input.Causes.Inputs
            .Select(changed => (changed.Unit, new ReportChange(
                UnitName(plan, changed.Unit), Texts.Get("Change.Input", Texts.Get($"Form.{changed.Form.ToName()}"), plan.PeriodByCode(changed.Period).Name),
                VersionText(changed.Before), VersionText(changed.Now))));
        var adjustments = input.Causes.Adjustments
            .Select(added => (added.Unit, new ReportChange(UnitName(plan, added.Unit), Texts.Get("Change.Adjustment", added.Reason), Texts.Get("None"), VietnameseFormat.Points(added.Points))));
        return files.Concat(adjustments);
    }

    private static string UnitName(EmulationPlan plan, UnitCode code) => plan.Units.FirstOrDefault(unit => unit.Code == code)?.ShortName ?? code.Value;

    private static string VersionText(int? version) => version is { } number ? Texts.Get("Change.Version", VietnameseFormat.Number(number)) : Texts.Get("None");

    private static Dictionary<string, int?> Ranks(IReadOnlyList<RankingBlock> ranking) =>
        ranking.SelectMany(block => block.Units).ToDictionary(row => row.UnitCode, row => row.Rank);

    private static IEnumerable<ReportChange> Compare(
        MovementRow now, MovementRow? before, Dictionary<string, int?> oldRanks, Dictionary<string, int?> ranks)
    {
        if (before is null)
        {
            yield return new ReportChange(now.Unit, Texts.Get("Change.Points"), Texts.Get("None"), VietnameseFormat.Points(now.Points));
            yield break;
        }

        if (before.Points != now.Points)
        {
            yield return new ReportChange(now.Unit, Texts.Get("Change.Points"), VietnameseFormat.Points(before.Points), VietnameseFormat.Points(now.Points));
        }

        if (before.Grade != now.Grade)
        {
            yield return new ReportChange(now.Unit, Texts.Get("Change.Grade"), before.Grade, now.Grade);
        }

        var (oldRank, rank) = (oldRanks.GetValueOrDefault(now.UnitCode), ranks.GetValueOrDefault(now.UnitCode));
        if (oldRank != rank)
        {
            yield return new ReportChange(now.Unit, Texts.Get(before.Points == now.Points ? "Change.Rank.Others" : "Change.Rank"), RankText(oldRank), RankText(rank));
        }
    }

    private static string RankText(int? rank) => rank is { } place ? VietnameseFormat.Number(place) : Texts.Get("None");
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
