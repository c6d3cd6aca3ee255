using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Answers;

/// <summary>The lines at the head of a receipt: what was handed in, of when, in time or not, by which plan it was read, and how far the unit has come.</summary>
internal sealed class ReceiptFacts(PlanLookup plan)
{
    /// <summary>Label and value, in printing order.</summary>
    public IEnumerable<(string Label, string Value)> Of(Decision decision)
    {
        var verdict = decision.File.Verdict;
        yield return (Texts.Get("Label.File"), SafeName.ForDisplay(decision.File.Claim.Name.Text));
        yield return (Texts.Get("Label.Unit"), decision.File.Place.Unit?.Name ?? Texts.Get("NoUnit"));
        foreach (var fact in ContentFacts(decision, verdict))
        {
            yield return fact;
        }

        yield return (Texts.Get("Label.Received"), Instant(decision.File.Claim.ReceivedAt));
        if (decision.Punctuality is { } punctuality)
        {
            yield return (Texts.Get("Label.Punctuality"), Say(punctuality, decision.State == SubmissionState.Accepted));
        }

        yield return (Texts.Get("Label.Number"), ReceiptBuilder.Invariant(decision.File.Claim.SubmissionId));
        if (decision.File.Hash is { } hash)
        {
            yield return (Texts.Get("Label.Fingerprint"), $"{hash.Short} · {VietnameseNumbers.Bytes(SizeOf(decision.File))}");
        }
    }

    private IEnumerable<(string Label, string Value)> ContentFacts(Decision decision, SubmissionVerdict? verdict)
    {
        if (verdict?.Form is { } form)
        {
            yield return (Texts.Get("Label.Form"), Texts.Get($"Form.{form.ToName()}"));
        }

        if (PeriodText(decision, verdict) is { } period)
        {
            yield return (Texts.Get("Label.Period"), period);
        }

        if (PlanText(decision) is { } version)
        {
            yield return (Texts.Get("Label.Plan"), version);
        }

        if (decision.Versions is [var made])
        {
            yield return (Texts.Get("Label.Version"), Say(made));
        }

        if (decision.Read is { } read)
        {
            yield return (Texts.Get("Label.Read"), decision.SpeaksInFigures
                ? Texts.Get("Read.Figures", VietnameseNumbers.Count(read.RowCount), VietnameseNumbers.Count(read.Figures.Count))
                : Texts.Get("Read.Entries", VietnameseNumbers.Count(read.RowCount)));
        }

        if (decision.Progress is { } progress)
        {
            yield return (Texts.Get("Label.Progress"), Texts.Get(
                decision.State == SubmissionState.Checked ? "Progress.Trial" : "Progress",
                VietnameseNumbers.Count(progress.Before), VietnameseNumbers.Count(progress.Now), VietnameseNumbers.Count(progress.Asked)));
        }

        if (decision.Standing is { } standing)
        {
            yield return (Texts.Get("Label.Standing"), Say(standing));
        }

        if (verdict?.OldEncoding is { } encoding)
        {
            yield return (Texts.Get("Label.Encoding"), Texts.Get("Encoding.Converted", encoding));
        }

        if (verdict is ReadSubmission { DataAsOf: { } day })
        {
            yield return (Texts.Get("Label.DataAsOf"), VietnameseNumbers.Day(day));
        }
    }

    private string? PeriodText(Decision decision, SubmissionVerdict? verdict) => (verdict, decision.Versions) switch
    {
        ({ Period: { } period }, _) => period.Name,
        (_, [var version]) => plan.Period(version.Cover.PeriodId).Name,
        (_, { Count: > 1 }) => Texts.Get("Period.Many", VietnameseNumbers.Count(decision.Versions.Count)),
        _ => null,
    };

    /// <summary>The versions of the plan by which the file was read, where they are not today's; null if all of it is.</summary>
    private string? PlanText(Decision decision)
    {
        var periods = Known.CoversOf(decision.File).Select(cover => cover.PeriodId).Concat(Known.RefusedCoverOf(decision.File, plan) is { } refused ? [refused.PeriodId] : []);
        var versions = periods.Select(period => plan.For(period).Stored).Where(stored => stored != plan.Stored).DistinctBy(stored => stored.VersionId).ToList();
        return versions.Count == 0 ? null : string.Join("; ", versions.OrderBy(stored => stored.VersionNumber).Select(stored => Texts.Get(
            "Plan.Earlier", ReceiptBuilder.Invariant(stored.VersionNumber), VietnameseNumbers.Day(stored.Plan.HoldsFrom), stored.Plan.LegalBasis, ReceiptBuilder.Invariant(plan.Stored.VersionNumber))));
    }

    private string Say(NewVersion version) => version.Previous is { } previous
        ? Texts.Get("Version.Next", ReceiptBuilder.Invariant(version.Number), ReceiptBuilder.Invariant(previous.Number), Instant(previous.ReceivedAt))
        : Texts.Get("Version.First");

    private string Say(GradeProgress standing) => Texts.Get(
        standing.Next is null ? "Standing.Best" : "Standing.Missing",
        standing.Wave.Name, VietnameseNumbers.Points(standing.Points), VietnameseNumbers.Points(standing.Missing), standing.Next?.Name ?? "",
        standing.Next is { } next ? VietnameseNumbers.Points(next.FromPoints) : "", Instant(standing.DataAsOf));

    private static string Say(Punctuality punctuality, bool isIn) => punctuality switch
    {
        { DaysLate: > 0 } when !isIn => Texts.Get("Punctual.Overdue", VietnameseNumbers.Count(punctuality.DaysLate), VietnameseNumbers.Day(punctuality.TakenUntil)),
        _ when !isIn => Texts.Get("Punctual.Open", VietnameseNumbers.Day(punctuality.Occurrence.DueOn)),
        { DaysLate: > 0 } => Texts.Get("Punctual.Late", VietnameseNumbers.Count(punctuality.DaysLate), VietnameseNumbers.Day(punctuality.TakenUntil)),
        _ when punctuality.TakenUntil > punctuality.Occurrence.DueOn =>
            Texts.Get("Punctual.Extended", VietnameseNumbers.Day(punctuality.Occurrence.DueOn), VietnameseNumbers.Day(punctuality.TakenUntil)),
        _ => Texts.Get("Punctual.OnTime", VietnameseNumbers.Day(punctuality.Occurrence.DueOn)),
    };

    private string Instant(DateTimeOffset instant) => VietnameseNumbers.Instant(instant, plan.Plan.TimeZone);

    private static long SizeOf(FileInHand file) => file.Content?.LongLength ?? file.Claim.FileSize;
}
