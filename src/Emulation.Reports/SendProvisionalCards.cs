using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports.Delivery;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>What came of sending provisional score cards: cards queued, or why there is nothing to object to.</summary>
public abstract record ProvisionalCardsOutcome
{
    private ProvisionalCardsOutcome()
    {
    }

    /// <param name="Units">Units with a card and an address.</param>
    /// <param name="Queued">Mails newly queued; 0 when they were queued before.</param>
    public sealed record Sent(int Units, int Queued) : ProvisionalCardsOutcome;

    /// <summary>The period was closed before: its cards are final ones.</summary>
    public sealed record Closed : ProvisionalCardsOutcome;

    /// <summary>The last day for objections has passed, or the plan sets none any more.</summary>
    public sealed record ObjectionsOver : ProvisionalCardsOutcome;
}

/// <summary>Queues to every unit its own provisional score card at the beginning of the time in which it may object, and nothing of any other's. Running again queues nothing twice.</summary>
/// <remarks>ADR 0037. The run a card is of is kept, so its numbers can be traced like those of a closing.</remarks>
public sealed class SendProvisionalCards(
    CurrentPlan plans, RunStore runs, ComputeRun compute, UnitCards cards, DeliveryStore deliveries, MailRenderer renderer, TimeProvider clock, ILogger<SendProvisionalCards> log)
{
    /// <param name="holdsMail">True to keep the mails back until a person releases them.</param>
    /// <exception cref="ArgumentException">The plan has no such wave or year.</exception>
    public async Task<ProvisionalCardsOutcome> RunAsync(PeriodCode period, bool holdsMail, CancellationToken cancellationToken)
    {
        var current = await plans.ForAsync(period, cancellationToken);
        var about = current.Plan.Closable(period);
        var now = clock.GetUtcNow();
        if (await runs.FindClosedAsync(current, about, cancellationToken) is not null)
        {
            return new ProvisionalCardsOutcome.Closed();
        }

        if (current.Plan.ObjectionsUntil(about) is not { } until || current.Plan.TimeZone.DateOf(now) > until)
        {
            return new ProvisionalCardsOutcome.ObjectionsOver();
        }

        var run = await compute.RunAsync(period, RunKind.Provisional, cancellationToken);
        var (told, mails) = await WordAsync(run, now, cancellationToken);
        var queued = await deliveries.QueueAsync([.. mails.Select(mail => mail with { IsHeld = holdsMail })], now, cancellationToken);
        log.LogInformation("Provisional score cards of {Period}: run {RunId}, {Units} units, {Mails} mails, {Queued} queued", period, run.RunId, told, mails.Count, queued);
        return new ProvisionalCardsOutcome.Sent(told, queued);
    }

    /// <returns>How many units have a card and an address, and their mails.</returns>
    private async Task<(int Told, List<NewDelivery> Mails)> WordAsync(ComputedRun run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = (await plans.GetAsync(cancellationToken)).Plan;
        var computed = await cards.OfAsync(run, now, cancellationToken);
        var (told, mails) = (0, new List<NewDelivery>());
        foreach (var unit in run.Result.Units.Select(result => result.Unit))
        {
            var worded = await ScoreCardMails.ProvisionalAsync(renderer, today, (await computed.OfAsync(unit, cancellationToken))!, today.TimeZone.DateOf(now));
            told += worded.Count > 0 ? 1 : 0;
            mails.AddRange(worded);
        }

        return (told, mails);
    }
}
