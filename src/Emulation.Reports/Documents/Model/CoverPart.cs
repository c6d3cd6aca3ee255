using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.Reports.Waves;

namespace Emulation.Reports.Documents.Model;

/// <summary>The cover of a report.</summary>
internal static class CoverPart
{
    public static ReportCover Build(ReportInput input)
    {
        var plan = input.Plan;
        var period = plan.PeriodByCode(input.Run.Period);
        var (complete, expected, missing) = Coverage(input);
        return new ReportCover(
            input.Kind.ToName(),
            Title(input.Kind, period),
            Texts.Get("Cover.Subject", period.Name),
            plan.Issuer.Superior,
            plan.Issuer.Name,
            plan.Code,
            plan.Title,
            plan.LegalBasis,
            input.Run.PlanVersion,
            period.Code.Value,
            period.Name,
            period.From,
            period.To,
            TimeZoneInfo.ConvertTime(input.DataAsOf, plan.TimeZone).DateTime,
            complete,
            expected,
            missing,
            StatusOf(input),
            RuleSetName(input),
            plan.Scoring.Basis is Basis.Illustrative or Basis.Assumed ? Texts.Get("Cover.RuleNote") : null,
            Convert.ToHexStringLower(input.RunHash.Span)[..12],
            input.Edition,
            Replaces(input),
            input.AuditHead?.ToString(),
            input.LateSince is { } due ? Texts.Get("Cover.Late", VietnameseFormat.Moment(TimeZoneInfo.ConvertTime(due, plan.TimeZone).DateTime)) : null);
    }

    private static string Title(ReportKind kind, Period period) => kind switch
    {
        ReportKind.MonthlyProgress => Texts.Get("Title.monthly-progress"),
        ReportKind.WaveInterim => Texts.Get("Title.wave-interim"),
        ReportKind.Final => Texts.Get(period.Kind == PeriodKind.Year ? "Title.final-year" : "Title.final-wave"),
        _ => throw new ArgumentException($"A {kind} is no report over a period.", nameof(kind)),
    };

    private static ReportStatus StatusOf(ReportInput input) => input switch
    {
        { IsClosed: true } => ReportStatus.Final,
        { Kind: ReportKind.MonthlyProgress } => ReportStatus.Provisional,
        _ => ReportStatus.Draft,
    };

    internal static string RuleSetName(ReportInput input) =>
        input.Plan.Scoring.Code == input.Run.RuleSet ? $"{input.Run.RuleSet} – {input.Plan.Scoring.Name}" : input.Run.RuleSet;

    private static (int Complete, int Expected, IReadOnlyList<string> Missing) Coverage(ReportInput input)
    {
        var owing = input.Run.Duties
            .Where(duty => duty.Standing is not (Standing.NotYetDue or Standing.Exempt))
            .GroupBy(duty => duty.Unit)
            .ToDictionary(group => group.Key, group => group.All(duty => duty.Standing is Standing.OnTime or Standing.Late));
        var missing = input.Plan.Units.Where(unit => owing.TryGetValue(unit.Code, out var isComplete) && !isComplete);
        return (owing.Count(pair => pair.Value), owing.Count, [.. missing.Select(unit => unit.ShortName)]);
    }

    private static string? Replaces(ReportInput input) => input.Replaced is not { } replaced ? null : string.Join(' ', replaced.Reopenings
        .Select(reopening => Who(input, reopening))
        .Prepend(Texts.Get(
            "Cover.Replaces", VietnameseFormat.Number(replaced.Model.Cover.Edition), VietnameseFormat.Date(replaced.MadeOn), replaced.Model.Cover.RunHash,
            Ended(replaced.Reason, isFollowed: replaced.Reopenings.Count > 0))));

    /// <summary>Who asked for the reopening and who agreed, when: officials who answer for it by name (docs/adr/0016-personal-data.md).</summary>
    private static string Who(ReportInput input, Reopening reopening) => Texts.Get(
        "Cover.Reopened", reopening.AskedBy, VietnameseNumber.Instant(input.Plan.TimeZone, reopening.AskedAt),
        reopening.ApprovedBy, VietnameseNumber.Instant(input.Plan.TimeZone, reopening.ApprovedAt));

    private static string Ended(string reason, bool isFollowed) => isFollowed && !reason.EndsWith('.') ? reason + "." : reason;
}
