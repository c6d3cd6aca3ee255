using Emulation.Plan.Storage;
using Npgsql;

namespace Emulation.Jobs.Slots.Storage;

/// <summary>The orders to make runs of the past.</summary>
public sealed class BackFillStore(NpgsqlDataSource database)
{
    private static readonly SqlText Sql = new(typeof(BackFillStore).Assembly);

    /// <summary>Writes down the orders and opens their slots, all or none; a slot that somebody works on stays his.</summary>
    public async Task AddAsync(
        string planCode, IReadOnlyList<BackFillItem> items, string mailing, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var item in items)
        {
            await ExecuteAsync(connection, "open_slot_again", planCode, item, mailing, by, now, cancellationToken);
            await ExecuteAsync(connection, "add_back_fill", planCode, item, mailing, by, now, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The codes of the periods that have a report.</summary>
    public async Task<IReadOnlySet<string>> ReportedPeriodsAsync(string planCode, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get("list_reported_periods"));
        command.Parameters.AddWithValue("plan_code", planCode);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var periods = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            periods.Add(reader.GetString(0));
        }

        return periods;
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection, string query, string planCode, BackFillItem item, string mailing, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql.Get(query), connection);
        command.Parameters.AddWithValue("plan_code", planCode);
        command.Parameters.AddWithValue("schedule", item.Slot.Schedule);
        command.Parameters.AddWithValue("slot_at", item.Slot.SlotAt.UtcDateTime);
        command.Parameters.AddWithValue("period_code", (object?)item.Slot.Period?.Value ?? DBNull.Value);
        command.Parameters.AddWithValue("mailing", mailing);
        if (query == "add_back_fill")
        {
            command.Parameters.AddWithValue("found", item.Found);
            command.Parameters.AddWithValue("ordered_by", by);
            command.Parameters.AddWithValue("now", now.UtcDateTime);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
