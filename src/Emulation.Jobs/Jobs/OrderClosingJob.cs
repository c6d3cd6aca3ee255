using Emulation.Jobs.Closings;
using Hangfire;

namespace Emulation.Jobs.Jobs;

/// <summary>Makes the check list of a wave, closes it or publishes its report, for the page of the wave. Safe to run twice: the row says whether it is over.</summary>
public sealed class OrderClosingJob(OrderClosing order)
{
    [Queue(Queues.Schedule)]
    public Task ExecuteAsync(long number, CancellationToken cancellationToken) => order.RunAsync(number, cancellationToken);
}
