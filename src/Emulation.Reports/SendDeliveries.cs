using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports.Delivery;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Emulation.Reports;

/// <summary>What one drain did, in mails.</summary>
/// <param name="Later">Queued again for a later attempt.</param>
/// <param name="Uncertain">May have been accepted; a person decides.</param>
public sealed record DrainedDeliveries(int Accepted, int Later, int Refused, int Held, int Uncertain)
{
    public int Total => Accepted + Later + Refused + Held + Uncertain;

    internal static DrainedDeliveries None { get; } = new(0, 0, 0, 0, 0);

    internal DrainedDeliveries Add(string state) => state switch
    {
        "accepted" => this with { Accepted = Accepted + 1 },
        "queued" => this with { Later = Later + 1 },
        "refused" => this with { Refused = Refused + 1 },
        "held" => this with { Held = Held + 1 },
        _ => this with { Uncertain = Uncertain + 1 },
    };

    internal DrainedDeliveries Add(DrainedDeliveries other) =>
        new(Accepted + other.Accepted, Later + other.Later, Refused + other.Refused, Held + other.Held, Uncertain + other.Uncertain);
}

/// <summary>Hands over every mail that waits. Safe to run twice, at once, and to be killed anywhere: no mail is handed over twice without a person's decision.</summary>
/// <remarks>docs/adr/0007-delivery.md: "sending" is committed before the hand-over; what was interrupted there is asked of the transport, and uncertain if it cannot say.</remarks>
public sealed class SendDeliveries(
    CurrentPlan plans,
    DeliveryStore deliveries,
    IMailTransport transport,
    AddressPolicy policy,
    TimeProvider clock,
    IOptions<DeliveryOptions> options,
    ILogger<SendDeliveries> log)
{
    private readonly DeliveryOptions settings = options.Value;

    public async Task<DrainedDeliveries> DrainAsync(CancellationToken cancellationToken)
    {
        var zone = await plans.ZoneAsync(cancellationToken);
        await using var sender = await deliveries.EnterAsync(cancellationToken);
        var recovered = await RecoverAsync(sender, zone, cancellationToken);
        var hours = await MailHoursAsync(cancellationToken);
        using var unreachable = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var handed = await Task.WhenAll(Enumerable.Range(0, settings.Parallel).Select(_ => HandOverAllAsync(sender, zone, hours, unreachable, cancellationToken)));
        var all = handed.Aggregate(recovered, (sum, one) => sum.Add(one));
        if (all.Total > 0)
        {
            log.LogInformation(
                "Deliveries: {Accepted} accepted, {Later} later, {Refused} refused, {Held} held, {Uncertain} uncertain",
                all.Accepted, all.Later, all.Refused, all.Held, all.Uncertain);
        }

        return all;
    }

    /// <summary>The plan with its mail hours if a mail waits that keeps to them; such mails wait for the morning if it is night.</summary>
    private async Task<EmulationPlan?> MailHoursAsync(CancellationToken cancellationToken)
    {
        if (!await deliveries.HasMailOfHoursAsync(cancellationToken))
        {
            return null;
        }

        var plan = (await plans.GetAsync(cancellationToken)).Plan;
        if (MailHours.NextOpening(plan, clock.GetUtcNow()) is { } opening)
        {
            await deliveries.WaitForHoursAsync(clock.GetUtcNow(), opening, cancellationToken);
        }

        return plan;
    }

    private Task<ClaimedDelivery?> ClaimAsync(DeliverySender sender, EmulationPlan? hours, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var inHours = hours is not null && MailHours.NextOpening(hours, now) is null;
        return deliveries.ClaimAsync(sender, transport.Name, now, settings.Server.Longest, settings.MailsPerMinute, inHours, cancellationToken);
    }

    /// <summary>Settles what a dead sender left behind by asking the transport that had it.</summary>
    private async Task<DrainedDeliveries> RecoverAsync(DeliverySender sender, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var done = DrainedDeliveries.None;
        while (await deliveries.ClaimInterruptedAsync(sender, settings.Server.Longest, cancellationToken) is { } claimed)
        {
            FailPoint.Reach("delivery-taken-over");
            var accepted = claimed.Transport == transport.Name
                ? await transport.WasAcceptedAsync(MailOf(claimed, zone, []).Key, cancellationToken)
                : null;
            var settlement = Settlement.OfInterrupted(accepted, clock.GetUtcNow());
            done = await SettleAsync(claimed, settlement) ? done.Add(settlement.State) : done;
            FailPoint.Reach("delivery-recovered");
        }

        return done;
    }

    /// <summary>One hand-over after the other until nothing waits or the other side cannot be reached.</summary>
    private async Task<DrainedDeliveries> HandOverAllAsync(
        DeliverySender sender, TimeZoneInfo zone, EmulationPlan? hours, CancellationTokenSource unreachable, CancellationToken cancellationToken)
    {
        var done = DrainedDeliveries.None;
        await using var session = transport.Open();
        while (!unreachable.IsCancellationRequested
            && await ClaimAsync(sender, hours, cancellationToken) is { } claimed)
        {
            FailPoint.Reach("delivery-sending");
            var settlement = await HandOverAsync(session, claimed, zone, cancellationToken);
            FailPoint.Reach("delivery-handed-over");
            done = await SettleAsync(claimed, settlement) ? done.Add(settlement.State) : done;
            FailPoint.Reach("delivery-settled");
            if (settlement.IsUnreachable)
            {
                await unreachable.CancelAsync();
            }
        }

        return done;
    }

    private async Task<Settlement> HandOverAsync(IMailSession session, ClaimedDelivery claimed, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        if (policy.Check(claimed.Address) is { } hold)
        {
            return new Settlement(hold.State, hold.Reason, null);
        }

        var files = await deliveries.FilesAsync(claimed, CancellationToken.None);
        var mail = MailOf(claimed, zone, files) with { FilesAt = FilesAt(claimed) };
        var answer = await session.SendAsync(mail, cancellationToken);
        return Settlement.Of(answer, claimed.Attempts, settings.Attempts, clock.GetUtcNow());
    }

    // Not cancelled: what became of a mail must be written down, or it would count as interrupted.
    private async Task<bool> SettleAsync(ClaimedDelivery claimed, Settlement settlement)
    {
        var isOurs = await deliveries.SettleAsync(
            claimed, settlement.State, settlement.Answer, settlement.NextAttemptAt, clock.GetUtcNow(), CancellationToken.None);
        if (!isOurs)
        {
            log.LogWarning("Delivery {DeliveryId}: the lease was lost before it could be settled as {State}", claimed.DeliveryId, settlement.State);
        }
        else if (settlement.State is not "accepted")
        {
            log.LogWarning("Delivery {DeliveryId} is {State} after attempt {Attempt}: {Answer}", claimed.DeliveryId, settlement.State, claimed.Attempts, settlement.Answer);
        }

        return isOurs;
    }

    private string? FilesAt(ClaimedDelivery claimed) => settings.FilesAt is { } page && claimed.ReportId is { } reportId
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{page.TrimEnd('/')}/bao-cao/{reportId}")
        : null;

    private static OutgoingMail MailOf(ClaimedDelivery claimed, TimeZoneInfo zone, IReadOnlyList<MailFile> files) => new(
        claimed.MessageId,
        claimed.SenderName,
        claimed.SenderAddress,
        claimed.Address,
        claimed.Subject,
        claimed.Text,
        claimed.Html,
        TimeZoneInfo.ConvertTime(claimed.CreatedAt, zone),
        files);
}
