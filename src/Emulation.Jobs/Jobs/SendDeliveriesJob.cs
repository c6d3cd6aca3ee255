using Emulation.Reports;
using Hangfire;

namespace Emulation.Jobs.Jobs;

/// <summary>Sends queued mails until none is left. Safe to run twice and at once: a delivery is claimed before it is sent, and never sent again blindly.</summary>
public sealed class SendDeliveriesJob(SendDeliveries send)
{
    [Queue(Queues.Mail)]
    public Task ExecuteAsync(CancellationToken cancellationToken) => send.DrainAsync(cancellationToken);
}
