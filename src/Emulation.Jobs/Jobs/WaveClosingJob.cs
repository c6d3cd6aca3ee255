using Emulation.Jobs.Slots;
using Emulation.Plan.Calendar;
using Hangfire;

namespace Emulation.Jobs.Jobs;

/// <summary>Closes the waves (and the year) that have come due and publishes their reports. What is due and done stands in the slot table.</summary>
public sealed class WaveClosingJob(ScheduleSlots slots, ILogger<WaveClosingJob> log) : SlotJob(slots, Schedules.WaveClosing, log)
{
    [Queue(Queues.Schedule)]
    public Task ExecuteAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);
}
