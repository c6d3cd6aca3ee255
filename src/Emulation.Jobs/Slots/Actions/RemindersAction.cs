using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports;

namespace Emulation.Jobs.Slots.Actions;

/// <summary>Reminds units of what they owe, as of the day the slot was due.</summary>
public sealed class RemindersAction(SendReminders remind, SendDeliveries send, CurrentPlan current) : ISlotAction
{
    public string Schedule => Schedules.Reminders;

    public async Task<SlotOutcome> RunAsync(ClaimedSlot slot, CancellationToken cancellationToken)
    {
        var day = (await current.GetAsync(cancellationToken)).Plan.TimeZone.DateOf(slot.SlotAt);
        await remind.RunAsync(day, cancellationToken);
        await send.DrainAsync(cancellationToken);
        return Texts.Get("slot.reminded", day.ToString("dd/MM/yyyy", Texts.Vietnamese));
    }
}
