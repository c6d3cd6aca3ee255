using Emulation.Jobs.Slots;
using Emulation.Plan.Calendar;
using Hangfire;

namespace Emulation.Jobs.Jobs;

/// <summary>Sends units their score cards after a closing. What is due and done stands in the slot table.</summary>
public sealed class ScoreCardsJob(ScheduleSlots slots, ILogger<ScoreCardsJob> log) : SlotJob(slots, Schedules.ScoreCards, log)
{
    [Queue(Queues.Schedule)]
    public Task ExecuteAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);
}
