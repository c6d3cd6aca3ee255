using Emulation.Jobs.Looks;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Jobs.Pages.Storage;

/// <summary>The looks people asked for: one at a time of a period.</summary>
public sealed class LookStore(NpgsqlDataSource database)
{
    private static readonly SqlText Sql = new(typeof(LookStore).Assembly);

    /// <param name="seen">The newest look the page showed; 0 for none.</param>
    /// <returns>Its number; null if one of the period is under way, or came since.</returns>
    public async Task<long?> AskAsync(string planCode, int periodId, string askedBy, DateTimeOffset now, long seen, CancellationToken cancellationToken)
    {
        await using var command = Command("ask_register_look", ("plan_code", planCode), ("period_id", periodId), ("asked_by", askedBy), ("asked_at", now.UtcDateTime), ("seen", seen));
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    /// <returns>The period to compute; null if the look is over.</returns>
    public async Task<PeriodCode?> BeginAsync(long number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = Command("begin_register_look", ("register_look_id", number), ("now", now.UtcDateTime));
        return await command.ExecuteScalarAsync(cancellationToken) is string code ? new PeriodCode(code) : null;
    }

    /// <param name="runId">Null if it failed.</param>
    public async Task EndAsync(long number, long? runId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = Command("end_register_look", ("register_look_id", number), ("now", now.UtcDateTime));
        command.Parameters.Add(new NpgsqlParameter("run_id", NpgsqlDbType.Bigint) { Value = runId is { } id ? id : DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The newest of each period, the newest first.</summary>
    public async Task<IReadOnlyList<AskedLook>> ListAsync(string planCode, CancellationToken cancellationToken)
    {
        await using var command = Command("list_register_looks", ("plan_code", planCode));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var looks = new List<AskedLook>();
        while (await reader.ReadAsync(cancellationToken))
        {
            looks.Add(new AskedLook(
                reader.GetInt64(0), new PeriodCode(reader.GetString(1)), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3),
                reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4), reader.IsDBNull(5) ? null : reader.GetInt64(5)));
        }

        return looks;
    }

    /// <summary>Those that nobody has begun since.</summary>
    public async Task<IReadOnlyList<long>> ListWaitingAsync(string planCode, DateTimeOffset idleSince, CancellationToken cancellationToken)
    {
        await using var command = Command("list_waiting_register_looks", ("plan_code", planCode), ("idle_since", idleSince.UtcDateTime));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var numbers = new List<long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            numbers.Add(reader.GetInt64(0));
        }

        return numbers;
    }

    private NpgsqlCommand Command(string query, params (string Name, object Value)[] parameters)
    {
        var command = database.CreateCommand(Sql.Get(query));
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
