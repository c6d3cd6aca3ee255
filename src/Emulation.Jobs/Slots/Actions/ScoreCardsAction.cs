using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports;

namespace Emulation.Jobs.Slots.Actions;

/// <summary>On the working morning after a closing: every unit gets its own score card. Waits while the period is not closed, its report is held, or it is night.</summary>
public sealed class ScoreCardsAction(SendScoreCards cards, SendDeliveries send, CurrentPlan current, TimeProvider clock) : ISlotAction
{
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    public string Schedule => Schedules.ScoreCards;

    public async Task<SlotOutcome> RunAsync(ClaimedSlot slot, CancellationToken cancellationToken)
    {
        var period = slot.Period ?? throw new InvalidOperationException($"A slot of score cards names no period: {slot.SlotAt:O}.");
        var plan = (await current.GetAsync(cancellationToken)).Plan;
        var now = clock.GetUtcNow();
        if (MailHours.NextOpening(plan, now) is { } opening)
        {
            return new SlotOutcome(Texts.Get("slot.quiet"), opening);
        }

        switch (await cards.RunAsync(period, slot.HoldsMail, cancellationToken))
        {
            case ScoreCardsOutcome.NotClosed:
                return new SlotOutcome(Texts.Get("slot.not-closed"), now + Again);
            case ScoreCardsOutcome.ReportHeld:
                return new SlotOutcome(Texts.Get("slot.report-held"), now + Again);
            case ScoreCardsOutcome.Sent sent:
                await send.DrainAsync(cancellationToken);
                return Texts.Get("slot.score-cards", plan.PeriodByCode(period).Name, sent.Units);
            default:
                throw new InvalidOperationException("Sending score cards came to nothing known.");
        }
    }
}
