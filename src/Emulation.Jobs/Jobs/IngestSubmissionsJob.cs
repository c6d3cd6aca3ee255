using Emulation.Ingest;
using Hangfire;

namespace Emulation.Jobs.Jobs;

/// <summary>Ingests waiting files until none is left. Safe to run twice and at once: every file is claimed under a lease, its effects are fenced.</summary>
public sealed class IngestSubmissionsJob(IngestSubmissions ingest)
{
    [Queue(Queues.Ingest)]
    public Task ExecuteAsync(CancellationToken cancellationToken) => ingest.DrainAsync(cancellationToken);
}
