using Emulation.Plan.Storage;
using Emulation.Reports.Delivery;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>Something the owner must know of: what it is about, what happened, what was said, what to do.</summary>
/// <param name="Fault">What the last attempt said; null if there is nothing to quote.</param>
public sealed record OwnerNotice(string Title, string Detail, string? Fault, string Cure);

/// <summary>Queues a mail to the owner about what did not happen. The same key is queued once.</summary>
public sealed class TellOwner(CurrentPlan plans, DeliveryStore deliveries, MailRenderer renderer, TimeProvider clock)
{
    /// <summary>The mail, worded and not queued.</summary>
    /// <param name="address">Null: the plan's own address.</param>
    public async Task<NewDelivery> WordAsync(string key, string? address, IReadOnlyList<OwnerNotice> notices, CancellationToken cancellationToken)
    {
        var issuer = (await plans.GetAsync(cancellationToken)).Plan.Issuer;
        return await OwnerMails.OfAsync(renderer, issuer, key, address ?? issuer.MailAddress, notices);
    }

    /// <param name="address">Null: the plan's own address.</param>
    /// <returns>1 if the mail is new, 0 if it was queued before.</returns>
    public async Task<int> RunAsync(string key, string? address, IReadOnlyList<OwnerNotice> notices, CancellationToken cancellationToken)
    {
        return await deliveries.QueueAsync([await WordAsync(key, address, notices, cancellationToken)], clock.GetUtcNow(), cancellationToken);
    }
}
