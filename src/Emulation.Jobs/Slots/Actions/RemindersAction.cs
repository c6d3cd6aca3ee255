using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports;

namespace Emulation.Jobs.Slots.Actions;

/// <summary>Reminds people of what is owed, as things stand on the day it runs; at night and on days off it waits for the next working morning.</summary>
public sealed class RemindersAction(SendReminders remind, SendDeliveries send, CurrentPlan current, TimeProvider clock) : ISlotAction
{
    public string Schedule => Schedules.Reminders;

    public async Task<SlotOutcome> RunAsync(ClaimedSlot slot, CancellationToken cancellationToken)
    {
        var plan = (await current.GetAsync(cancellationToken)).Plan;
        var now = clock.GetUtcNow();
        if (MailHours.NextOpening(plan, now) is { } opening)
        {
            return new SlotOutcome(Texts.Get("slot.quiet"), opening);
        }

        var day = plan.TimeZone.DateOf(now);
        await remind.RunAsync(day, cancellationToken);
        await send.DrainAsync(cancellationToken);
        return Texts.Get("slot.reminded", day.ToString("dd/MM/yyyy", Texts.Vietnamese));
    }
}
