using Emulation.Jobs.Slots;

namespace Emulation.Jobs.Jobs;

/// <summary>Runs the slots of one schedule that have come due. Safe to run twice and at once: a slot is claimed by row.</summary>
public abstract class SlotJob(ScheduleSlots slots, string schedule, ILogger log)
{
    protected async Task RunAsync(CancellationToken cancellationToken)
    {
        var counts = await slots.RunDueAsync(schedule, cancellationToken);
        if (counts.Total > 0)
        {
            log.LogInformation(
                "Schedule {Schedule}: {Done} done, {Missed} missed, {Failed} failed", schedule, counts.Done, counts.Missed, counts.Failed);
        }
    }
}
