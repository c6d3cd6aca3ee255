using System.Globalization;
using Emulation.Ingest.Intake;
using Emulation.Plan.Storage;
using Npgsql;

namespace Emulation.Ingest.Storage;

/// <summary>The room's statements, and the few habits of calling them.</summary>
internal static class IngestSql
{
    private static readonly SqlText Texts = new(typeof(IngestSql).Assembly);

    public static NpgsqlCommand Query(this NpgsqlDataSource database, string name, params ReadOnlySpan<NpgsqlParameter> parameters) =>
        Fill(database.CreateCommand(Texts.Get(name)), parameters);

    public static NpgsqlCommand Query(this NpgsqlConnection connection, string name, params ReadOnlySpan<NpgsqlParameter> parameters) =>
        Fill(new NpgsqlCommand(Texts.Get(name), connection), parameters);

    public static NpgsqlParameter With<T>(string name, T value) => new NpgsqlParameter<T>(name, value);

    public static async Task<List<T>> ReadAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> map, CancellationToken cancellationToken)
    {
        await using var owned = command;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    public static async Task<int> RunAsync(this NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var owned = command;
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static string ToName(this SubmissionState state) => state.ToString().ToLowerInvariant();

    public static SubmissionState StateOf(string name) => Enum.Parse<SubmissionState>(name, ignoreCase: true);

    public static DateTimeOffset Instant(this NpgsqlDataReader reader, int column) => reader.GetFieldValue<DateTimeOffset>(column);

    private static NpgsqlCommand Fill(NpgsqlCommand command, ReadOnlySpan<NpgsqlParameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
