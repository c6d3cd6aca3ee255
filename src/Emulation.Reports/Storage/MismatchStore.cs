using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Reconciliation.Register;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Reports.Storage;

/// <summary>Which entries are asked for; null for all.</summary>
public sealed record MismatchFilter(PeriodCode? Period = null, UnitCode? Unit = null, MismatchState? State = null, int Limit = 1000);

/// <summary>Reads the register, and appends what people decide and arrange.</summary>
public sealed class MismatchStore(NpgsqlDataSource dataSource)
{
    /// <summary>Open ones first, then the newest.</summary>
    public Task<IReadOnlyList<RegisteredMismatch>> ListAsync(StoredPlan plan, MismatchFilter filter, CancellationToken cancellationToken) =>
        ListAsync(plan, null, filter, cancellationToken);

    /// <summary>The entries that a run over the period looks at.</summary>
    public async Task<MismatchBook> BookAsync(StoredPlan plan, Period period, DateOnly asOn, CancellationToken cancellationToken) =>
        new(plan.Plan, period, asOn, await ListAsync(plan, new MismatchFilter(Limit: int.MaxValue), cancellationToken));

    public async Task<IReadOnlyList<(MismatchState State, int Count)>> CountAsync(StoredPlan plan, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "count_mismatches", reader => (MismatchStates.FromName(reader.GetString(0)), reader.GetInt32(1)), cancellationToken, new NpgsqlParameter("plan_code", plan.Plan.Code));
    }

    /// <summary>An entry with its cells and its history; null if there is none of that number.</summary>
    public async Task<MismatchFile?> FindAsync(StoredPlan plan, long id, CancellationToken cancellationToken)
    {
        if ((await ListAsync(plan, id, new MismatchFilter(), cancellationToken)).SingleOrDefault() is not { } entry)
        {
            return null;
        }
        var rows = new MismatchRows(plan);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var cells = await ReportSql.ListAsync(connection, "list_mismatch_cells", rows.Cell, cancellationToken, new NpgsqlParameter("mismatch_id", id));
        var events = await ReportSql.ListAsync(connection, "list_mismatch_events", MismatchRows.Event, cancellationToken, new NpgsqlParameter("mismatch_id", id));
        return new MismatchFile(entry, cells, events);
    }

    /// <summary>Estimates that a later version replaced, in whole or in part; of one period or of all.</summary>
    public async Task<IReadOnlyList<ReplacedEstimate>> ReplacedEstimatesAsync(StoredPlan plan, PeriodCode? period, CancellationToken cancellationToken)
    {
        var rows = new MismatchRows(plan);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_replaced_estimates", rows.Estimate, cancellationToken,
            new("plan_code", plan.Plan.Code), Whole("period_id", NpgsqlDbType.Integer, period is { } code ? plan.Ids.Periods[code] : null));
    }

    /// <param name="seen">How many events of the entry the person has seen; null to decide without having looked.</param>
    public Task<MismatchAnswer> DecideAsync(StoredPlan plan, long id, MismatchDecision decision, int? seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return AddAsync(
            "insert_mismatch_decision", plan, id, seen, cancellationToken,
            new("counts", decision.Counts), new("reason", decision.Reason), new("decided_by", decision.DecidedBy), ReportSql.Instant("decided_at", decision.DecidedAt));
    }

    /// <param name="seen">How many events of the entry the person has seen; null to decide without having looked.</param>
    public Task<MismatchAnswer> FollowAsync(StoredPlan plan, long id, FollowUp follow, DateTimeOffset at, int? seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(follow);
        return AddAsync(
            "insert_mismatch_follow_up", plan, id, seen, cancellationToken,
            new("owner", follow.Owner), new("due_on", follow.DueOn), ReportSql.Text("note", follow.Note), new("entered_by", follow.EnteredBy), ReportSql.Instant("entered_at", at));
    }

    /// <param name="seen">How many events of the entry the person has seen; null to decide without having looked.</param>
    public Task<MismatchAnswer> EndFollowUpAsync(StoredPlan plan, long id, string? note, string endedBy, DateTimeOffset at, int? seen, CancellationToken cancellationToken) =>
        AddAsync(
            "insert_mismatch_follow_up_end", plan, id, seen, cancellationToken,
            ReportSql.Text("note", note), new("ended_by", endedBy), ReportSql.Instant("ended_at", at));

    private async Task<IReadOnlyList<RegisteredMismatch>> ListAsync(StoredPlan plan, long? id, MismatchFilter filter, CancellationToken cancellationToken)
    {
        var rows = new MismatchRows(plan);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var entries = await ReportSql.ListAsync(
            connection, "list_mismatches", rows.Entry, cancellationToken,
            new("plan_code", plan.Plan.Code), Whole("mismatch_id", NpgsqlDbType.Bigint, id),
            Whole("period_id", NpgsqlDbType.Integer, filter.Period is { } period ? plan.Ids.Periods[period] : null),
            Whole("unit_id", NpgsqlDbType.Integer, filter.Unit is { } unit ? plan.Ids.Units[unit] : null),
            ReportSql.Text("state", filter.State?.ToName()), new("limit", NpgsqlDbType.Integer) { Value = filter.Limit });
        return [.. entries.OfType<RegisteredMismatch>()];
    }

    // Under the lock of the register: nothing is found or decided between the look at what was seen and the entry.
    private async Task<MismatchAnswer> AddAsync(string statement, StoredPlan plan, long id, int? seen, CancellationToken cancellationToken, params NpgsqlParameter[] values)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ReportSql.ListAsync(connection, "lock_mismatches", _ => true, cancellationToken, new NpgsqlParameter("plan_code", plan.Plan.Code));
        if (seen is not null && await ReportSql.IdAsync(connection, "count_mismatch_events", cancellationToken, new NpgsqlParameter("mismatch_id", id)) != seen)
        {
            return MismatchAnswer.Overtaken;
        }

        var added = await ReportSql.IdAsync(connection, statement, cancellationToken, [new("mismatch_id", id), new("plan_code", plan.Plan.Code), .. values]);
        await transaction.CommitAsync(cancellationToken);
        return added is null ? MismatchAnswer.NoSuchEntry : MismatchAnswer.Added;
    }

    private static NpgsqlParameter Whole(string name, NpgsqlDbType type, long? value) =>
        new(name, type) { Value = value is { } number ? (type == NpgsqlDbType.Integer ? (int)number : number) : DBNull.Value };
}

/// <summary>What came of a person's word about an entry.</summary>
public enum MismatchAnswer
{
    Added,

    /// <summary>There is none of that number in a state the word is for.</summary>
    NoSuchEntry,

    /// <summary>Something was found, decided or arranged since the person looked.</summary>
    Overtaken,
}
