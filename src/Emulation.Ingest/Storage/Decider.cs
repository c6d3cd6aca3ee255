using Emulation.Ingest.Answers;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Calendar;

namespace Emulation.Ingest.Storage;

/// <summary>Says what becomes of each file of a batch, given what is known; files in order of receipt. No I/O.</summary>
public sealed class Decider(PlanLookup plan, Known known)
{
    public Decision Decide(FileInHand file)
    {
        var decision = file switch
        {
            { IsWithdrawn: true } => new Decision { File = file, State = SubmissionState.Withdrawn },
            { Withdraws: { } target } => Withdraw(file, target),
            { IsSetAside: true } => Refuse(file, SubmissionState.Quarantined, file.Verdict!.Findings),
            { Place.IsTrial: true } => Try(file),
            { Verdict: ReadSubmission read } => Weigh(file, read),
            _ => Refuse(file, SubmissionState.Rejected, file.Verdict!.Findings) with
            {
                StillCounts = Known.RefusedCoverOf(file, plan) is { } cover ? known.VersionOf(cover) : null,
            },
        };
        var period = PeriodOf(file.Verdict);
        decision = decision with { PeriodId = period, Punctuality = IsNews(decision) ? PunctualityOf(file, period) : null };
        known.Add(decision);
        return decision;
    }

    private Decision Weigh(FileInHand file, ReadSubmission read)
    {
        if (known.ContentOf(file.Claim.UnitId!.Value, file.Hash!.Value) is { } before)
        {
            return new Decision { File = file, State = SubmissionState.Duplicate, VerdictCode = "DUPLICATE", DuplicateOf = before };
        }

        var versions = Known.CoversOf(file).Select(VersionOf).ToList();
        return Compared(new Decision { File = file, State = SubmissionState.Accepted, Versions = versions, Findings = read.Findings }, read);
    }

    /// <summary>What would become of the file if it were handed in now; nothing of it is kept but the answer.</summary>
    private Decision Try(FileInHand file)
    {
        var findings = file.Verdict!.Findings;
        var decision = new Decision
        {
            File = file,
            State = SubmissionState.Checked,
            Findings = findings,
            VerdictCode = findings.FirstOrDefault(finding => finding.Severity == Severity.Error)?.Code,
        };
        return file.Verdict is ReadSubmission read ? Compared(decision, read) : decision;
    }

    /// <summary>The decision with what differs from the version that counted before.</summary>
    private Decision Compared(Decision decision, ReadSubmission read) =>
        Known.CoversOf(decision.File).ToList() is [var only] ? Compared(decision, read, only, known.VersionOf(only)) : decision;

    private Decision Compared(Decision decision, ReadSubmission read, Cover cover, CurrentVersion? before)
    {
        var then = plan.For(cover.PeriodId);
        var old = before is null ? [] : known.FiguresOf(before, cover);
        return decision with
        {
            Before = before,
            Changes = before is null ? []
                : EntryLines.ColumnsOf(cover.Form).Count > 0 ? EntryLines.Between(cover.Form, known.EntriesOf(before, cover.Form), EntryLines.Of(read))
                : FigureChanges.Between(old, read.Figures, then),
            Standing = decision.State == SubmissionState.Accepted ? known.StandingOf(cover) : null,
            Progress = FigureProgress.Of(cover.Form, then.Unit(cover.UnitId), old, read.Figures, then),
        };
    }

    private Decision Withdraw(FileInHand file, string target)
    {
        var withdrawal = known.WithdrawalOf(file);
        var problem = withdrawal switch
        {
            { Names: [] } => IntakeFindings.NothingToWithdraw(target),
            { Submission: null } => IntakeFindings.SeveralToWithdraw(target, withdrawal.Names),
            { Submission: { } submission } when !withdrawal.Counting.Any() => IntakeFindings.WithdrawsNothing(submission.FileName),
            _ => withdrawal.Counting.Select(version => WhyNotWithdrawn(file, version.Cover)).FirstOrDefault(why => why is not null),
        };
        return problem is null
            ? new Decision { File = file, State = SubmissionState.Withdrawal, Withdrawal = withdrawal }
            : Refuse(file, SubmissionState.Rejected, [problem]) with { Withdrawal = withdrawal };
    }

    // After the due day others may build on what was reported; a correction is then a new version.
    private Rejection? WhyNotWithdrawn(FileInHand file, Cover cover)
    {
        var then = plan.For(cover.PeriodId);
        var period = then.Period(cover.PeriodId);
        var receivedOn = plan.Plan.TimeZone.DateOf(file.Claim.ReceivedAt);
        var owed = Punctuality.Of(then.Plan, then.Unit(cover.UnitId), cover.Form, period.Code, receivedOn, known.Outages);
        return known.ClosingOf(cover.PeriodId) is not null || owed is null || receivedOn > owed.TakenUntil
            ? IntakeFindings.WithdrawnTooLate(period, owed?.Occurrence.DueOn ?? period.To)
            : null;
    }

    private NewVersion VersionOf(Cover cover)
    {
        var previous = known.VersionOf(cover);
        return new NewVersion(cover, known.LastNumberOf(cover) + 1, previous, known.ClosingOf(cover.PeriodId));
    }

    // What an office enters for others has no due day of its own.
    private Punctuality? PunctualityOf(FileInHand file, int? periodId) =>
        file is { Place.Unit: { } unit, Verdict: { Form: { } form } verdict } && periodId is { } period
        && (verdict is not ReadSubmission read || read.Covers[0].UnitId == file.Claim.UnitId)
            ? Punctuality.Of(plan.For(period).Plan, unit, form, plan.Period(period).Code, plan.Plan.TimeZone.DateOf(file.Claim.ReceivedAt), known.Outages)
            : null;

    // Whether a duplicate or a failed correction came in time is of no interest: what counts came before.
    private static bool IsNews(Decision decision) => decision is { DuplicateOf: null, StillCounts: null, Withdrawal: null };

    private int? PeriodOf(SubmissionVerdict? verdict) => verdict switch
    {
        ReadSubmission { Covers: [var cover] } => cover.PeriodId,
        RefusedSubmission { Period: { } period } => plan.Stored.Ids.Periods[period.Code],
        _ => null,
    };

    private static Decision Refuse(FileInHand file, SubmissionState state, IReadOnlyList<Rejection> findings) => new()
    {
        File = file,
        State = state,
        Findings = findings,
        VerdictCode = findings.First(finding => finding.Severity == Severity.Error).Code,
    };
}
