using Emulation.Plan.Storage;
using Npgsql;

namespace Emulation.Jobs.Slots.Storage;

/// <summary>The pauses of schedules: appended, never changed.</summary>
public sealed class PauseStore(NpgsqlDataSource database)
{
    private static readonly SqlText Sql = new(typeof(PauseStore).Assembly);

    /// <returns>False if the schedule is paused already.</returns>
    public async Task<bool> AddAsync(string planCode, SchedulePause pause, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var hold = Command(connection, "lock_pauses", ("plan_code", planCode), ("schedule", pause.Schedule));
        await hold.ExecuteNonQueryAsync(cancellationToken);
        await using var add = Command(
            connection, "add_pause", ("plan_code", planCode), ("schedule", pause.Schedule), ("reason", pause.Reason), ("paused_by", pause.PausedBy),
            ("now", pause.PausedAt.UtcDateTime), ("ends_at", pause.EndsAt.UtcDateTime));
        var id = await add.ExecuteScalarAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return id is not null;
    }

    /// <returns>False if the schedule is not paused.</returns>
    public async Task<bool> EndAsync(string planCode, string schedule, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = Command(
            connection, "end_pause", ("plan_code", planCode), ("schedule", schedule), ("resumed_by", by), ("now", now.UtcDateTime));
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <summary>The pauses that hold now, by schedule.</summary>
    public async Task<IReadOnlyList<SchedulePause>> ListAsync(string planCode, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = Command(connection, "list_pauses", ("plan_code", planCode), ("now", now.UtcDateTime));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var pauses = new List<SchedulePause>();
        while (await reader.ReadAsync(cancellationToken))
        {
            pauses.Add(new SchedulePause(
                reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4)));
        }

        return pauses;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string query, params (string Name, object Value)[] parameters)
    {
        var command = new NpgsqlCommand(Sql.Get(query), connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
