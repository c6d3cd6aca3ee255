using Emulation.Ingest;
using Emulation.Jobs.Slots;
using Emulation.Jobs.Slots.Storage;
using Emulation.Plan.Calendar;
using Emulation.Reports;
using Emulation.Reports.Storage;
using Hangfire;

namespace Emulation.Jobs.Jobs;

/// <summary>Once a minute: takes files, writes down what has come due, tells units what was answered to them, and starts a job for everything that waits. Whatever was missed, killed or lost on the way is found here.</summary>
public sealed class SweepJob(
    ISlotCalendarSource plans, TakeFiles take, ScheduleSlots slots, WatchSchedule watch, StartWaitingJobs start, WorkStore work, AuditStore audit, TellAnswers answers, IBackgroundJobClient jobs, ILogger<SweepJob> log)
{
    /// <summary>The heartbeat whose silence is an alarm.</summary>
    public const string Heartbeat = "sweep";

    [Queue(Queues.Schedule)]
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        await work.BeatAsync(Heartbeat, cancellationToken);
        if (await plans.CurrentAsync(cancellationToken) is not { } plan)
        {
            return;
        }

        await audit.SealAsync(cancellationToken);
        foreach (var schedule in await slots.PlanAsync(cancellationToken))
        {
            Start(schedule);
        }

        await watch.LookAsync(cancellationToken);
        // What waits is started before the share is looked at: a share that hangs must not hold it up.
        await start.RunAsync(plan.PlanCode, cancellationToken);
        await take.RunAsync(cancellationToken);
        await start.RunAsync(plan.PlanCode, cancellationToken);
        // The last of all: who waits for an answer has waited for days, and nothing that is due may wait for a letter.
        await answers.RunAsync(cancellationToken);
    }

    private void Start(string schedule)
    {
        var id = schedule switch
        {
            Schedules.MonthEnd => jobs.Enqueue<MonthEndJob>(job => job.ExecuteAsync(CancellationToken.None)),
            Schedules.ProvisionalCards => jobs.Enqueue<ProvisionalCardsJob>(job => job.ExecuteAsync(CancellationToken.None)),
            Schedules.WaveClosing => jobs.Enqueue<WaveClosingJob>(job => job.ExecuteAsync(CancellationToken.None)),
            Schedules.ScoreCards => jobs.Enqueue<ScoreCardsJob>(job => job.ExecuteAsync(CancellationToken.None)),
            Schedules.Reminders => jobs.Enqueue<RemindersJob>(job => job.ExecuteAsync(CancellationToken.None)),
            Schedules.Housekeeping => jobs.Enqueue<HousekeepingJob>(job => job.ExecuteAsync(CancellationToken.None)),
            _ => null,
        };
        log.LogInformation("Schedule {Schedule} has open slots; job {JobId} was started", schedule, id ?? "none");
    }
}
