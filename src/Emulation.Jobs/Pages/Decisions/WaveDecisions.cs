using Emulation.Jobs.Hosting;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Waves;

namespace Emulation.Jobs.Pages.Decisions;

/// <summary>What people say and decide about the results of a wave: <c>wave object | answer | reopen | approve | decline</c> in the browser.</summary>
internal static class WaveDecisions
{
    public const string Unit = "don-vi";
    public const string Text = "noi-dung";
    public const string Late = "ly-do-muon";
    public const string Choice = "chon";
    public const string Reason = "ly-do";
    public const string Confirmed = "xac-nhan";

    /// <summary>The newest objection the page showed; of a reopening the closing and the newest request, e.g. <c>1 0</c>.</summary>
    public const string Seen = "da-xem";

    public const string Upheld = "upheld";
    public const string Rejected = "rejected";

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/chot-dot/{period}/kien-nghi", (string period, HttpContext http, ShowWave waves, RaiseObjection use, TimeProvider clock) =>
            AnswerAsync(http, waves, period, (posted, file) => ObjectAsync(posted, file, use, file.Plan.TimeZone.DateOf(clock.GetUtcNow()), http.RequestAborted)));
        group.MapPost("/chot-dot/{period}/kien-nghi/{number:long}", (string period, long number, HttpContext http, ShowWave waves, RaiseObjection use) =>
            AnswerAsync(http, waves, period, (posted, file) => AnswerAsync(posted, file, number, use, http.RequestAborted)));
        group.MapPost("/chot-dot/{period}/mo-lai", (string period, HttpContext http, ShowWave waves, ReopenWave use) =>
            AnswerAsync(http, waves, period, (posted, file) => AskAsync(posted, file, use, http.RequestAborted)));
        group.MapPost("/chot-dot/{period}/mo-lai/{number:long}", (string period, long number, HttpContext http, ShowWave waves, ReopenWave use) =>
            AnswerAsync(http, waves, period, (posted, file) => ApproveAsync(posted, file, number, use, http.RequestAborted)));
        group.MapPost("/chot-dot/{period}/khong-mo-lai/{number:long}", (string period, long number, HttpContext http, ShowWave waves, ReopenWave use) =>
            AnswerAsync(http, waves, period, (posted, file) => DeclineAsync(posted, file, number, use, http.RequestAborted)));
    }

    public static string Address(WaveFile file, string what) => $"{DecisionEndpoints.Prefix}/chot-dot/{file.Period.Code}/{what}";

    public static string SeenOf(SeenClosing seen) => FormattableString.Invariant($"{seen.Edition} {seen.RequestId}");

    /// <summary>The account that several people share shows nobody to be a second person.</summary>
    public static bool IsShared(string? login) => login == WebAccounts.OfficeName;

    internal static async Task<IResult> AnswerAsync(HttpContext http, ShowWave waves, string period, Func<Posted, WaveFile, Task<Notice>> decide) =>
        await waves.FindAsync(period, http.RequestAborted) is { } file
            ? await DecisionEndpoints.AnswerAsync(http, $"/chot-dot/{file.Period.Code}", posted => decide(posted, file))
            : Results.NotFound();

    private static async Task<Notice> ObjectAsync(Posted posted, WaveFile file, RaiseObjection use, DateOnly today, CancellationToken cancellationToken)
    {
        var unit = file.Plan.Units.FirstOrDefault(one => one.Code.Value == posted.Text(Unit));
        var fault = (unit is null ? Notice.Fault("objection.unit-missing") : null)
            ?? posted.FaultOf(Text, "objection.text-missing")
            ?? (today > file.ObjectionsUntil ? posted.FaultOf(Late, "objection.late-missing") : null)
            ?? (posted.Number(Seen) is null ? Notice.Fault("act.incomplete") : null);
        if (fault is not null)
        {
            return fault;
        }

        return await use.RunAsync(unit!.Code, file.Period.Code, posted.Text(Text)!, posted.Who, posted.Text(Late), posted.Number(Seen), cancellationToken) is { } raised
            ? Notice.Done(raised.IsClosed ? "objection.was-entered-closed" : "objection.was-entered", raised.Id, unit.ShortName)
            : Notice.Fault("act.overtaken");
    }

    private static async Task<Notice> AnswerAsync(Posted posted, WaveFile file, long number, RaiseObjection use, CancellationToken cancellationToken)
    {
        var fault = (posted.Text(Choice) is Upheld or Rejected ? null : Notice.Fault("objection.choice-missing")) ?? posted.FaultOf(Text, "objection.answer-missing");
        if (fault is not null || !file.Objections.Any(one => one.Id == number))
        {
            return fault ?? Notice.Fault("act.incomplete");
        }

        var isUpheld = posted.Text(Choice) == Upheld;
        return await use.TryAnswerAsync(number, isUpheld, posted.Text(Text)!, posted.Who, cancellationToken)
            ? Notice.Done(isUpheld ? "objection.was-upheld" : "objection.was-rejected", number)
            : Notice.Fault("act.overtaken");
    }

    private static async Task<Notice> AskAsync(Posted posted, WaveFile file, ReopenWave use, CancellationToken cancellationToken)
    {
        var fault = (IsShared(posted.Who) ? Notice.Fault("reopening.nameless") : null) ?? posted.FaultOf(Reason, "act.reason-missing");
        if (fault is not null || SeenIn(posted) is not { } seen)
        {
            return fault ?? Notice.Fault("act.incomplete");
        }

        return await use.AskAsync(file.Period.Code, posted.Text(Reason)!, posted.Who, seen, cancellationToken) is not null
            ? Notice.Done("reopening.was-asked")
            : Notice.Fault("act.overtaken");
    }

    private static async Task<Notice> ApproveAsync(Posted posted, WaveFile file, long number, ReopenWave use, CancellationToken cancellationToken)
    {
        if (IsShared(posted.Who) || !posted.Has(Confirmed))
        {
            return Notice.Fault(IsShared(posted.Who) ? "reopening.nameless" : "reopening.unconfirmed");
        }

        return await use.TryApproveAsync(file.Period.Code, number, posted.Who, cancellationToken) switch
        {
            ReopeningOutcome.Reopened => Notice.Done("reopening.was-approved", file.Period.Name),
            ReopeningOutcome.SamePerson => Notice.Fault("reopening.same-person"),
            _ => Notice.Fault("act.overtaken"),
        };
    }

    private static async Task<Notice> DeclineAsync(Posted posted, WaveFile file, long number, ReopenWave use, CancellationToken cancellationToken)
    {
        var fault = (IsShared(posted.Who) ? Notice.Fault("reopening.nameless") : null) ?? posted.FaultOf(Reason, "act.reason-missing");
        if (fault is not null)
        {
            return fault;
        }

        return await use.TryDeclineAsync(file.Period.Code, number, posted.Text(Reason)!, posted.Who, cancellationToken)
            ? Notice.Done("reopening.was-declined", number)
            : Notice.Fault("act.overtaken");
    }

    private static SeenClosing? SeenIn(Posted posted) =>
        posted.Text(Seen)?.Split(' ') is [var edition, var request] && int.TryParse(edition, out var number) && long.TryParse(request, out var id)
            ? new SeenClosing(number, id)
            : null;
}
