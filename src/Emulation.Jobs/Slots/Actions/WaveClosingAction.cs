using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports;

namespace Emulation.Jobs.Slots.Actions;

/// <summary>Closes a wave, or the year, and reports it: sơ kết after a wave that another follows, tổng kết after the last and for the year.</summary>
public sealed class WaveClosingAction(DroppedFiles dropped, CloseWave close, PublishReport publish, SendDeliveries send, CurrentPlan current) : ISlotAction
{
    /// <summary>Who closes when the schedule does.</summary>
    public const string ClosedBy = "schedule";

    public string Schedule => Schedules.WaveClosing;

    public async Task<SlotOutcome> RunAsync(ClaimedSlot slot, CancellationToken cancellationToken)
    {
        var code = slot.Period ?? throw new InvalidOperationException($"A closing slot names no period: {slot.SlotAt:O}.");
        var plan = (await current.GetAsync(cancellationToken)).Plan;
        var undecided = await dropped.DecideAsync(slot.PlanCode, cancellationToken);
        var closed = await close.RunAsync(code, ClosedBy, cancellationToken);
        FailPoint.Reach("wave-closed");
        var report = await publish.RunAsync(ReportOf(plan, code), code, new ReportOrder(slot.SlotAt, slot.HoldsMail), cancellationToken);
        await send.DrainAsync(cancellationToken);
        return Texts.Get("slot.closed", plan.PeriodByCode(code).Name, closed.Units, report.Deliveries) + Undecided.Say(undecided);
    }

    /// <summary>The kind of report a closing is followed by.</summary>
    public static ReportKind ReportOf(EmulationPlan plan, PeriodCode period) =>
        plan.Waves.SkipLast(1).Any(wave => wave.Period.Code == period) ? ReportKind.WaveInterim : ReportKind.Final;
}
