using Emulation.Jobs.Looks;
using Hangfire;

namespace Emulation.Jobs.Jobs;

/// <summary>Computes a period again for the page of the register. Safe to run twice: the row says whether it is over.</summary>
public sealed class LookAgainJob(LookAgain look)
{
    [Queue(Queues.Schedule)]
    public Task ExecuteAsync(long number, CancellationToken cancellationToken) => look.RunAsync(number, cancellationToken);
}
