using Emulation.Plan.Storage;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>The statements of runs and closings, as commands inside a transaction.</summary>
internal static class RunSql
{
    private static readonly SqlText Texts = new(typeof(RunSql).Assembly);

    public static NpgsqlCommand Command(NpgsqlTransaction transaction, string name, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(Texts.Get(name), transaction.Connection, transaction);
        command.Parameters.AddRange(parameters);
        return command;
    }

    public static async Task<int> ExecuteAsync(
        NpgsqlTransaction transaction, string name, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = Command(transaction, name, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<List<T>> ListAsync<T>(
        NpgsqlTransaction transaction, string name, Func<NpgsqlDataReader, T> map, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = Command(transaction, name, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(map(reader));
        }
        return rows;
    }

    /// <summary>The column's value; null for SQL null.</summary>
    public static T? ValueOrNull<T>(this NpgsqlDataReader reader, int column)
        where T : struct => reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);
}
