using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports;

namespace Emulation.Jobs.Slots.Actions;

/// <summary>On the first working morning after a wave: everything dropped is decided, then every unit gets its own provisional score card and may object. Waits while it is night.</summary>
public sealed class ProvisionalCardsAction(DroppedFiles dropped, SendProvisionalCards cards, SendDeliveries send, CurrentPlan current, TimeProvider clock) : ISlotAction
{
    public string Schedule => Schedules.ProvisionalCards;

    public async Task<SlotOutcome> RunAsync(ClaimedSlot slot, CancellationToken cancellationToken)
    {
        var period = slot.Period ?? throw new InvalidOperationException($"A slot of provisional cards names no period: {slot.SlotAt:O}.");
        var plan = (await current.GetAsync(cancellationToken)).Plan;
        if (MailHours.NextOpening(plan, clock.GetUtcNow()) is { } opening)
        {
            return new SlotOutcome(Texts.Get("slot.quiet"), opening);
        }

        var undecided = await dropped.DecideAsync(slot.PlanCode, cancellationToken);
        switch (await cards.RunAsync(period, slot.HoldsMail, cancellationToken))
        {
            case ProvisionalCardsOutcome.Closed:
                return Texts.Get("slot.closed-before");
            case ProvisionalCardsOutcome.ObjectionsOver:
                return Texts.Get("slot.objections-over");
            case ProvisionalCardsOutcome.Sent sent:
                await send.DrainAsync(cancellationToken);
                return Texts.Get("slot.provisional-cards", plan.PeriodByCode(period).Name, sent.Units) + Undecided.Say(undecided);
            default:
                throw new InvalidOperationException("Sending provisional score cards came to nothing known.");
        }
    }
}
