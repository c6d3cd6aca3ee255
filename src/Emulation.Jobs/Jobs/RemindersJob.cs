using Emulation.Jobs.Slots;
using Emulation.Plan.Calendar;
using Hangfire;

namespace Emulation.Jobs.Jobs;

/// <summary>Reminds units of what they owe, once a day. What is due and done stands in the slot table.</summary>
public sealed class RemindersJob(ScheduleSlots slots, ILogger<RemindersJob> log) : SlotJob(slots, Schedules.Reminders, log)
{
    [Queue(Queues.Schedule)]
    public Task ExecuteAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);
}
