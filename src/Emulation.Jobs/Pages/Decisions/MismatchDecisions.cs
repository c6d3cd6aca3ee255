using Emulation.Jobs.Jobs;
using Emulation.Jobs.Looks;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Reconciliation.Register;
using Emulation.Reports.Storage;
using Hangfire;

namespace Emulation.Jobs.Pages.Decisions;

/// <summary>What people decide and arrange about entries of the register: <c>mismatches decide | follow | close | look</c> in the browser.</summary>
internal static class MismatchDecisions
{
    public const string Counts = "chon";
    public const string Reason = "ly-do";
    public const string Owner = "nguoi";
    public const string Due = "han";
    public const string Note = "ghi-chu";
    public const string Period = "ky";

    /// <summary>How many events the page showed, of looks the newest: what was found, decided or computed since is not overridden.</summary>
    public const string Seen = "da-xem";

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/sai-lech/{number:long}/ket-luan", (long number, HttpContext http, DecideMismatch use, MismatchStore register, CurrentPlan plans) =>
            AnswerAsync(http, register, plans, number, (posted, entry) => DecideAsync(posted, entry, use, http.RequestAborted)));
        group.MapPost("/sai-lech/{number:long}/theo-doi", (long number, HttpContext http, DecideMismatch use, MismatchStore register, CurrentPlan plans, TimeProvider clock) =>
            AnswerAsync(http, register, plans, number, async (posted, entry) =>
                await FollowAsync(posted, entry, use, (await plans.GetAsync(http.RequestAborted)).Plan.TimeZone.DateOf(clock.GetUtcNow()), http.RequestAborted)));
        group.MapPost("/sai-lech/{number:long}/xong", (long number, HttpContext http, DecideMismatch use, MismatchStore register, CurrentPlan plans) =>
            AnswerAsync(http, register, plans, number, (posted, entry) => CloseAsync(posted, entry, use, http.RequestAborted)));
        group.MapPost("/sai-lech/tong-hop", (HttpContext http, LookAgain use, CurrentPlan plans, IBackgroundJobClient jobs) =>
            DecisionEndpoints.AnswerAsync(http, "/sai-lech", posted => LookAsync(posted, use, plans, jobs, http.RequestAborted)));
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, MismatchStore register, CurrentPlan plans, long number, Func<Posted, RegisteredMismatch, Task<Notice>> decide)
    {
        var stored = await plans.GetAsync(http.RequestAborted);
        return await register.FindAsync(stored, number, http.RequestAborted) is { } file
            ? await DecisionEndpoints.AnswerAsync(
                http, $"/sai-lech/{number}", posted => posted.Whole(Seen) is null ? Task.FromResult(Notice.Fault("act.incomplete")) : decide(posted, file.Entry))
            : Results.NotFound();
    }

    private static async Task<Notice> DecideAsync(Posted posted, RegisteredMismatch entry, DecideMismatch use, CancellationToken cancellationToken)
    {
        var fault = posted.FaultOf(Reason, "act.reason-missing")
            ?? (posted.Text(Counts) is { } choice && DecideMismatch.Choices.Contains(choice) ? null : Notice.Fault("mismatch.choice-missing"));
        if (fault is not null || entry.State == MismatchState.Gone)
        {
            return fault ?? Notice.Fault("mismatch.gone");
        }

        return await use.RunAsync(entry.Id, posted.Text(Counts)!, posted.Text(Reason)!, posted.Who, posted.Whole(Seen), cancellationToken)
            ? Notice.Done("mismatch.was-decided", entry.Id, Texts.Get("counts." + posted.Text(Counts)))
            : Notice.Fault("act.overtaken");
    }

    private static async Task<Notice> FollowAsync(Posted posted, RegisteredMismatch entry, DecideMismatch use, DateOnly today, CancellationToken cancellationToken)
    {
        if (posted.FaultOf(Owner, "mismatch.owner-missing") is { } fault)
        {
            return fault;
        }

        if (posted.Day(Due) is not { } due || due < today || posted.IsTooLong(Note))
        {
            return posted.IsTooLong(Note) ? Notice.Fault("act.too-long", Posted.LongestText) : Notice.Fault("mismatch.due-past", Show.Day(today));
        }

        return await use.FollowAsync(entry.Id, posted.Text(Owner)!, due, posted.Text(Note), posted.Who, posted.Whole(Seen), cancellationToken)
            ? Notice.Done("mismatch.was-followed", posted.Text(Owner), Show.Day(due))
            : Notice.Fault("act.overtaken");
    }

    private static async Task<Notice> CloseAsync(Posted posted, RegisteredMismatch entry, DecideMismatch use, CancellationToken cancellationToken)
    {
        if (entry.FollowUp is null || posted.IsTooLong(Note))
        {
            return entry.FollowUp is null ? Notice.Fault("mismatch.not-followed") : Notice.Fault("act.too-long", Posted.LongestText);
        }

        return await use.EndFollowUpAsync(entry.Id, posted.Text(Note), posted.Who, posted.Whole(Seen), cancellationToken)
            ? Notice.Done("mismatch.was-closed")
            : Notice.Fault("act.overtaken");
    }

    // The page answers at once and says how it goes; the computing is a job's.
    private static async Task<Notice> LookAsync(Posted posted, LookAgain use, CurrentPlan plans, IBackgroundJobClient jobs, CancellationToken cancellationToken)
    {
        var plan = (await plans.GetAsync(cancellationToken)).Plan;
        if (plan.Periods.FirstOrDefault(one => one.Code.Value == posted.Text(Period)) is not { } period)
        {
            return Notice.Fault("mismatches.period-missing");
        }

        if (posted.Number(Seen) is not { } seen)
        {
            return Notice.Fault("act.incomplete");
        }

        if (await use.AskAsync(period.Code, posted.Who, seen, cancellationToken) is not { } number)
        {
            return Notice.Fault("look.stands", period.Name);
        }

        jobs.Enqueue<LookAgainJob>(job => job.ExecuteAsync(number, CancellationToken.None));
        return Notice.Done("look.was-asked", period.Name);
    }
}
