using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Jobs.Slots.Storage;

/// <summary>The slot table: written down once, claimed under a lease, settled by the newest lease only.</summary>
public sealed class SlotStore(NpgsqlDataSource database)
{
    private static readonly SqlText Sql = new(typeof(SlotStore).Assembly);

    /// <summary>Writes down the slots that have come due since the last look; the first look only marks the start.</summary>
    /// <param name="slotsBetween">The slots after the first instant up to and including the second.</param>
    /// <returns>How far the schedule had been planned before, and how many slots were found.</returns>
    public async Task<(DateTimeOffset Since, int Found)> PlanAsync(
        string planCode, DateTimeOffset now, Func<DateTimeOffset, DateTimeOffset, IReadOnlyList<ScheduledSlot>> slotsBetween, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var horizon = Command(connection, "lock_schedule_horizon", ("plan_code", planCode), ("now", now.UtcDateTime));
        var since = new DateTimeOffset((DateTime)(await horizon.ExecuteScalarAsync(cancellationToken))!, TimeSpan.Zero);
        var slots = since < now ? slotsBetween(since, now) : [];
        await InsertAsync(connection, planCode, slots, cancellationToken);
        await using var move = Command(connection, "move_schedule_horizon", ("plan_code", planCode), ("now", now.UtcDateTime));
        await move.ExecuteNonQueryAsync(cancellationToken);
        FailPoint.Reach("slots-before-commit");
        await transaction.CommitAsync(cancellationToken);
        return (since, slots.Count);
    }

    /// <summary>Opens the score cards again that were sent before a corrigendum of their period.</summary>
    public async Task OpenCorrectedScoreCardsAsync(string planCode, CancellationToken cancellationToken)
    {
        await using var command = Command("open_corrected_score_cards", ("plan_code", planCode));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Leases the oldest open slot of the schedules; null if none is due.</summary>
    public async Task<ClaimedSlot?> ClaimAsync(
        string planCode, IReadOnlyList<string> schedules, DateTimeOffset now, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var command = Command(
            "claim_slot", ("plan_code", planCode), ("schedules", schedules.ToArray()), ("now", now.UtcDateTime), ("owner", owner), ("lease", lease));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new ClaimedSlot(planCode, reader.GetString(0), Instant(reader, 1), Period(reader, 2), reader.GetInt32(3), reader.GetInt32(4), reader.GetBoolean(5))
            : null;
    }

    /// <returns>False if another host has taken the slot over.</returns>
    public Task<bool> RenewAsync(ClaimedSlot slot, TimeSpan lease, CancellationToken cancellationToken) =>
        ChangeAsync("renew_slot_lease", slot, cancellationToken, ("lease", lease));

    /// <returns>False if another host has taken the slot over.</returns>
    public Task<bool> SettleAsync(ClaimedSlot slot, bool isMissed, DateTimeOffset now, string outcome, CancellationToken cancellationToken) =>
        ChangeAsync("settle_slot", slot, cancellationToken, ("state", isMissed ? "missed" : "done"), ("now", now.UtcDateTime), ("outcome", outcome));

    /// <returns>False if another host has taken the slot over.</returns>
    public Task<bool> PostponeAsync(ClaimedSlot slot, TimeSpan delay, string fault, CancellationToken cancellationToken) =>
        ChangeAsync("postpone_slot", slot, cancellationToken, ("delay", delay), ("fault", fault));

    /// <summary>The action is called again not before that instant; that is no fault and no attempt.</summary>
    /// <returns>False if another host has taken the slot over.</returns>
    public Task<bool> WaitAsync(ClaimedSlot slot, DateTimeOffset notBefore, string waitsFor, CancellationToken cancellationToken) =>
        ChangeAsync("wait_slot", slot, cancellationToken, ("not_before", notBefore.UtcDateTime), ("waits_for", waitsFor));

    /// <returns>False if another host has taken the slot over.</returns>
    public Task<bool> ReleaseAsync(ClaimedSlot slot, CancellationToken cancellationToken) =>
        ChangeAsync("release_slot", slot, cancellationToken);

    /// <summary>The schedules with an open slot that nobody works on, in ordinal order.</summary>
    public async Task<IReadOnlyList<string>> DueSchedulesAsync(string planCode, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = Command("list_due_schedules", ("plan_code", planCode), ("now", now.UtcDateTime));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var schedules = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            schedules.Add(reader.GetString(0));
        }

        return schedules;
    }

    /// <summary>The slots written down between two instants, both included, in order of time.</summary>
    public async Task<IReadOnlyList<SlotRecord>> ListAsync(string planCode, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        await using var command = Command("list_slots", ("plan_code", planCode), ("from", from.UtcDateTime), ("to", to.UtcDateTime));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var slots = new List<SlotRecord>();
        while (await reader.ReadAsync(cancellationToken))
        {
            slots.Add(new SlotRecord(
                reader.GetString(0), Instant(reader, 1), Period(reader, 2), reader.GetString(3), reader.GetInt32(4),
                reader.IsDBNull(5) ? null : Instant(reader, 5), Text(reader, 6), Text(reader, 7), reader.GetBoolean(8),
                reader.IsDBNull(9) ? null : Instant(reader, 9), Text(reader, 10)));
        }

        return slots;
    }

    private static async Task InsertAsync(NpgsqlConnection connection, string planCode, IReadOnlyList<ScheduledSlot> slots, CancellationToken cancellationToken)
    {
        if (slots.Count == 0)
        {
            return;
        }

        await using var command = Command(
            connection,
            "plan_slots",
            ("plan_code", planCode),
            ("schedules", slots.Select(slot => slot.Schedule).ToArray()),
            ("slots_at", slots.Select(slot => slot.SlotAt.UtcDateTime).ToArray()));
        command.Parameters.Add(new NpgsqlParameter("periods", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = slots.Select(slot => slot.Period?.Value).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<bool> ChangeAsync(
        string query, ClaimedSlot slot, CancellationToken cancellationToken, params (string Name, object Value)[] more)
    {
        await using var command = Command(
            query, [("plan_code", slot.PlanCode), ("schedule", slot.Schedule), ("slot_at", slot.SlotAt.UtcDateTime), ("lease_number", slot.LeaseNumber), .. more]);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private NpgsqlCommand Command(string query, params (string Name, object Value)[] parameters)
    {
        var command = database.CreateCommand(Sql.Get(query));
        AddParameters(command, parameters);
        return command;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string query, params (string Name, object Value)[] parameters)
    {
        var command = new NpgsqlCommand(Sql.Get(query), connection);
        AddParameters(command, parameters);
        return command;
    }

    private static void AddParameters(NpgsqlCommand command, (string Name, object Value)[] parameters)
    {
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }
    }

    private static DateTimeOffset Instant(NpgsqlDataReader reader, int column) => new(reader.GetDateTime(column), TimeSpan.Zero);

    private static PeriodCode? Period(NpgsqlDataReader reader, int column) => Text(reader, column) is { } code ? new PeriodCode(code) : null;

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
