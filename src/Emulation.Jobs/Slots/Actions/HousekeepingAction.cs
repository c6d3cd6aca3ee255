using Emulation.Ingest;
using Emulation.Plan.Calendar;

namespace Emulation.Jobs.Slots.Actions;

/// <summary>The nightly checks and removals of the intake: archive, orphans, sightings.</summary>
public sealed class HousekeepingAction(Housekeeping housekeeping) : ISlotAction
{
    public string Schedule => Schedules.Housekeeping;

    public async Task<string> RunAsync(ClaimedSlot slot, CancellationToken cancellationToken)
    {
        await housekeeping.RunAsync(cancellationToken);
        return Texts.Get("slot.kept");
    }
}
