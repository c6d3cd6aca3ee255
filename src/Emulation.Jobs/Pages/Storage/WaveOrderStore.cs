using System.Text.Json;
using Emulation.Jobs.Closings;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Waves;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Jobs.Pages.Storage;

/// <summary>What people at the pages ordered about waves: one at a time of a period.</summary>
public sealed class WaveOrderStore(NpgsqlDataSource database)
{
    private static readonly SqlText Sql = new(typeof(WaveOrderStore).Assembly);
    private static readonly Dictionary<WaveOrderKind, string> Kinds = new()
    {
        [WaveOrderKind.Check] = "check",
        [WaveOrderKind.Close] = "close",
        [WaveOrderKind.Publish] = "publish",
    };

    private static readonly Dictionary<WaveOrderOutcome, string> Outcomes = new()
    {
        [WaveOrderOutcome.Checked] = "checked",
        [WaveOrderOutcome.Closed] = "closed",
        [WaveOrderOutcome.WasClosed] = "was-closed",
        [WaveOrderOutcome.Changed] = "changed",
        [WaveOrderOutcome.Published] = "published",
        [WaveOrderOutcome.Failed] = "failed",
    };

    /// <param name="seen">The newest order the page showed; 0 for none.</param>
    /// <param name="listNumber">The order whose check list was seen, to close over it; else 0.</param>
    /// <returns>Its number; null if one of the period is under way or came since, or it was closed since.</returns>
    public async Task<long?> AskAsync(
        string planCode, int periodId, WaveOrderKind kind, int edition, string askedBy, DateTimeOffset now, long seen, long listNumber, CancellationToken cancellationToken)
    {
        await using var command = Command(
            "ask_wave_order", ("plan_code", planCode), ("period_id", periodId), ("what", Kinds[kind]), ("edition", edition), ("seen", seen),
            ("seen_order_id", listNumber), ("asked_by", askedBy), ("asked_at", now.UtcDateTime));
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    /// <returns>The order to carry out; null if it is over.</returns>
    public async Task<WaveOrder?> BeginAsync(long number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = Command("begin_wave_order", ("wave_order_id", number), ("now", now.UtcDateTime));
        return await command.ExecuteScalarAsync(cancellationToken) is long ? await FindAsync(number, cancellationToken) : null;
    }

    public async Task EndAsync(long number, EndedWaveOrder ended, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ended);
        await using var command = Command(
            "end_wave_order", ("wave_order_id", number), ("now", now.UtcDateTime), ("outcome", Outcomes[ended.Outcome]), ("undecided", ended.Undecided));
        command.Parameters.Add(new NpgsqlParameter("lines", NpgsqlDbType.Jsonb) { Value = ended.Lines is null ? DBNull.Value : JsonSerializer.Serialize(ended.Lines) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <returns>Null if there is none of that number.</returns>
    public async Task<WaveOrder?> FindAsync(long number, CancellationToken cancellationToken)
    {
        await using var command = Command("find_wave_order", ("wave_order_id", number));
        return (await ReadAsync(command, Order, cancellationToken)).SingleOrDefault();
    }

    /// <summary>The newest of a period, and the newest that made a check list, the newest first.</summary>
    public async Task<IReadOnlyList<WaveOrder>> NewestAsync(string planCode, int periodId, CancellationToken cancellationToken)
    {
        await using var command = Command("list_newest_wave_orders", ("plan_code", planCode), ("period_id", periodId));
        return await ReadAsync(command, Order, cancellationToken);
    }

    /// <summary>Those that nobody has begun since.</summary>
    public async Task<IReadOnlyList<long>> ListWaitingAsync(string planCode, DateTimeOffset idleSince, CancellationToken cancellationToken)
    {
        await using var command = Command("list_waiting_wave_orders", ("plan_code", planCode), ("idle_since", idleSince.UtcDateTime));
        return await ReadAsync(command, reader => reader.GetInt64(0), cancellationToken);
    }

    private static WaveOrder Order(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), new PeriodCode(reader.GetString(1)), Kinds.Single(pair => pair.Value == reader.GetString(2)).Key, reader.GetInt32(3), reader.GetInt64(4), reader.GetString(5),
        reader.GetFieldValue<DateTimeOffset>(6), reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
        reader.IsDBNull(8) ? null : Outcomes.Single(pair => pair.Value == reader.GetString(8)).Key,
        reader.IsDBNull(9) ? null : JsonSerializer.Deserialize<List<ChecklistLine>>(reader.GetString(9)), reader.GetInt32(10));

    private static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> map, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(map(reader));
        }

        return rows;
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
