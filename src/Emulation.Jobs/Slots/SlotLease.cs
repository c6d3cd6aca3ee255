using System.Data.Common;
using Emulation.Jobs.Slots.Storage;

namespace Emulation.Jobs.Slots;

/// <summary>Keeps a slot's lease alive while its action runs, and cancels the action once another host has taken over.</summary>
/// <remarks>Runs by the machine's clock, as the lease does by the database's: a demo clock must not shorten it.</remarks>
internal sealed class SlotLease : IAsyncDisposable
{
    private readonly CancellationTokenSource stop;
    private readonly Task renewing;

    public SlotLease(ClaimedSlot slot, SlotStore store, TimeSpan lease, ILogger log, CancellationToken cancellationToken)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        renewing = RenewAsync(slot, store, lease, log);
    }

    /// <summary>Cancelled when the host stops or the lease is lost.</summary>
    public CancellationToken Token => stop.Token;

    public bool IsLost { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await renewing;
        stop.Dispose();
    }

    private async Task RenewAsync(ClaimedSlot slot, SlotStore store, TimeSpan lease, ILogger log)
    {
        try
        {
            while (!IsLost)
            {
                await Task.Delay(lease / 4, stop.Token);
                IsLost = !await TryRenewAsync(slot, store, lease, log);
            }

            log.LogWarning("Slot {Schedule} {SlotAt:u} was fenced: another host took it over", slot.Schedule, slot.SlotAt);
            await stop.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The action has ended, or the host is stopping.
        }
    }

    private async Task<bool> TryRenewAsync(ClaimedSlot slot, SlotStore store, TimeSpan lease, ILogger log)
    {
        try
        {
            return await store.RenewAsync(slot, lease, stop.Token);
        }
        catch (DbException exception)
        {
            // Not lost yet; if the database stays away, settling will be refused by the fencing number.
            log.LogWarning(exception, "Slot {Schedule} {SlotAt:u}: the lease could not be renewed", slot.Schedule, slot.SlotAt);
            return true;
        }
    }
}
