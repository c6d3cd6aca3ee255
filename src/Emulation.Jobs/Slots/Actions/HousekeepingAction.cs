using Emulation.Ingest;
using Emulation.Plan.Calendar;
using Emulation.Reports;

namespace Emulation.Jobs.Slots.Actions;

/// <summary>The nightly checks and removals: archive, orphans, sightings, the audit chain.</summary>
public sealed class HousekeepingAction(Housekeeping housekeeping, RefreshTemplates templates, VerifyAudit audit, ILogger<HousekeepingAction> log) : ISlotAction
{
    public string Schedule => Schedules.Housekeeping;

    public async Task<SlotOutcome> RunAsync(ClaimedSlot slot, CancellationToken cancellationToken)
    {
        await housekeeping.RunAsync(cancellationToken);
        await templates.RunAsync(TemplateScope.All, cancellationToken);
        foreach (var fault in (await audit.RunAsync([], cancellationToken)).Faults)
        {
            log.LogError("What was decided is not as it was recorded: {Fault}", fault);
        }

        return Texts.Get("slot.kept");
    }
}
