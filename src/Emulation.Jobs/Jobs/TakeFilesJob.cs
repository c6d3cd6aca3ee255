using Emulation.Ingest;
using Emulation.Jobs.Slots;
using Hangfire;

namespace Emulation.Jobs.Jobs;

/// <summary>Looks at the share, takes the files that are stable and starts their ingestion. Safe to run twice and at once: a file is claimed by row.</summary>
public sealed class TakeFilesJob(ISlotCalendarSource plans, TakeFiles take, StartWaitingJobs start)
{
    [Queue(Queues.Schedule)]
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        // Before the first plan is applied there is nobody to take files from.
        if (await plans.CurrentAsync(cancellationToken) is { } plan)
        {
            await take.RunAsync(cancellationToken);
            await start.RunAsync(plan.PlanCode, cancellationToken);
        }
    }
}
