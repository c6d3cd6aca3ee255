using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports.Delivery;
using Emulation.Reports.Documents.Mail;
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
/// <remarks>ADR 0024, ADR 0030. The mail's key holds a hash of what the card says and of the closing, so no closing is mailed twice, and a later one only to whom it says something else.</remarks>
public sealed class SendScoreCards(
    CurrentPlan plans,
    PlanStore versions,
    RunStore runs,
    RunTrace trace,
    AdjustmentStore adjustments,
    ScoreOpinionStore opinions,
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

        var plan = run.PlanVersionId == current.VersionId ? current : await versions.LoadAsync(run.PlanVersionId, cancellationToken);
        var today = (await plans.GetAsync(cancellationToken)).Plan;
        var said = await opinions.OfPeriodAsync(plan, period, cancellationToken);
        var sent = await deliveries.NewestCardsAsync(ScoreCardMails.PrefixOf(plan.Plan, period), cancellationToken);
        var closing = "-" + Convert.ToHexStringLower(run.Hash)[..12];
        var mails = new List<NewDelivery>();
        foreach (var result in run.Result.Units)
        {
            var figures = await trace.ReadAsync(run.RunId, plan, result.Unit, null, cancellationToken);
            var entries = await adjustments.OfRunAsync(run.RunId, plan, result.Unit, cancellationToken);
            var card = new UnitCard(plan.Plan, run, plan.Plan.UnitByCode(result.Unit), result, figures, entries, [.. said[result.Unit]])
            {
                IsCorrected = sent.TryGetValue(result.Unit.Value, out var before) && !before.EndsWith(closing, StringComparison.Ordinal),
            };
            mails.AddRange(await ScoreCardMails.OfAsync(renderer, today, card, today.TimeZone.DateOf(clock.GetUtcNow())));
        }

        var news = mails.Where(mail => !ScoreCardMails.SaySame(mail.SubjectKey, sent.GetValueOrDefault(mail.RecipientCode)));
        var queued = await deliveries.QueueAsync([.. news.Select(mail => mail with { IsHeld = holdsMail })], clock.GetUtcNow(), cancellationToken);
        log.LogInformation("Score cards of {Period}: {Units} units, {Mails} mails, {Queued} queued", period, run.Result.Units.Count, mails.Count, queued);
        return new ScoreCardsOutcome.Sent(mails.Select(mail => mail.RecipientCode).Distinct().Count(), queued);
    }
}
