using System.Collections.Concurrent;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace Emulation.Jobs.Demo;

/// <summary>Knows which background jobs of this process are still under way, and says when none is: the signal by which the demo goes on.</summary>
/// <remarks>A job that enqueues another is still counted while it does so, hence "none" cannot be said too early.</remarks>
public sealed class JobActivity : IClientFilter, IApplyStateFilter
{
    private readonly ConcurrentDictionary<string, byte> underWay = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> faults = new();
    private TaskCompletionSource changed = NewSignal();

    /// <summary>What failed jobs said, oldest first.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    public void OnCreating(CreatingContext context)
    {
    }

    public void OnCreated(CreatedContext context)
    {
        if (context.BackgroundJob is { } job)
        {
            underWay[job.Id] = 0;
        }
    }

    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        if (context.NewState is FailedState failed)
        {
            faults.Enqueue($"{context.BackgroundJob.Job.Type.Name}: {failed.Exception.Message}");
        }

        if (context.NewState is SucceededState or DeletedState or FailedState or ScheduledState)
        {
            underWay.TryRemove(context.BackgroundJob.Id, out _);
            Interlocked.Exchange(ref changed, NewSignal()).SetResult();
        }
    }

    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
    }

    /// <summary>Waits until no job of this process is under way.</summary>
    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var signal = Volatile.Read(ref changed).Task;
            if (underWay.IsEmpty)
            {
                return;
            }

            await signal.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Adds <see cref="JobActivity"/> to the job filters that hold anyway.</summary>
internal sealed class WatchedJobFilters(JobActivity activity) : IJobFilterProvider
{
    public IEnumerable<JobFilter> GetFilters(Job job) =>
        JobFilterProviders.Providers.GetFilters(job).Append(new JobFilter(activity, JobFilterScope.Global, null));
}
