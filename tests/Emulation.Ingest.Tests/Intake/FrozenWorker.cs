using Emulation.Plan;

namespace Emulation.Ingest.Tests.Intake;

/// <summary>A worker that stops at a fail point as a frozen or killed process would, and goes on only when woken.</summary>
internal sealed class FrozenWorker(string place) : IDisposable
{
    private readonly TaskCompletionSource frozen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim awake = new(false);
    private int reached;

    /// <summary>Done when the worker stands still.</summary>
    public Task IsFrozen => frozen.Task;

    public Task Run(Func<Task> work)
    {
        FailPoint.Armed = Freeze;
        var running = Task.Run(work);
        FailPoint.Armed = null;
        return running;
    }

    public void Wake() => awake.Set();

    public void Dispose()
    {
        awake.Set();
        awake.Dispose();
    }

    private void Freeze(string name)
    {
        if (name == place && Interlocked.Exchange(ref reached, 1) == 0)
        {
            frozen.SetResult();
            awake.Wait();
        }
    }
}
