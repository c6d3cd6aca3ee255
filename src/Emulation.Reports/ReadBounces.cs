using Emulation.Plan;
using Emulation.Reports.Delivery;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>What one look into the bounce mailbox found, in mails.</summary>
/// <param name="Bounced">Mails of ours that are now known to have come back.</param>
/// <param name="Others">Mails that are no bounce of ours; left as they are.</param>
public sealed record ReadMailbox(int Bounced, int Others);

/// <summary>Finds mails of ours that came back. Safe to run twice and to be killed anywhere: how far it read is kept with what it found, and a notification counts once.</summary>
/// <remarks>docs/adr/0023-hold-release-bounces.md. A notification changes nothing but the state of the mail it names; no mail is sent because of one.</remarks>
public sealed class ReadBounces(BounceMailbox mailbox, BounceStore store, TimeProvider clock, ILogger<ReadBounces> log)
{
    private const int MostAtOnce = 500;

    /// <exception cref="IOException">The mailbox cannot be reached or does not let us in.</exception>
    public async Task<ReadMailbox> RunAsync(CancellationToken cancellationToken)
    {
        var done = new ReadMailbox(0, 0);
        if (!mailbox.IsOn)
        {
            return done;
        }

        var look = await mailbox.LookAsync((name, validity) => store.LastUidAsync(name, validity, cancellationToken), MostAtOnce, cancellationToken);
        foreach (var item in look.Items)
        {
            var notice = item.Head is { } head ? BounceNotice.Of(head) : null;
            var outcome = await store.TakeAsync(look, item.Uid, notice, clock.GetUtcNow(), cancellationToken);
            if (outcome == BounceOutcome.StillSending)
            {
                // The notification came before our own server's answer was written down: next time.
                break;
            }

            FailPoint.Reach("bounce-taken");
            done = outcome == BounceOutcome.Bounced ? done with { Bounced = done.Bounced + 1 } : done with { Others = done.Others + 1 };
        }

        if (look.Items.Count > 0)
        {
            log.LogInformation("Bounce mailbox: {Bounced} mails came back, {Others} others left alone", done.Bounced, done.Others);
        }

        return done;
    }
}
