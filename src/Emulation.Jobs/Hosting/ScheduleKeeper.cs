using Emulation.Jobs.Jobs;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Hosting;

/// <summary>Applies the schedule at start and again every five minutes, so that a recurring job Hangfire has disabled after faults comes back by itself.</summary>
internal sealed class ScheduleKeeper(
    IRecurringJobManager manager, JobStorage storage, IOptions<ScheduleOptions> options, ILogger<ScheduleKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);
    private bool isApplied;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        TryBegin();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!isApplied)
        {
            await Task.Delay(Again, stoppingToken);
            TryBegin();
        }

        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                WarnOfDisabledJobs();
                Apply();
            }
            catch (Exception exception)
            {
                // The storage may be away for a while; the next round tries again.
                log.LogWarning(exception, "The schedule could not be checked");
            }
        }
    }

    // A host killed while it held one of Hangfire's lock rows keeps them from everybody for a minute; that must not end the host that takes its place.
    private void TryBegin()
    {
        try
        {
            Apply();
            if (options.Value.Enabled)
            {
                // What was left behind is taken up now, not at the next full minute.
                manager.Trigger(SweepJob.Heartbeat);
            }

            isApplied = true;
        }
        catch (DistributedLockTimeoutException exception)
        {
            log.LogWarning(exception, "The schedule is locked, probably by a host that was killed; it is applied as soon as the lock has aged");
        }
    }

    private void Apply()
    {
        foreach (var unknown in Schedule.Apply(manager, storage, options.Value.Enabled))
        {
            log.LogInformation("Recurring job {RecurringJob} is not in the schedule and was removed", unknown);
        }
    }

    private void WarnOfDisabledJobs()
    {
        using var connection = storage.GetConnection();
        foreach (var job in connection.GetRecurringJobs().Where(job => job.Error is not null || (options.Value.Enabled && job.NextExecution is null)))
        {
            log.LogError("Recurring job {RecurringJob} was disabled: {Error}; it is applied again", job.Id, job.Error);
        }
    }
}
