using Emulation.Ingest.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Ingest.Intake;

/// <summary>Keeps the leases of a batch alive while it is worked on.</summary>
/// <remarks>Losing a lease is no danger: every effect checks it. Renewing only spares the work of doing it twice.</remarks>
public sealed class BatchLease : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task renewal;

    public BatchLease(LeaseStore leases, IReadOnlyList<Claim> claims, TimeSpan every, ILogger log) =>
        renewal = RenewAsync(leases, claims, every, log, stop.Token);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await renewal;
        stop.Dispose();
    }

    private static async Task RenewAsync(LeaseStore leases, IReadOnlyList<Claim> claims, TimeSpan every, ILogger log, CancellationToken stopped)
    {
        try
        {
            // Leases run by the database's clock, which is real time whatever clock the host works by.
            for (; ; await leases.RenewAsync(claims, stopped))
            {
                await Task.Delay(every, TimeProvider.System, stopped);
            }
        }
        catch (OperationCanceledException)
        {
            // The batch is done.
        }
        catch (System.Data.Common.DbException exception)
        {
            log.LogWarning(exception, "The leases of {Count} files could not be renewed", claims.Count);
        }
    }
}
