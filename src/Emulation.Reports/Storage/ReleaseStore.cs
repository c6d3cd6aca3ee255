using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>What persons decide about the mails of a report: hold, release, send again. Each decision and what it changes are one transaction.</summary>
public sealed class ReleaseStore(NpgsqlDataSource dataSource)
{
    /// <returns>Mails now held; null if there is no such report.</returns>
    public Task<DecidedMails?> HoldAsync(ReportWord word, CancellationToken cancellationToken) => DecideAsync("hold", word, null, cancellationToken);

    /// <returns>Mails that may now go; null if there is no such report.</returns>
    public Task<DecidedMails?> ReleaseAsync(ReportWord word, CancellationToken cancellationToken) => DecideAsync("release", word, null, cancellationToken);

    /// <param name="recipients">Each the code of a recipient, or an address.</param>
    /// <returns>Mails queued once more, nothing if one of them was never mailed the report; null if there is no such report.</returns>
    public Task<DecidedMails?> ResendAsync(ReportWord word, IReadOnlyList<string> recipients, CancellationToken cancellationToken) =>
        DecideAsync("resend", word, recipients, cancellationToken);

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

    private async Task<DecidedMails?> DecideAsync(string decision, ReportWord word, IReadOnlyList<string>? recipients, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await IsOvertakenAsync(connection, word, cancellationToken))
        {
            return DecidedMails.Overtaken;
        }

        var changed = 0;
        foreach (var recipient in recipients ?? [""])
        {
            var reason = recipients is null ? word.Reason : $"{recipient}: {word.Reason}";
            if (await AddAsync(connection, decision, word with { Reason = reason }, cancellationToken) is null)
            {
                return null;
            }

            var mails = await ChangeAsync(connection, decision, word, recipient, cancellationToken);
            if (mails == 0 && recipients is not null)
            {
                return new DecidedMails(0, WasOvertaken: false, Unknown: recipient);
            }

            changed += mails;
        }

        await transaction.CommitAsync(cancellationToken);
        return new DecidedMails(changed, WasOvertaken: false, Unknown: null);
    }

    private static async Task<bool> IsOvertakenAsync(NpgsqlConnection connection, ReportWord word, CancellationToken cancellationToken)
    {
        await ReportSql.ListAsync(connection, "lock_report_decisions", _ => true, cancellationToken, new NpgsqlParameter("report_id", word.ReportId));
        return word.Seen is { } seen
            && (await ReportSql.IdAsync(connection, "find_newest_report_decision", cancellationToken, new NpgsqlParameter("report_id", word.ReportId)) ?? 0) != seen;
    }

    private static Task<long?> AddAsync(NpgsqlConnection connection, string decision, ReportWord word, CancellationToken cancellationToken) => ReportSql.IdAsync(
        connection, "insert_report_decision", cancellationToken,
        new("report_id", word.ReportId), new("decision", decision), ReportSql.Text("reason", decision == "release" ? null : word.Reason),
        new("decided_by", word.By), ReportSql.Instant("now", word.At));

    private static async Task<int> ChangeAsync(NpgsqlConnection connection, string decision, ReportWord word, string recipient, CancellationToken cancellationToken)
    {
        var (report, by, at) = (new NpgsqlParameter("report_id", word.ReportId), new NpgsqlParameter("decided_by", word.By), ReportSql.Instant("now", word.At));
        (string Statement, NpgsqlParameter[] Values) change = decision switch
        {
            "hold" => ("hold_report", [report, ReportSql.Text("reason", word.Reason), by, at]),
            "release" => ("release_report", [report, by, at]),
            _ => ("insert_resent_deliveries", [report, new("recipient", recipient), at]),
        };
        return (await ReportSql.ListAsync(connection, change.Statement, reader => reader.GetInt64(0), cancellationToken, change.Values)).Count;
    }
}

/// <summary>A person's word about the mails of a report.</summary>
/// <param name="Reason">Null for a release.</param>
/// <param name="Seen">The newest decision about the report the person has seen, 0 for none; null to decide whatever others decided meanwhile.</param>
public sealed record ReportWord(long ReportId, string? Reason, string By, DateTimeOffset At, long? Seen);

/// <summary>What a word changed.</summary>
/// <param name="WasOvertaken">True if somebody decided since the person looked; nothing was changed then.</param>
/// <param name="Unknown">The recipient who was never mailed the report, for whose sake nothing was changed; null otherwise.</param>
public sealed record DecidedMails(int Changed, bool WasOvertaken, string? Unknown)
{
    internal static DecidedMails Overtaken { get; } = new(0, WasOvertaken: true, Unknown: null);
}
