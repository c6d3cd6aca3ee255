using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>A mail that stopped and needs a person.</summary>
public sealed record StoppedMail(long DeliveryId, string State, int Attempts, string Subject, string Address, string? Answer);

/// <summary>A report that nobody released though its send time has passed.</summary>
public sealed record WaitingReport(long ReportId, string Subject, DateTimeOffset SendAt);

/// <summary>What the owner has not been told yet.</summary>
public sealed class StoppedMailStore(NpgsqlDataSource dataSource)
{
    public async Task<IReadOnlyList<StoppedMail>> MailsAsync(int most, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_mails_to_tell",
            reader => new StoppedMail(
                reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2), reader.GetString(3), reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5)),
            cancellationToken, new NpgsqlParameter("limit", most));
    }

    public async Task<IReadOnlyList<WaitingReport>> ReportsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_reports_to_tell", reader => new WaitingReport(reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2)),
            cancellationToken, ReportSql.Instant("now", now));
    }

    public async Task MarkAsync(IReadOnlyList<StoppedMail> mails, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mails);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await ReportSql.ListAsync(
            connection, "mark_mails_told", reader => reader.GetInt64(0), cancellationToken,
            new NpgsqlParameter("delivery_ids", mails.Select(mail => mail.DeliveryId).ToArray()));
    }

    public async Task MarkAsync(WaitingReport report, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await ReportSql.IdAsync(connection, "mark_report_told", cancellationToken, new("report_id", report.ReportId), ReportSql.Instant("now", now));
    }
}
