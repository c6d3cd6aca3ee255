using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports.Delivery;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>What came of sending score cards: cards queued, or what they wait for.</summary>
public abstract record ScoreCardsOutcome
{
    private ScoreCardsOutcome()
    {
    }

    /// <param name="Units">Units with a card and an address.</param>
    /// <param name="Queued">Mails newly queued; 0 when they were queued before.</param>
    public sealed record Sent(int Units, int Queued) : ScoreCardsOutcome;

    /// <summary>The period is not closed: there is nothing final to tell.</summary>
    public sealed record NotClosed : ScoreCardsOutcome;

    /// <summary>The office still holds the period's report; units are not told before those it is for.</summary>
    public sealed record ReportHeld : ScoreCardsOutcome;
}

/// <summary>Queues to every unit its own score card of a closed period, and nothing of any other's. Running again queues nothing twice; after a reopening only changed results are sent anew.</summary>
/// <remarks>ADR 0024, ADR 0030. The mail's key names the closing, so none is mailed to an address twice, whatever the cards look like by then; a later closing is mailed only to whom it says something else.</remarks>
public sealed class SendScoreCards(
    CurrentPlan plans,
    RunStore runs,
    ClosingStore closings,
    UnitCards cards,
    ReportReminderStore reports,
    DeliveryStore deliveries,
    MailRenderer renderer,
    TimeProvider clock,
    ILogger<SendScoreCards> log)
{
    /// <param name="holdsMail">True to keep the mails back until a person releases them.</param>
    /// <exception cref="ArgumentException">The plan has no such period.</exception>
    public async Task<ScoreCardsOutcome> RunAsync(PeriodCode period, bool holdsMail, CancellationToken cancellationToken)
    {
        var current = await plans.ForAsync(period, cancellationToken);
        if (await runs.FindClosedAsync(current, current.Plan.Period(period), cancellationToken) is not { } run)
        {
            return new ScoreCardsOutcome.NotClosed();
        }

        if (await reports.IsReportWaitingAsync(current.Plan.Code, period, clock.GetUtcNow(), cancellationToken))
        {
            return new ScoreCardsOutcome.ReportHeld();
        }

        var now = clock.GetUtcNow();
        var made = await closings.OfPeriodAsync(current, period, cancellationToken);
        var sent = await deliveries.SentCardsAsync(ScoreCardMails.PrefixOf(current.Plan, period), cancellationToken);
        var (told, mails) = await WordAsync(run, made.Single(closing => closing.RunId == run.RunId), new EarlierCards(sent, made, runs, cards), now, cancellationToken);
        var queued = await deliveries.QueueAsync([.. mails.Select(mail => mail with { IsHeld = holdsMail })], now, cancellationToken);
        log.LogInformation("Score cards of {Period}: {Units} units, {Mails} mails, {Queued} queued", period, told, mails.Count, queued);
        return new ScoreCardsOutcome.Sent(told, queued);
    }

    /// <returns>How many units have a card and an address, and the mails that are news to theirs.</returns>
    private async Task<(int Told, List<NewDelivery> Mails)> WordAsync(
        ComputedRun run, PeriodClosing closing, EarlierCards earlier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = (await plans.GetAsync(cancellationToken)).Plan;
        var closed = await cards.OfAsync(run, now, cancellationToken);
        var (told, mails) = (0, new List<NewDelivery>());
        foreach (var unit in run.Result.Units.Select(result => result.Unit))
        {
            var card = (await closed.OfAsync(unit, cancellationToken))! with { IsCorrected = earlier.IsCorrected(unit, closing) };
            var worded = await ScoreCardMails.OfAsync(renderer, today, card, closing, today.TimeZone.DateOf(now));
            told += worded.Count > 0 ? 1 : 0;
            if (!await earlier.SaidAsync(card, closing, cancellationToken))
            {
                mails.AddRange(worded.Where(mail => !earlier.Has(mail, closing)));
            }
        }

        return (told, mails);
    }
}
