using Emulation.Plan;
using Emulation.Reports.Delivery;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>The ledger of deliveries: who may hand over what, and what became of it.</summary>
public sealed class DeliveryStore(NpgsqlDataSource dataSource)
{
    /// <summary>Queues mails that belong to no report; those queued before are left as they are.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> QueueAsync(IReadOnlyList<NewDelivery> deliveries, DateTimeOffset createdAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var queued = 0;
        foreach (var delivery in deliveries)
        {
            queued += await DeliveryRows.InsertAsync(connection, null, delivery, createdAt, cancellationToken) ? 1 : 0;
        }

        await transaction.CommitAsync(cancellationToken);
        return queued;
    }

    /// <summary>A sender's mark of life, held until it is disposed.</summary>
    public Task<DeliverySender> EnterAsync(CancellationToken cancellationToken) => DeliverySender.TakeAsync(dataSource, cancellationToken);

    /// <summary>Claims the next waiting mail and commits it as being sent; null if none waits.</summary>
    /// <param name="perMinute">Mails that may be handed over in any minute; null: no limit.</param>
    /// <param name="inHours">Whether mails that keep to the mail hours may go now.</param>
    public async Task<ClaimedDelivery?> ClaimAsync(
        DeliverySender sender, string transport, DateTimeOffset now, TimeSpan lease, int? perMinute, bool inHours, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sender);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = perMinute is null ? null : await connection.BeginTransactionAsync(cancellationToken);
        if (transaction is not null)
        {
            await ReportSql.ListAsync(connection, "lock_delivery_pace", reader => reader.GetBoolean(0), cancellationToken);
        }

        var claimed = await ReportSql.ListAsync(
            connection, "claim_delivery", DeliveryRows.MapClaimed, cancellationToken,
            ReportSql.Instant("now", now), new("owner", sender.Name), new("lease", lease), new("transport", transport),
            new("per_minute", NpgsqlTypes.NpgsqlDbType.Integer) { Value = (object?)perMinute ?? DBNull.Value }, new("in_hours", inHours));
        await (transaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
        return claimed.SingleOrDefault();
    }

    /// <summary>True if a mail that keeps to the mail hours waits.</summary>
    public async Task<bool> HasMailOfHoursAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return (await ReportSql.ListAsync(connection, "has_mail_of_hours", reader => reader.GetBoolean(0), cancellationToken)).Single();
    }

    /// <summary>Lets the mails that keep to the mail hours, and would go now, wait until they begin.</summary>
    public async Task WaitForHoursAsync(DateTimeOffset now, DateTimeOffset opening, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await ReportSql.ListAsync(
            connection, "wait_for_mail_hours", reader => reader.GetInt64(0), cancellationToken, ReportSql.Instant("now", now), ReportSql.Instant("opening", opening));
    }

    /// <summary>The newest score card mailed to each unit and address for a period; of each unit the newest first.</summary>
    /// <param name="prefix">Of the keys of that period.</param>
    public async Task<IReadOnlyList<SentCard>> SentCardsAsync(string prefix, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_sent_cards",
            reader => new SentCard(new UnitCode(reader.GetString(0)), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3)),
            cancellationToken, new NpgsqlParameter("prefix", prefix));
    }

    /// <summary>Takes over the next mail whose sender died while sending; null if there is none.</summary>
    public async Task<ClaimedDelivery?> ClaimInterruptedAsync(DeliverySender sender, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sender);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var claimed = await ReportSql.ListAsync(
            connection, "claim_interrupted_delivery", DeliveryRows.MapClaimed, cancellationToken,
            new("owner", sender.Name), new("lease", lease), new("lock_class", (long)DeliverySender.LockClass));
        return claimed.SingleOrDefault();
    }

    /// <summary>Writes down what became of a claimed mail.</summary>
    /// <param name="nextAttemptAt">When it is tried again; null unless the state is queued.</param>
    /// <returns>False if the lease was lost: another sender decides.</returns>
    public async Task<bool> SettleAsync(
        ClaimedDelivery claimed, string state, string answer, DateTimeOffset? nextAttemptAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var id = await ReportSql.IdAsync(
            connection, "settle_delivery", cancellationToken,
            new("delivery_id", claimed.DeliveryId), new("lease_number", claimed.LeaseNumber), new("state", state), new("answer", answer),
            ReportSql.Instant("next_attempt_at", nextAttemptAt), ReportSql.Instant("now", now));
        return id is not null;
    }

    /// <summary>Writes down a person's decision.</summary>
    /// <param name="attempts">How many attempts the person has seen; null to decide without having looked.</param>
    /// <returns>False if the mail is in none of <paramref name="fromStates"/>, or was tried again since.</returns>
    public async Task<bool> DecideAsync(
        long deliveryId, IReadOnlyList<string> fromStates, int? attempts, string state, string reason, string decidedBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fromStates);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var id = await ReportSql.IdAsync(
            connection, "decide_delivery", cancellationToken,
            new("delivery_id", deliveryId), new("from_states", fromStates.ToArray()), new("attempts", NpgsqlTypes.NpgsqlDbType.Integer) { Value = (object?)attempts ?? DBNull.Value },
            new("state", state), new("reason", reason), new("decided_by", decidedBy), ReportSql.Instant("now", now));
        return id is not null;
    }

    /// <summary>What goes with a mail, as it was made: attachments and the pictures of the HTML body.</summary>
    public async Task<IReadOnlyList<MailFile>> FilesAsync(ClaimedDelivery claimed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_mail_files",
            reader => new MailFile(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2), reader.IsDBNull(3) ? null : reader.GetString(3)),
            cancellationToken, new("delivery_id", claimed.DeliveryId), new("report_id", NpgsqlTypes.NpgsqlDbType.Bigint) { Value = (object?)claimed.ReportId ?? DBNull.Value });
    }
}
