using Emulation.Plan.Storage;
using Npgsql;

namespace Emulation.Jobs.Demo.Storage;

/// <summary>What jobs still have to do at an instant.</summary>
/// <param name="Files">All files the intake has taken so far, answered or not.</param>
public readonly record struct OpenWork(long Files, long Submissions, long Deliveries, long Slots)
{
    public bool IsNone => Submissions == 0 && Deliveries == 0 && Slots == 0;
}

/// <summary>A closed period.</summary>
public sealed record DemoClosing(string Code, string Hash, long Units);

/// <summary>How the year came out.</summary>
public sealed record DemoTotals(long Receipts, long Accepted, long Rejected, long Duplicates, long Reports, long Mails);

/// <summary>Reads what the demo shows, and frees what a killed one held.</summary>
public sealed class DemoStore(NpgsqlDataSource database)
{
    private static readonly SqlText Sql = new(typeof(DemoStore).Assembly);

    public async Task<OpenWork> CountOpenWorkAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get("count_open_work"));
        command.Parameters.AddWithValue("now", now.UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new OpenWork(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
    }

    public async Task<DemoTotals> ReadTotalsAsync(string planCode, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get("read_demo_totals"));
        command.Parameters.AddWithValue("plan_code", planCode);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new DemoTotals(
            reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5));
    }

    public async Task<IReadOnlyList<DemoClosing>> ReadClosingsAsync(string planCode, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get("read_demo_closings"));
        command.Parameters.AddWithValue("plan_code", planCode);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var closings = new List<DemoClosing>();
        while (await reader.ReadAsync(cancellationToken))
        {
            closings.Add(new DemoClosing(reader.GetString(0), Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(1)), reader.GetInt64(2)));
        }

        return closings;
    }

    /// <summary>Ends what a killed demo left under way, its leases, its queue and its locks: nobody else works on its folder, and a late sweep of then would see files of now.</summary>
    public async Task ClearAwayAsync(CancellationToken cancellationToken)
    {
        foreach (var statement in new[] { "end_submission_leases", "end_delivery_leases", "end_slot_leases", "drop_queued_jobs", "drop_job_locks" })
        {
            await using var command = database.CreateCommand(Sql.Get(statement));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
