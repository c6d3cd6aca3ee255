using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports;

namespace Emulation.Jobs.Slots.Actions;

/// <summary>Month-end: everything dropped is decided, then the progress report of the month is made and mailed.</summary>
public sealed class MonthEndAction(DroppedFiles dropped, PublishReport publish, SendDeliveries send) : ISlotAction
{
    public string Schedule => Schedules.MonthEnd;

    public async Task<SlotOutcome> RunAsync(ClaimedSlot slot, CancellationToken cancellationToken)
    {
        var period = slot.Period ?? throw new InvalidOperationException($"A month-end slot names no period: {slot.SlotAt:O}.");
        var undecided = await dropped.DecideAsync(slot.PlanCode, cancellationToken);
        var report = await publish.RunAsync(ReportKind.MonthlyProgress, period, new ReportOrder(slot.SlotAt, slot.HoldsMail), cancellationToken);
        await send.DrainAsync(cancellationToken);
        return Texts.Get("slot.report", report.Deliveries) + Undecided.Say(undecided);
    }
}

/// <summary>The remark for files that could not be decided in time.</summary>
internal static class Undecided
{
    public static string Say(int files) => files == 0 ? "" : " " + Texts.Get("slot.undecided", files);
}
