using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>What persons decide about the mails of a report: hold, release, send again. Each decision and what it changes are one transaction.</summary>
public sealed class ReleaseStore(NpgsqlDataSource dataSource)
{
    /// <returns>Mails now held; null if there is no such report.</returns>
    public Task<int?> HoldAsync(long reportId, string reason, string decidedBy, DateTimeOffset now, CancellationToken cancellationToken) =>
        DecideAsync(
            new("hold", reportId, reason, decidedBy, now), "hold_report", cancellationToken,
            new("report_id", reportId), new("reason", reason), new("decided_by", decidedBy), ReportSql.Instant("now", now));

    /// <returns>Mails that may now go; null if there is no such report.</returns>
    public Task<int?> ReleaseAsync(long reportId, string decidedBy, DateTimeOffset now, CancellationToken cancellationToken) =>
        DecideAsync(
            new("release", reportId, null, decidedBy, now), "release_report", cancellationToken,
            new("report_id", reportId), new("decided_by", decidedBy), ReportSql.Instant("now", now));

    /// <param name="recipient">Code of a recipient, or an address.</param>
    /// <returns>Mails queued once more; 0 if the report has no mail to that recipient; null if there is no such report.</returns>
    public Task<int?> ResendAsync(long reportId, string recipient, string reason, string decidedBy, DateTimeOffset now, CancellationToken cancellationToken) =>
        DecideAsync(
            new("resend", reportId, $"{recipient}: {reason}", decidedBy, now), "insert_resent_deliveries", cancellationToken,
            new("report_id", reportId), new("recipient", recipient), ReportSql.Instant("now", now));

    /// <summary>How many mails of the report are in each state.</summary>
    public async Task<IReadOnlyList<(string State, int Mails)>> CountAsync(long reportId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "count_report_mails", reader => (reader.GetString(0), reader.GetInt32(1)), cancellationToken, new NpgsqlParameter("report_id", reportId));
    }

    /// <summary>The newest edition that replaced the report; null if it stands.</summary>
    public async Task<long?> NewerEditionAsync(long reportId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.IdAsync(connection, "find_newer_edition", cancellationToken, new NpgsqlParameter("report_id", reportId));
    }

    private async Task<int?> DecideAsync(Decision decision, string change, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var id = await ReportSql.IdAsync(
            connection, "insert_report_decision", cancellationToken,
            new("report_id", decision.ReportId), new("decision", decision.Name), ReportSql.Text("reason", decision.Reason),
            new("decided_by", decision.DecidedBy), ReportSql.Instant("now", decision.At));
        if (id is null)
        {
            return null;
        }

        var changed = await ReportSql.ListAsync(connection, change, reader => reader.GetInt64(0), cancellationToken, parameters);
        if (changed.Count > 0 || decision.Name != "resend")
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return changed.Count;
    }

    private sealed record Decision(string Name, long ReportId, string? Reason, string DecidedBy, DateTimeOffset At);
}
