using Emulation.Plan.Storage;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>The statements of reports and deliveries as commands on a connection.</summary>
internal static class ReportSql
{
    private static readonly SqlText Statements = new(typeof(ReportSql).Assembly);

    public static async Task<List<T>> ListAsync<T>(
        NpgsqlConnection connection, string name, Func<NpgsqlDataReader, T> map, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(Statements.Get(name), connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    /// <summary>The first column of the only row; null if there is none.</summary>
    public static async Task<long?> IdAsync(
        NpgsqlConnection connection, string name, CancellationToken cancellationToken, params NpgsqlParameter[] parameters) =>
        (await ListAsync(connection, name, reader => (long?)reader.GetInt64(0), cancellationToken, parameters)).SingleOrDefault();

    /// <summary>A parameter of text that may be null.</summary>
    public static NpgsqlParameter Text(string name, string? value) =>
        new(name, NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value };

    public static NpgsqlParameter Instant(string name, DateTimeOffset? value) =>
        new(name, NpgsqlTypes.NpgsqlDbType.TimestampTz) { Value = value is { } at ? at.ToUniversalTime() : DBNull.Value };
}
