using Emulation.Reports.Auditing;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Reports.Storage;

/// <summary>An audit entry as listed.</summary>
/// <param name="Number">Null while it waits for the chain.</param>
public sealed record ListedAuditEntry(long? Number, AuditEntry Entry);

/// <summary>Reads and seals the audit chain. Entries are written by triggers, in the transaction of each change.</summary>
public sealed class AuditStore(NpgsqlDataSource dataSource)
{
    private const int BatchSize = 5000;

    /// <summary>Takes what waits into the chain.</summary>
    /// <returns>The last link; null while nothing was ever recorded.</returns>
    public async Task<AuditHead?> SealAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await ReportSql.IdAsync(connection, "seal_audit", cancellationToken);
        return (await ReportSql.ListAsync(
            connection, "find_audit_head", reader => new AuditHead(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)), cancellationToken)).SingleOrDefault();
    }

    /// <summary>Every link, in order.</summary>
    public async IAsyncEnumerable<AuditLink> LinksAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var after = 0L;
        List<AuditLink> links;
        do
        {
            links = await ReportSql.ListAsync(connection, "list_audit_links", Link, cancellationToken, new("after", after), new("limit", BatchSize));
            foreach (var link in links)
            {
                yield return link;
                after = link.Number;
            }
        }
        while (links.Count == BatchSize);
    }

    /// <summary>Ids of entries that somebody kept out of the chain.</summary>
    public async Task<IReadOnlyList<long>> UnchainedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(connection, "list_unchained_audit", reader => reader.GetInt64(0), cancellationToken);
    }

    /// <summary>Decisions that are not as their entries say, one sentence each.</summary>
    public async Task<IReadOnlyList<string>> AlteredDecisionsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_altered_decisions", reader => FormattableString.Invariant($"{reader.GetString(0)} {reader.GetInt64(1)} {FateOf(reader.GetString(2))}"), cancellationToken);
    }

    /// <summary>The newest entries, the newest first.</summary>
    /// <param name="kind">Null for all.</param>
    public async Task<IReadOnlyList<ListedAuditEntry>> ListAsync(string? kind, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_audit_entries",
            reader => new ListedAuditEntry(
                reader.IsDBNull(1) ? null : reader.GetInt64(1),
                new AuditEntry(reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), [], Text(reader, 6))),
            cancellationToken, ReportSql.Text("kind", kind), new("limit", NpgsqlDbType.Integer) { Value = limit });
    }

    private static string FateOf(string fate) => fate switch
    {
        "added" => "has no entry in the audit log: it was put in behind its back",
        "removed" => "is gone: it was removed after it was recorded",
        _ => "is not what was recorded: it was altered",
    };

    private static AuditLink Link(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetInt64(1),
        reader.IsDBNull(2)
            ? null
            : new AuditEntry(
                reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetFieldValue<byte[]>(6), Text(reader, 7)),
        reader.IsDBNull(8) ? null : reader.GetFieldValue<byte[]>(8),
        reader.GetFieldValue<byte[]>(9));

    private static string? Text(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
}
