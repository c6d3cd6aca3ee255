using Emulation.Reports.Delivery;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>What became of a mail of the bounce mailbox.</summary>
public enum BounceOutcome
{
    /// <summary>No bounce of a mail of ours, or one that changes nothing any more.</summary>
    Other,

    /// <summary>The mail it names is now known to have come back.</summary>
    Bounced,

    /// <summary>The mail it names is being sent: nothing was changed, look again later.</summary>
    StillSending,
}

/// <summary>Keeps what came back, and how far the mailbox was read, in one transaction a mail.</summary>
public sealed class BounceStore(NpgsqlDataSource dataSource)
{
    /// <summary>The last uid read of a mailbox of that validity; 0 if it was never read, or has new uids.</summary>
    public async Task<uint> LastUidAsync(string mailbox, uint uidValidity, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return (uint)(await ReportSql.IdAsync(
            connection, "find_bounce_uid", cancellationToken, new("mailbox", mailbox), new("uid_validity", (long)uidValidity)) ?? 0);
    }

    public async Task<BounceOutcome> TakeAsync(MailboxLook look, uint uid, BounceNotice? notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(look);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var outcome = notice is null ? BounceOutcome.Other : await ApplyAsync(connection, notice, now, cancellationToken);
        if (outcome == BounceOutcome.StillSending)
        {
            return outcome;
        }

        await ReportSql.IdAsync(
            connection, "keep_bounce_uid", cancellationToken,
            new("mailbox", look.Mailbox), new("uid_validity", (long)look.UidValidity), new("uid", (long)uid), ReportSql.Instant("now", now));
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private static async Task<BounceOutcome> ApplyAsync(NpgsqlConnection connection, BounceNotice notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await ReportSql.ListAsync(
            connection, "find_bounced_delivery", reader => (Id: reader.GetInt64(0), State: reader.GetString(1)), cancellationToken,
            new NpgsqlParameter("message_ids", notice.MessageIds.ToArray()));
        if (found.SingleOrDefault() is not { Id: > 0 } delivery)
        {
            return BounceOutcome.Other;
        }

        if (delivery.State == "sending")
        {
            return BounceOutcome.StillSending;
        }

        var changed = await ReportSql.IdAsync(
            connection, "take_bounce", cancellationToken,
            new("delivery_id", delivery.Id), new("notification_hash", notice.Hash), new("status", notice.Status), new("diagnostic", notice.Diagnostic),
            ReportSql.Instant("now", now));
        return changed is null ? BounceOutcome.Other : BounceOutcome.Bounced;
    }
}
