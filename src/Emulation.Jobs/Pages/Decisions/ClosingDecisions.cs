using Emulation.Jobs.Closings;
using Emulation.Jobs.Jobs;
using Emulation.Plan.Calendar;
using Emulation.Reports;
using Emulation.Reports.Waves;
using Hangfire;

namespace Emulation.Jobs.Pages.Decisions;

/// <summary>Having the check list made, closing over it and publishing what was closed: <c>wave check</c>, <c>close-wave</c> and <c>report publish</c> in the browser, all a job's.</summary>
/// <remarks>docs/adr/0036-closing-by-page.md, 0038-publishing-by-page.md.</remarks>
internal static class ClosingDecisions
{
    /// <summary>The kinds of open points that were ticked.</summary>
    public const string Ticked = "da-doc";

    /// <summary>The newest order the page showed.</summary>
    public const string Seen = "da-xem";

    /// <summary>The order whose check list the page showed.</summary>
    public const string List = "danh-muc";

    /// <summary>The tick of a list with nothing open.</summary>
    public const string Nothing = "nothing";

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/chot-dot/{period}/kiem-tra", (string period, HttpContext http, ShowWave waves, OrderClosing use, IBackgroundJobClient jobs) =>
            WaveDecisions.AnswerAsync(http, waves, period, (posted, file) => CheckAsync(posted, file, use, jobs, http.RequestAborted)));
        group.MapPost("/chot-dot/{period}/chot", (string period, HttpContext http, ShowWave waves, OrderClosing use, IBackgroundJobClient jobs, TimeProvider clock) =>
            WaveDecisions.AnswerAsync(http, waves, period, (posted, file) =>
                CloseAsync(posted, file, file.Plan.TimeZone.DateOf(clock.GetUtcNow()), use, jobs, http.RequestAborted)));
        group.MapPost("/chot-dot/{period}/phat-hanh", (string period, HttpContext http, ShowWave waves, OrderClosing use, IBackgroundJobClient jobs) =>
            WaveDecisions.AnswerAsync(http, waves, period, (posted, file) => PublishAsync(posted, file, use, jobs, http.RequestAborted)));
    }

    /// <summary>What has to be ticked before it is closed over that list.</summary>
    public static IEnumerable<string> ToTick(IReadOnlyList<ChecklistLine> lines) => ChecklistGroup.Of(lines).Select(group => group.Kind).DefaultIfEmpty(Nothing);

    private static async Task<Notice> CheckAsync(Posted posted, WaveFile file, OrderClosing use, IBackgroundJobClient jobs, CancellationToken cancellationToken)
    {
        if (posted.Number(Seen) is not { } seen)
        {
            return Notice.Fault("act.incomplete");
        }

        return Start(await use.CheckAsync(file, posted.Who, seen, cancellationToken), jobs) ? Notice.Done("closing.check-asked") : Notice.Fault("closing.stands");
    }

    private static async Task<Notice> CloseAsync(
        Posted posted, WaveFile file, DateOnly today, OrderClosing use, IBackgroundJobClient jobs, CancellationToken cancellationToken)
    {
        var (_, list) = await use.NewestAsync(file, cancellationToken);
        if (posted.Number(Seen) is not { } seen || posted.Number(List) is not { } shown)
        {
            return Notice.Fault("act.incomplete");
        }

        if (file.StandingOn(today) is not (WaveStanding.Provisional or WaveStanding.Reopened) || list is null || list.Number != shown || !list.MayBeClosedOver(file))
        {
            return Notice.Fault("closing.overtaken");
        }

        if (ToTick(list.Lines!).Except(posted.Texts(Ticked)).Any())
        {
            return Notice.Fault("closing.unticked");
        }

        return Start(await use.CloseAsync(file, posted.Who, seen, list, cancellationToken), jobs) ? Notice.Done("closing.close-asked", file.Period.Name) : Notice.Fault("closing.stands");
    }

    private static async Task<Notice> PublishAsync(Posted posted, WaveFile file, OrderClosing use, IBackgroundJobClient jobs, CancellationToken cancellationToken)
    {
        if (posted.Number(Seen) is not { } seen || !posted.Has(WaveDecisions.Confirmed))
        {
            return Notice.Fault(posted.Number(Seen) is null ? "act.incomplete" : "reopening.unconfirmed");
        }

        return file.Binding is { ReportId: null } && Start(await use.PublishAsync(file, posted.Who, seen, cancellationToken), jobs)
            ? Notice.Done("closing.publish-asked", file.Period.Name)
            : Notice.Fault("act.overtaken");
    }

    private static bool Start(long? number, IBackgroundJobClient jobs)
    {
        if (number is { } asked)
        {
            jobs.Enqueue<OrderClosingJob>(job => job.ExecuteAsync(asked, CancellationToken.None));
        }

        return number is not null;
    }
}
