using Emulation.Jobs.Jobs;
using Emulation.Jobs.Pages.Storage;
using Emulation.Reports;
using Hangfire;

namespace Emulation.Jobs.Pages.Decisions;

/// <summary>What a person decides about a mail of which the system does not decide: <c>deliveries decide</c> in the browser.</summary>
internal static class DeliveryDecisions
{
    public const string Outcome = "ket-qua";
    public const string Reason = "ly-do";
    public const string Confirmed = "xac-nhan";

    /// <summary>State and attempts the page showed, e.g. <c>uncertain 1</c>.</summary>
    public const string Seen = "da-xem";

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/gui-thu/{number:long}/gui", (long number, HttpContext http, DecideDelivery use, PageQueries queries, IBackgroundJobClient jobs) =>
            AnswerAsync(http, queries, number, (posted, mail, seen) => SendAsync(posted, mail, seen, use, jobs, http.RequestAborted)));
        group.MapPost("/gui-thu/{number:long}/ket-qua", (long number, HttpContext http, DecideDelivery use, PageQueries queries) =>
            AnswerAsync(http, queries, number, (posted, mail, seen) => SettleAsync(posted, mail, seen, use, http.RequestAborted)));
    }

    public static string SeenOf(DeliveryHead mail) => FormattableString.Invariant($"{mail.State} {mail.Attempts}");

    private static async Task<IResult> AnswerAsync(
        HttpContext http, PageQueries queries, long number, Func<Posted, DeliveryHead, SeenDelivery, Task<Notice>> decide) =>
        await queries.DeliveryAsync(number, http.RequestAborted) is { } mail
            ? await DecisionEndpoints.AnswerAsync(http, $"/gui-thu/{number}", async posted =>
                posted.FaultOf(Reason, "act.reason-missing")
                ?? (SeenIn(posted) is { } seen ? await decide(posted, mail, seen) : Notice.Fault("act.incomplete")))
            : Results.NotFound();

    private static async Task<Notice> SendAsync(
        Posted posted, DeliveryHead mail, SeenDelivery seen, DecideDelivery use, IBackgroundJobClient jobs, CancellationToken cancellationToken)
    {
        if (!posted.Has(Confirmed))
        {
            return Notice.Fault("act.unconfirmed");
        }

        if (!mail.MayBeSent || !await use.RunAsync(mail.DeliveryId, DeliveryDecision.Send, posted.Text(Reason)!, posted.Who, seen, cancellationToken))
        {
            return Notice.Fault("delivery.overtaken", Show.State("delivery", mail.State).Text);
        }

        // The sweep would find the mail within a minute; the person need not wait for it.
        jobs.Enqueue<SendDeliveriesJob>(job => job.ExecuteAsync(CancellationToken.None));
        return Notice.Done("delivery.was-sent", mail.Address);
    }

    private static async Task<Notice> SettleAsync(Posted posted, DeliveryHead mail, SeenDelivery seen, DecideDelivery use, CancellationToken cancellationToken)
    {
        if (posted.Text(Outcome) is not ("arrived" or "bounced"))
        {
            return Notice.Fault("delivery.outcome-missing");
        }

        var decision = posted.Text(Outcome) == "arrived" ? DeliveryDecision.Arrived : DeliveryDecision.Bounced;
        return await use.RunAsync(mail.DeliveryId, decision, posted.Text(Reason)!, posted.Who, seen, cancellationToken)
            ? Notice.Done("delivery.was-settled", Texts.Get("delivery-outcome." + posted.Text(Outcome)))
            : Notice.Fault("delivery.overtaken", Show.State("delivery", mail.State).Text);
    }

    private static SeenDelivery? SeenIn(Posted posted) =>
        posted.Text(Seen)?.Split(' ') is [var state, var attempts] && int.TryParse(attempts, out var number) ? new SeenDelivery(state, number) : null;
}
