using Emulation.Jobs.Slots;
using Emulation.Plan.Calendar;
using Hangfire;

namespace Emulation.Jobs.Jobs;

/// <summary>Month-end progress reports that have come due. What is due and done stands in the slot table.</summary>
public sealed class MonthEndJob(ScheduleSlots slots, ILogger<MonthEndJob> log) : SlotJob(slots, Schedules.MonthEnd, log)
{
    [Queue(Queues.Schedule)]
    public Task ExecuteAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);
}
