using Emulation.Jobs.Closings;
using Emulation.Jobs.Hosting;
using Emulation.Jobs.Looks;
using Emulation.Jobs.Slots.Storage;
using Hangfire;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Jobs;

/// <summary>Starts as many jobs as there is work for: ingest jobs by the number of waiting files, one mail job if mails wait, one for every look at the register and every order about a wave whose job was lost.</summary>
public sealed class StartWaitingJobs(WorkStore work, LookAgain looks, OrderClosing orders, IBackgroundJobClient jobs, JobStorage storage, TimeProvider clock, IOptions<ScheduleOptions> options)
{
    public async Task RunAsync(string planCode, CancellationToken cancellationToken)
    {
        var waiting = await work.CountWaitingAsync(planCode, clock.GetUtcNow(), cancellationToken);
        var monitor = storage.GetMonitoringApi();
        for (var missing = Missing(waiting.Submissions, monitor.EnqueuedCount(Queues.Ingest), options.Value); missing > 0; missing--)
        {
            jobs.Enqueue<IngestSubmissionsJob>(job => job.ExecuteAsync(CancellationToken.None));
        }

        if (waiting.Deliveries > 0 && monitor.EnqueuedCount(Queues.Mail) == 0)
        {
            jobs.Enqueue<SendDeliveriesJob>(job => job.ExecuteAsync(CancellationToken.None));
        }

        if (monitor.EnqueuedCount(Queues.Schedule) == 0)
        {
            await StartLostAsync(planCode, cancellationToken);
        }
    }

    private async Task StartLostAsync(string planCode, CancellationToken cancellationToken)
    {
        foreach (var number in await looks.ListLostAsync(planCode, cancellationToken))
        {
            jobs.Enqueue<LookAgainJob>(job => job.ExecuteAsync(number, CancellationToken.None));
        }

        foreach (var number in await orders.ListLostAsync(planCode, cancellationToken))
        {
            jobs.Enqueue<OrderClosingJob>(job => job.ExecuteAsync(number, CancellationToken.None));
        }
    }

    /// <summary>How many ingest jobs to add: one for every batch of waiting files, up to the workers, less those already waiting in the queue.</summary>
    public static int Missing(int waitingFiles, long enqueuedJobs, ScheduleOptions options)
    {
        var wanted = Math.Min(options.IngestWorkers, (waitingFiles + options.FilesPerIngestJob - 1) / options.FilesPerIngestJob);
        return (int)Math.Max(0, wanted - enqueuedJobs);
    }
}
