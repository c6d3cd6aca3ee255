using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Calendar;

namespace Emulation.Ingest.Answers;

/// <summary>Words a decision as the answer an officer gets.</summary>
public sealed class ReceiptBuilder(PlanLookup plan, IntakeOptions options)
{
    public Receipt Build(Decision decision)
    {
        var verdict = VerdictOf(decision);
        var replaced = decision.Before is { } before ? Invariant(before.Number) : null;
        return new Receipt
        {
            SubmissionId = decision.File.Claim.SubmissionId,
            Verdict = verdict,
            Lead = LeadOf(decision, verdict),
            Returned = ReturnedOf(decision)?.FileName,
            OnReturned = OnReturned(decision),
            Facts = [.. FactsOf(decision)],
            Groups = FindingGroup.Of(decision.Findings),
            ChangesTitle = replaced is null || Read(decision) is null ? null : Texts.Get(decision.State == SubmissionState.Checked ? "Section.Changes.Trial" : "Section.Changes", replaced),
            ChangesOf = Texts.Get(SpeaksInFigures(decision) ? "Changes.Indicator" : "Changes.Line"),
            HelpOn = decision.File.Place.Unit is null ? null : code => HelpPage.LinkTo(code, options.Templates),
            Changes = decision.Changes,
            Notes = [.. NotesOf(decision)],
            Issuer = plan.Plan.Issuer.Name,
            PlanTitle = plan.Plan.Title,
        };
    }

    private string LeadOf(Decision decision, ReceiptVerdict verdict) => decision switch
    {
        { DuplicateOf: { } duplicate } => Texts.Get($"Lead.{verdict}", Instant(duplicate.ReceivedAt)),
        { State: SubmissionState.Checked } => Texts.Get($"Lead.{verdict}", options.Inbox),
        { State: SubmissionState.Withdrawal, Withdrawal.Submission: { } taken } =>
            Texts.Get("Lead.Withdrawn", SafeName.ForDisplay(taken.FileName), Invariant(taken.SubmissionId), Instant(taken.ReceivedAt)),
        { Withdrawal: not null } => Texts.Get("Lead.NotWithdrawn"),
        _ => Texts.Get($"Lead.{verdict}"),
    };

    /// <summary>The stable name of the answer's file: the dropped name first, so that it stands beside what people look for.</summary>
    public static string FileNameOf(Decision decision) =>
        SafeName.Join("", decision.File.Claim.Name.Text, $".{Texts.Get($"Mark.{VerdictOf(decision)}")}.{Invariant(decision.File.Claim.SubmissionId)}.html");

    /// <summary>The workbook beside the receipt; null if none is returned.</summary>
    public static ReturnedName? ReturnedOf(Decision decision) =>
        decision is { Findings.Count: > 0, File.Returned.Content: { } content } ? new ReturnedName(Path.ChangeExtension(FileNameOf(decision), ".xlsx"), content.Length) : null;

    public string FolderOf(Decision decision) =>
        decision.File.Place.Home.Length == 0 ? options.Results : $"{decision.File.Place.Home}/{options.Results}";

    private static ReceiptVerdict VerdictOf(Decision decision) => decision.State switch
    {
        SubmissionState.Accepted when decision.Findings.Count == 0 => ReceiptVerdict.Accepted,
        SubmissionState.Accepted => ReceiptVerdict.AcceptedWithRemarks,
        SubmissionState.Checked when decision.VerdictCode is not null => ReceiptVerdict.TrialNeedsFixing,
        SubmissionState.Checked => decision.Findings.Count == 0 ? ReceiptVerdict.TrialPassed : ReceiptVerdict.TrialPassedWithRemarks,
        SubmissionState.Withdrawal => ReceiptVerdict.Withdrawn,
        SubmissionState.Duplicate => ReceiptVerdict.Duplicate,
        SubmissionState.Quarantined => ReceiptVerdict.SetAside,
        _ => ReceiptVerdict.NeedsFixing,
    };

    private static bool SpeaksInFigures(Decision decision) => Read(decision)?.Form is FormKind.Figures or FormKind.WaveReport;

    /// <summary>What was read and counts, or would if it were handed in.</summary>
    private static ReadSubmission? Read(Decision decision) => decision.State is SubmissionState.Accepted or SubmissionState.Checked ? decision.File.Verdict as ReadSubmission : null;

    private IEnumerable<(string Label, string Value)> FactsOf(Decision decision)
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

        yield return (Texts.Get("Label.Number"), Invariant(decision.File.Claim.SubmissionId));
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

