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
            { IsSetAside: true } => Refuse(file, SubmissionState.Quarantined, file.Verdict!.Findings),
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
        return new Decision
        {
            File = file,
            State = SubmissionState.Accepted,
            Versions = versions,
            Findings = read.Findings,
            Changes = versions is [{ Previous: { } previous } only]
                ? FigureChanges.Between(known.FiguresOf(previous, only.Cover), read.Figures, plan)
                : [],
        };
    }

    private NewVersion VersionOf(Cover cover)
    {
        var previous = known.VersionOf(cover);
        return new NewVersion(cover, (previous?.Number ?? 0) + 1, previous, known.ClosingOf(cover.PeriodId));
    }

    // What an office enters for others has no due day of its own.
    private Punctuality? PunctualityOf(FileInHand file, int? periodId) =>
        file is { Place.Unit: { } unit, Verdict: { Form: { } form } verdict } && periodId is { } period
        && (verdict is not ReadSubmission read || read.Covers[0].UnitId == file.Claim.UnitId)
            ? Punctuality.Of(plan.Plan, unit, form, plan.Period(period).Code, plan.Plan.TimeZone.DateOf(file.Claim.ReceivedAt), known.Outages)
            : null;

    // Whether a duplicate or a failed correction came in time is of no interest: what counts came before.
    private static bool IsNews(Decision decision) => decision is { DuplicateOf: null, StillCounts: null };

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
