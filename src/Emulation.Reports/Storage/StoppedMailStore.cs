using Emulation.Plan;
using Emulation.Reports.Delivery;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>A mail that stopped and needs a person.</summary>
public sealed record StoppedMail(long DeliveryId, string State, int Attempts, string Subject, string Address, string? Answer);

/// <summary>A report that nobody released though its send time has passed.</summary>
public sealed record WaitingReport(long ReportId, string Subject, DateTimeOffset SendAt);

/// <summary>What the owner has not been told yet.</summary>
public sealed class StoppedMailStore(NpgsqlDataSource dataSource)
{
    /// <summary>Words one mail about mails that stopped, queues it and marks them as told, all or nothing. Mails another is telling of are left to him.</summary>
    /// <returns>How many mails were told of.</returns>
    public async Task<int> TellAsync(
        int most, Func<IReadOnlyList<StoppedMail>, Task<NewDelivery>> word, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(word);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var mails = await ReportSql.ListAsync(
            connection, "list_mails_to_tell",
            reader => new StoppedMail(
                reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2), reader.GetString(3), reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5)),
            cancellationToken, new NpgsqlParameter("limit", most));
        if (mails.Count > 0)
        {
            await DeliveryRows.InsertAsync(connection, null, await word(mails), now, cancellationToken);
            FailPoint.Reach("stopped-mails-worded");
            await ReportSql.ListAsync(
                connection, "mark_mails_told", reader => reader.GetInt64(0), cancellationToken,
                new NpgsqlParameter("delivery_ids", mails.Select(mail => mail.DeliveryId).ToArray()));
            await transaction.CommitAsync(cancellationToken);
        }

        return mails.Count;
    }

    public async Task<IReadOnlyList<WaitingReport>> ReportsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_reports_to_tell", reader => new WaitingReport(reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2)),
            cancellationToken, ReportSql.Instant("now", now));
    }

    public async Task MarkAsync(WaitingReport report, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await ReportSql.IdAsync(connection, "mark_report_told", cancellationToken, new("report_id", report.ReportId), ReportSql.Instant("now", now));
    }
}
