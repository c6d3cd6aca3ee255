using Emulation.Jobs.Slots;
using Emulation.Plan.Calendar;
using Hangfire;

namespace Emulation.Jobs.Jobs;

/// <summary>Sends units their provisional score cards when the time for objections begins. What is due and done stands in the slot table.</summary>
public sealed class ProvisionalCardsJob(ScheduleSlots slots, ILogger<ProvisionalCardsJob> log) : SlotJob(slots, Schedules.ProvisionalCards, log)
{
    [Queue(Queues.Schedule)]
    public Task ExecuteAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);
}
