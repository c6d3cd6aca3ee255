using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>What a person decides about a mail that did not simply arrive.</summary>
public enum DeliveryDecision
{
    /// <summary>Hand it over (again), with the same message id: for held, refused, bounced and uncertain mails.</summary>
    Send,

    /// <summary>It did arrive: for uncertain mails.</summary>
    Arrived,

    /// <summary>It came back: for accepted and uncertain mails.</summary>
    Bounced,
}

/// <summary>A mail as the person saw it who decides about it.</summary>
public sealed record SeenDelivery(string State, int Attempts);

/// <summary>Carries out a person's decision about a delivery and writes down who took it and why.</summary>
public sealed class DecideDelivery(DeliveryStore deliveries, TimeProvider clock, ILogger<DecideDelivery> log)
{
    /// <returns>False if the mail is in no state to which the decision applies; nothing was changed then.</returns>
    /// <exception cref="ArgumentException">Reason or person is missing.</exception>
    public Task<bool> RunAsync(long deliveryId, DeliveryDecision decision, string reason, string decidedBy, CancellationToken cancellationToken) =>
        RunAsync(deliveryId, decision, reason, decidedBy, seen: null, cancellationToken);

    /// <param name="seen">Null to decide without having looked.</param>
    /// <returns>False if the mail is in no state to which the decision applies, or no longer as it was seen; nothing was changed then.</returns>
    /// <exception cref="ArgumentException">Reason or person is missing.</exception>
    public async Task<bool> RunAsync(
        long deliveryId, DeliveryDecision decision, string reason, string decidedBy, SeenDelivery? seen, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(decidedBy);
        var (states, to) = Change(decision);
        var from = seen is null ? states : [.. states.Intersect([seen.State], StringComparer.Ordinal)];
        var isDecided = await deliveries.DecideAsync(deliveryId, from, seen?.Attempts, to, reason, decidedBy, clock.GetUtcNow(), cancellationToken);
        log.LogInformation("Delivery {DeliveryId}: decision {Decision}, carried out: {IsDecided}", deliveryId, decision, isDecided);
        return isDecided;
    }

    private static (string[] From, string To) Change(DeliveryDecision decision) => decision switch
    {
        DeliveryDecision.Send => (["held", "refused", "bounced", "uncertain"], "queued"),
        DeliveryDecision.Arrived => (["uncertain"], "accepted"),
        DeliveryDecision.Bounced => (["accepted", "uncertain"], "bounced"),
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };
}
