using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>The times in which we took no files.</summary>
public sealed class OutageStore(NpgsqlDataSource dataSource)
{
    /// <summary>As known at that instant, in order of time.</summary>
    public async Task<IReadOnlyList<Outage>> ListAsync(DateTimeOffset knownAt, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ListAsync(connection, knownAt, cancellationToken);
    }

    internal static Task<List<Outage>> ListAsync(NpgsqlConnection connection, DateTimeOffset knownAt, CancellationToken cancellationToken) => ReportSql.ListAsync(
        connection, "list_outages_before", reader => new Outage(reader.GetFieldValue<DateTimeOffset>(0), reader.ValueOrNull<DateTimeOffset>(1)),
        cancellationToken, ReportSql.Instant("known_at", knownAt));
}
