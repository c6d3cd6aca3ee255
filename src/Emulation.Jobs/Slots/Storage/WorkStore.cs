using Emulation.Plan.Storage;
using Npgsql;

namespace Emulation.Jobs.Slots.Storage;

/// <summary>What waits for a job, and the signs of life.</summary>
public sealed class WorkStore(NpgsqlDataSource database)
{
    private static readonly SqlText Sql = new(typeof(WorkStore).Assembly);

    /// <summary>Files claimed and not answered that nobody works on; mails in sending, and those whose time has come.</summary>
    public async Task<(int Submissions, int Deliveries)> CountWaitingAsync(string planCode, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get("count_waiting_work"));
        command.Parameters.AddWithValue("plan_code", planCode);
        command.Parameters.AddWithValue("now", now.UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt32(0), reader.GetInt32(1));
    }

    /// <summary>Files of the plan seen by that instant that have no verdict yet, those still settling in the inbox included.</summary>
    public async Task<int> CountUndecidedAsync(string planCode, DateTimeOffset seenBy, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get("count_undecided_submissions"));
        command.Parameters.AddWithValue("plan_code", planCode);
        command.Parameters.AddWithValue("seen_by", seenBy.UtcDateTime);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Leaves a sign of life.</summary>
    public async Task BeatAsync(string name, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get("beat"));
        command.Parameters.AddWithValue("name", name);
        command.Parameters.AddWithValue("host", Environment.MachineName);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The signs of life and how long ago they were, by the database's clock.</summary>
    public async Task<IReadOnlyDictionary<string, TimeSpan>> ReadHeartbeatsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get("read_heartbeats"));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var beats = new Dictionary<string, TimeSpan>();
        while (await reader.ReadAsync(cancellationToken))
        {
            beats.Add(reader.GetString(0), TimeSpan.FromSeconds(reader.GetDouble(2)));
        }

        return beats;
    }
}
