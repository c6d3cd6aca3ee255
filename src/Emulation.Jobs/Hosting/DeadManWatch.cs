using Emulation.Jobs.Jobs;
using Emulation.Jobs.Slots;
using Emulation.Reports;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Hosting;

/// <summary>Beside Hangfire, not in it: once a minute looks whether the sweep still beats, and mails the owner itself if it does not.</summary>
internal sealed class DeadManWatch(IServiceProvider services, IOptions<ScheduleOptions> options, ILogger<DeadManWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        // A host that has just started needs a moment for its first sweep; an older silence was its own absence.
        await Task.Delay(HealthChecks.LongestSilence, stoppingToken);
        using var timer = new PeriodicTimer(Interval);
        do
        {
            await TryLookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryLookAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            var watch = scope.ServiceProvider.GetRequiredService<WatchSchedule>();
            if (await watch.LookForSilenceAsync(SweepJob.Heartbeat, HealthChecks.LongestSilence, stoppingToken) > 0)
            {
                await scope.ServiceProvider.GetRequiredService<SendDeliveries>().DrainAsync(stoppingToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The database may be away for a while; the next round tries again.
            log.LogWarning(exception, "The dead-man watch could not look");
        }
    }
}