        if (decision.Versions is [var version])
        {
            yield return (Texts.Get("Label.Version"), Say(version));
        }

        if (Read(decision) is { } read)
        {
            yield return (Texts.Get("Label.Read"), SpeaksInFigures(decision)
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

    private string Say(NewVersion version) => version.Previous is { } previous
        ? Texts.Get("Version.Next", Invariant(version.Number), Invariant(previous.Number), Instant(previous.ReceivedAt))
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

    private IEnumerable<string> NotesOf(Decision decision)
    {
        if (EndOf(decision) is { } end)
        {
            yield return end + (decision.State == SubmissionState.Accepted ? " " + Texts.Get("Note.UnitEnded.Counts") : "");
        }

        if (decision.DuplicateOf is { } duplicate)
        {
            yield return duplicate.IsCurrent ? Texts.Get("Note.Duplicate.Current", Invariant(duplicate.VersionNumber)) : Texts.Get("Note.Duplicate.Replaced");
        }

        if (decision.StillCounts is { } standing)
        {
            yield return Texts.Get("Note.StillCounts", Invariant(standing.Number), Instant(standing.ReceivedAt));
        }

        foreach (var version in decision.Versions.Where(version => version.ClosedAt is not null).DistinctBy(version => version.Cover.PeriodId).Take(3))
        {
            yield return Texts.Get("Note.Closed", plan.Period(version.Cover.PeriodId).Name, Instant(version.ClosedAt!.Value));
        }

        foreach (var exception in decision.File.Verdict?.Exceptions.Take(3) ?? [])
        {
            yield return Texts.Get(
                decision.State == SubmissionState.Accepted ? "Note.Exception" : "Note.Exception.Open", Invariant(exception.Number), VietnameseNumbers.Day(exception.Until), exception.Reason);
        }

        foreach (var version in decision.State == SubmissionState.Withdrawal ? decision.Withdrawal!.Counting.Take(3) : [])
        {
            yield return Texts.Get("Note.Withdrawn", Texts.Get($"Form.{version.Cover.Form.ToName()}"), plan.Period(version.Cover.PeriodId).Name, Invariant(version.Number), DueDay(version.Cover));
        }

        if (decision.File.Claim.ReceivedAt < decision.File.Claim.SeenAt)
        {
            yield return Texts.Get("Note.Outage", Instant(decision.File.Claim.ReceivedAt));
        }

        yield return decision.File.HasLeft ? Texts.Get("Note.Kept", decision.File.Place.IsTrial ? options.Checked : options.Taken) : Texts.Get("Note.NotMoved");
    }

    /// <summary>That the folder's unit is gone, and who takes its place; null while it exists.</summary>
    private string? EndOf(Decision decision) =>
        decision.File.Place.Unit is { } unit && unit.ValidTo < plan.Plan.TimeZone.DateOf(decision.File.Claim.ReceivedAt) && plan.Plan.EndOf(unit) is [var first, ..]
            ? SaysSuccessors(decision) ? Texts.Get("Note.UnitEnded.Known", VietnameseNumbers.Day(unit.ValidTo.Value), first.LegalBasis)
            : Texts.Get("Note.UnitEnded", VietnameseNumbers.Day(unit.ValidTo.Value), VietnameseNumbers.Day(first.On), Successors.Say(plan.Plan, unit), first.LegalBasis)
            : null;

    /// <summary>True if a finding names them already; mending cells would not help then.</summary>
    private static bool SaysSuccessors(Decision decision) => decision.Findings.Any(finding => finding.Code == RejectionCatalogue.UnitEnded.Code);

    private string? OnReturned(Decision decision) =>
        SaysSuccessors(decision) ? null
        : ReturnedOf(decision) is not null ? Texts.Get("Returned.Note", options.Inbox)
        : decision is { Findings.Count: > 0, File.Returned.Why: { } why } ? Texts.Get($"Returned.Not.{why}")
        : null;

    private string DueDay(Cover cover)
    {
        var (unit, period) = (plan.Unit(cover.UnitId), plan.Period(cover.PeriodId));
        return VietnameseNumbers.Day(Punctuality.Of(plan.Plan, unit, cover.Form, period.Code, period.From, [])?.Occurrence.DueOn ?? period.To);
    }

    private string Instant(DateTimeOffset instant) => VietnameseNumbers.Instant(instant, plan.Plan.TimeZone);

    private static long SizeOf(FileInHand file) => file.Content?.LongLength ?? file.Claim.FileSize;

    private static string Invariant(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
