using Emulation.Jobs.Jobs;
using Emulation.Jobs.Pages.Storage;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Hangfire;

namespace Emulation.Jobs.Pages.Decisions;

/// <summary>A person's word about the mails of a report: <c>report hold | release | resend</c> in the browser.</summary>
internal static class ReportDecisions
{
    public const string Reason = "ly-do";
    public const string Recipient = "noi-nhan";
    public const string Confirmed = "xac-nhan";

    /// <summary>The newest decision that the page showed: what was decided since is not overridden.</summary>
    public const string Seen = "da-xem";

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/bao-cao/{reportId:long}/giu-lai", (long reportId, HttpContext http, ReleaseReport use, PageQueries queries, CurrentPlan plans) =>
            AnswerAsync(http, queries, plans, reportId, (posted, report) => HoldAsync(posted, report, use, http.RequestAborted)));
        group.MapPost("/bao-cao/{reportId:long}/gui-ngay", (long reportId, HttpContext http, ReleaseReport use, PageQueries queries, CurrentPlan plans, IBackgroundJobClient jobs) =>
            AnswerAsync(http, queries, plans, reportId, (posted, report) => ReleaseAsync(posted, report, use, jobs, http.RequestAborted)));
        group.MapPost("/bao-cao/{reportId:long}/gui-lai", (long reportId, HttpContext http, ReleaseReport use, PageQueries queries, CurrentPlan plans, IBackgroundJobClient jobs) =>
            AnswerAsync(http, queries, plans, reportId, (posted, report) => ResendAsync(posted, report, use, queries, jobs, http.RequestAborted)));
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, PageQueries queries, CurrentPlan plans, long reportId, Func<Posted, ReportHead, Task<Notice>> decide)
    {
        var plan = (await plans.GetAsync(http.RequestAborted)).Plan.Code;
        return await queries.ReportAsync(plan, reportId, http.RequestAborted) is { } report
            ? await DecisionEndpoints.AnswerAsync(http, $"/bao-cao/{reportId}", async posted => await RefuseAsync(posted, report) ?? await decide(posted, report))
            : Results.NotFound();

        static Task<Notice?> RefuseAsync(Posted posted, ReportHead report) => Task.FromResult(
            posted.Number(Seen) is null ? Notice.Fault("act.incomplete")
            : report.NewerReportId is { } newer ? Notice.Fault("act.replaced", newer)
            : null);
    }

    private static async Task<Notice> HoldAsync(Posted posted, ReportHead report, ReleaseReport use, CancellationToken cancellationToken)
    {
        if (posted.FaultOf(Reason, "act.reason-missing") is { } fault)
        {
            return fault;
        }

        var held = await use.HoldAsync(report.ReportId, posted.Text(Reason)!, posted.Who, posted.Number(Seen), cancellationToken);
        return Overtaken(held) ?? (held.Changed > 0 ? Notice.Done("act.held", held.Changed) : Notice.Done("act.held-none"));
    }

    private static async Task<Notice> ReleaseAsync(
        Posted posted, ReportHead report, ReleaseReport use, IBackgroundJobClient jobs, CancellationToken cancellationToken)
    {
        if (!posted.Has(Confirmed))
        {
            return Notice.Fault("act.unconfirmed");
        }

        var released = await use.ReleaseAsync(report.ReportId, posted.Who, posted.Number(Seen), cancellationToken);
        Send(released, jobs);
        return Overtaken(released) ?? (released.Changed > 0 ? Notice.Done("act.released", released.Changed) : Notice.Done("act.released-none"));
    }

    private static async Task<Notice> ResendAsync(
        Posted posted, ReportHead report, ReleaseReport use, PageQueries queries, IBackgroundJobClient jobs, CancellationToken cancellationToken)
    {
        var offers = ResendOffer.Of(await queries.ReportMailsAsync(report.ReportId, cancellationToken));
        var chosen = offers.Where(one => posted.Texts(Recipient).Contains(one.First.Address, StringComparer.Ordinal)).ToList();
        if (posted.FaultOf(Reason, "act.reason-missing") is { } fault)
        {
            return fault;
        }

        if (chosen.Count == 0 || !posted.Has(Confirmed))
        {
            return Notice.Fault(chosen.Count == 0 ? "act.nobody-chosen" : "act.unconfirmed");
        }

        // The page offers no mail that waits: it began to wait since.
        if (chosen.Exists(one => !one.IsOffered))
        {
            return Notice.Fault("act.overtaken");
        }

        var addresses = chosen.ConvertAll(one => one.First.Address);
        var resent = await use.ResendAsync(report.ReportId, addresses, posted.Text(Reason)!, posted.Who, posted.Number(Seen), cancellationToken);
        Send(resent, jobs);
        return Overtaken(resent) ?? Notice.Done("act.resent", resent.Changed, string.Join(", ", addresses));
    }

    // The sweep would find the mails within a minute; the person need not wait for it.
    private static void Send(DecidedReport decided, IBackgroundJobClient jobs)
    {
        if (decided.Changed > 0)
        {
            jobs.Enqueue<SendDeliveriesJob>(job => job.ExecuteAsync(CancellationToken.None));
        }
    }

    private static Notice? Overtaken(DecidedReport decided) => decided.WasOvertaken ? Notice.Fault("act.overtaken") : null;
}
