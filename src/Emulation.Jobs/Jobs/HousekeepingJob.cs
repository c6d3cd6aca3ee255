using Emulation.Jobs.Slots;
using Emulation.Plan.Calendar;
using Hangfire;

namespace Emulation.Jobs.Jobs;

/// <summary>The nightly checks and removals. What is due and done stands in the slot table.</summary>
public sealed class HousekeepingJob(ScheduleSlots slots, ILogger<HousekeepingJob> log) : SlotJob(slots, Schedules.Housekeeping, log)
{
    [Queue(Queues.Schedule)]
    public Task ExecuteAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);
}
