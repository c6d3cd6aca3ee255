using Emulation.Jobs.Slots;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;

namespace Emulation.Jobs.Pages.Decisions;

/// <summary>Stopping a schedule for a while and letting it go on: <c>calendar pause | resume</c> in the browser.</summary>
internal static class PauseDecisions
{
    public const string Schedule = "lich";
    public const string Until = "den-het";
    public const string Reason = "ly-do";

    /// <summary>When the pause began that the page showed: a later one is not ended in its place.</summary>
    public const string Seen = "da-xem";

    private const string Page = "/lich";

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/lich/tam-dung", (HttpContext http, PauseSchedule use, CurrentPlan plans, TimeProvider clock) =>
            DecisionEndpoints.AnswerAsync(http, Page, async posted =>
                await PauseAsync(posted, use, (await plans.GetAsync(http.RequestAborted)).Plan.TimeZone.DateOf(clock.GetUtcNow()), http.RequestAborted)));
        group.MapPost("/lich/chay-tiep", (HttpContext http, PauseSchedule use) =>
            DecisionEndpoints.AnswerAsync(http, Page, posted => ResumeAsync(posted, use, http.RequestAborted)));
    }

    public static string SeenOf(SchedulePause pause) => FormattableString.Invariant($"{pause.PausedAt.UtcTicks}");

    private static async Task<Notice> PauseAsync(Posted posted, PauseSchedule use, DateOnly today, CancellationToken cancellationToken)
    {
        var fault = posted.FaultOf(Reason, "act.reason-missing")
            ?? (Schedules.Pausable.Contains(posted.Text(Schedule) ?? "") ? null : Notice.Fault("act.incomplete"));
        var last = today.AddDays(PauseSchedule.MostDays);
        if (fault is not null || posted.Day(Until) is not { } until || until < today || until > last)
        {
            return fault ?? Notice.Fault("pause.day-wrong", Show.Day(today), Show.Day(last));
        }

        var name = Texts.Get("schedule." + posted.Text(Schedule));
        return await use.TryPauseAsync(posted.Text(Schedule)!, until, posted.Text(Reason)!, posted.Who, cancellationToken) is not null
            ? Notice.Done("pause.was-paused", name, Show.Day(until))
            : Notice.Fault("pause.stands", name);
    }

    private static async Task<Notice> ResumeAsync(Posted posted, PauseSchedule use, CancellationToken cancellationToken)
    {
        if (posted.Text(Schedule) is not { } schedule || !Schedules.Pausable.Contains(schedule))
        {
            return Notice.Fault("act.incomplete");
        }

        var standing = (await use.ListAsync(cancellationToken)).FirstOrDefault(pause => pause.Schedule == schedule);
        return standing is not null && SeenOf(standing) == posted.Text(Seen) && await use.TryResumeAsync(schedule, posted.Who, cancellationToken)
            ? Notice.Done("pause.was-ended", Texts.Get("schedule." + schedule))
            : Notice.Fault("pause.not-paused", Texts.Get("schedule." + schedule));
    }
}
