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
            Facts = [.. new ReceiptFacts(plan).Of(decision)],
            Groups = FindingGroup.Of(decision.Findings),
            ChangesTitle = replaced is null || decision.Read is null ? null : Texts.Get(decision.State == SubmissionState.Checked ? "Section.Changes.Trial" : "Section.Changes", replaced),
            ChangesOf = Texts.Get(decision.SpeaksInFigures ? "Changes.Indicator" : "Changes.Line"),
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

    /// <summary>The workbook beside the receipt; null if none is returned: nothing had a place, or no mending would let this folder's unit hand it in.</summary>
    public static ReturnedName? ReturnedOf(Decision decision) =>
        decision is { Findings.Count: > 0, File.Returned.Content: { } content } && !SaysSuccessors(decision) ? new ReturnedName(Path.ChangeExtension(FileNameOf(decision), ".xlsx"), content.Length) : null;

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
        var then = plan.For(cover.PeriodId);
        var (unit, period) = (then.Unit(cover.UnitId), then.Period(cover.PeriodId));
        return VietnameseNumbers.Day(Punctuality.Of(then.Plan, unit, cover.Form, period.Code, period.From, [])?.Occurrence.DueOn ?? period.To);
    }

    private string Instant(DateTimeOffset instant) => VietnameseNumbers.Instant(instant, plan.Plan.TimeZone);

    internal static string Invariant(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
