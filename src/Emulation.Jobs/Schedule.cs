using System.Linq.Expressions;
using Emulation.Jobs.Hosting;
using Emulation.Jobs.Jobs;
using Emulation.Jobs.Slots;
using Emulation.Plan.Calendar;
using Hangfire;
using Hangfire.Storage;

namespace Emulation.Jobs;

/// <summary>One recurring job.</summary>
/// <param name="Id">Its name in the dashboard.</param>
/// <param name="Cron">When it fires, in the office's zone.</param>
/// <param name="Does">What it does, for people.</param>
public sealed record ScheduledJob(string Id, string Cron, string Does, Action<IRecurringJobManager, string, string, RecurringJobOptions> Register);

/// <summary>The schedule of this host: one table, applied at start. Firings only look; what is due stands in the slot table.</summary>
/// <remarks>
/// The times of month-end, closing and reminders are the plan's. Where a plan chooses other times than these, the
/// sweep of the same minute finds the slot: these firings make the schedule visible and the start punctual.
/// </remarks>
public static class Schedule
{
    /// <summary>The whole table.</summary>
    public static IReadOnlyList<ScheduledJob> Table { get; } =
    [
        Job<TakeFilesJob>("take-files", "*/10 * * * * *", "Looks at the share and takes what is stable.", job => job.ExecuteAsync(CancellationToken.None)),
        Job<SweepJob>("sweep", "* * * * *", "Starts what waits and repairs what was left: files, mails, slots.", job => job.ExecuteAsync(CancellationToken.None)),
        Job<MonthEndJob>(Schedules.MonthEnd, "30 16 * * *", "Month-end progress reports that have come due.", job => job.ExecuteAsync(CancellationToken.None)),
        Job<ProvisionalCardsJob>(Schedules.ProvisionalCards, "0 8 * * *", "Sends units their provisional score cards when the time for objections begins.", job => job.ExecuteAsync(CancellationToken.None)),
        Job<WaveClosingJob>(Schedules.WaveClosing, "0 17 * * *", "Closes waves and the year, and reports them.", job => job.ExecuteAsync(CancellationToken.None)),
        Job<ScoreCardsJob>(Schedules.ScoreCards, "0 8 * * *", "Sends units their own score cards after a closing.", job => job.ExecuteAsync(CancellationToken.None)),
        Job<RemindersJob>(Schedules.Reminders, "0 8 * * *", "Reminds units of what they owe.", job => job.ExecuteAsync(CancellationToken.None)),
        Job<ReadBouncesJob>("read-bounces", "*/5 * * * *", "Looks for mails that came back; tells the owner of mails that need a person.", job => job.ExecuteAsync(CancellationToken.None)),
        Job<HousekeepingJob>(Schedules.Housekeeping, "0 2 * * *", "Checks the archive, removes what is no longer needed.", job => job.ExecuteAsync(CancellationToken.None)),
    ];

    /// <summary>Writes the table into Hangfire and removes recurring jobs it does not name. Also mends a job Hangfire has disabled after faults.</summary>
    /// <returns>The names removed.</returns>
    public static IReadOnlyList<string> Apply(IRecurringJobManager manager, JobStorage storage, bool isEnabled)
    {
        var options = new RecurringJobOptions
        {
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(SelfChecks.OfficeZone),
            MisfireHandling = MisfireHandlingMode.Relaxed,
        };
        foreach (var job in Table)
        {
            job.Register(manager, job.Id, isEnabled ? job.Cron : Cron.Never(), options);
        }

        using var connection = storage.GetConnection();
        var unknown = connection.GetRecurringJobs().Select(job => job.Id).Except(Table.Select(job => job.Id)).ToList();
        unknown.ForEach(manager.RemoveIfExists);
        return unknown;
    }

    private static ScheduledJob Job<TJob>(string id, string cron, string does, Expression<Func<TJob, Task>> call) =>
        new(id, cron, does, (manager, name, when, options) => manager.AddOrUpdate(name, call, when, options));
}
