using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports.Reconciliation.Register;
using Emulation.Reports.Scoring;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Reports.Storage;

/// <summary>What entering a run changed in the register.</summary>
/// <param name="New">Entries met for the first time.</param>
/// <param name="Changed">Entries with other values or cells, or back after they were gone.</param>
/// <param name="Gone">Entries the run looked for and did not find.</param>
public sealed record RegisterOutcome(int New, int Changed, int Gone);

/// <summary>Enters what runs find into the register. Entering a run again changes nothing; of two that come at once each is entered whole, one after the other.</summary>
public sealed class MismatchRegister(NpgsqlDataSource dataSource)
{
    /// <param name="plan">The version the run was computed with.</param>
    /// <param name="findings">What the run found disagreeing; null to add it up again from its frozen inputs.</param>
    public async Task<RegisterOutcome> EnterAsync(
        StoredPlan plan, Period period, long runId, DateTimeOffset dataAsOf, DateTimeOffset now, RunFindings? findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var scope = new RunScope(plan, period);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await HasLookedAsync(transaction, runId, cancellationToken))
        {
            return new RegisterOutcome(0, 0, 0);
        }
        findings ??= await RunMaking.FindingsOfAsync(transaction, runId, dataAsOf, scope, cancellationToken);
        var met = await new MismatchFinder(scope).FindAsync(transaction, runId, findings, cancellationToken);
        await RunSql.ExecuteAsync(transaction, "lock_mismatches", cancellationToken, new NpgsqlParameter("plan_code", plan.Plan.Code));
        var looks = await LookAsync(transaction, plan, RegisterLook.Of(plan.Plan, period, plan.Plan.TimeZone.DateOf(dataAsOf)), runId, now, cancellationToken);
        var standing = await StandingAsync(transaction, plan, looks, cancellationToken);
        FailPoint.Reach("mismatches-looked");
        var changes = RegisterChanges.Of(standing, met.Where(entry => looks.Contains((entry.Key.PeriodId, entry.Key.Kind))));
        await WriteAsync(transaction, plan, changes, runId, now, cancellationToken);
        FailPoint.Reach("mismatches-entering");
        await transaction.CommitAsync(cancellationToken);
        return new RegisterOutcome(
            changes.Count(change => change.MismatchId is null), changes.Count(change => change is { MismatchId: not null, Met: not null }), changes.Count(change => change.Met is null));
    }

    // A run is entered once, whole: asked before the work; what decides between two at once is LookAsync.
    private static async Task<bool> HasLookedAsync(NpgsqlTransaction transaction, long runId, CancellationToken cancellationToken) =>
        (await RunSql.ListAsync(transaction, "has_mismatch_looks", reader => reader.GetBoolean(0), cancellationToken, new NpgsqlParameter("run_id", runId))).Single();

    /// <summary>The pairs of period and kind that this run may speak of: not those of a run entered before, nor those another has looked at further or later.</summary>
    private static async Task<HashSet<(int PeriodId, string Kind)>> LookAsync(
        NpgsqlTransaction transaction, StoredPlan plan, IReadOnlyList<LookedAt> looks, long runId, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. await RunSql.ListAsync(
            transaction, "add_mismatch_looks", reader => (reader.GetInt32(0), reader.GetString(1)), cancellationToken,
            new("run_id", runId), ReportSql.Instant("looked_at", now),
            new("period_ids", looks.Select(look => plan.Ids.Periods[look.Period]).ToArray()),
            new("kinds", looks.Select(look => look.Kind).ToArray()),
            new("reached_on", looks.Select(look => look.ReachedOn).ToArray()))];

    private static Task<List<StandingEntry>> StandingAsync(
        NpgsqlTransaction transaction, StoredPlan plan, HashSet<(int PeriodId, string Kind)> looks, CancellationToken cancellationToken) =>
        RunSql.ListAsync(
            transaction, "list_standing_mismatches",
            reader => new StandingEntry(
                reader.GetInt64(0), new EntryKey(reader.GetInt32(1), reader.GetInt32(2), reader.ValueOrNull<int>(3), reader.GetString(4), reader.GetString(5)),
                reader.GetInt32(6), reader.GetBoolean(7),
                new EntryValues(reader.ValueOrNull<decimal>(8), reader.ValueOrNull<DateOnly>(9), reader.ValueOrNull<decimal>(10), reader.ValueOrNull<DateOnly>(11)),
                reader.GetString(12)),
            cancellationToken,
            new("plan_code", plan.Plan.Code), new("period_ids", looks.Select(look => look.PeriodId).ToArray()), new("kinds", looks.Select(look => look.Kind).ToArray()));

    private static async Task WriteAsync(
        NpgsqlTransaction transaction, StoredPlan plan, IReadOnlyList<NewFinding> changes, long runId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            return;
        }
        var entries = await EntriesAsync(transaction, plan, [.. changes.Where(change => change.MismatchId is null)], cancellationToken);
        var numbered = changes.Select(change => (Id: change.MismatchId ?? entries[change.Key], Change: change)).ToList();
        var findings = (await RunSql.ListAsync(
            transaction, "insert_mismatch_findings", reader => (Entry: reader.GetInt64(0), Finding: reader.GetInt64(1)), cancellationToken,
            [
                new("run_id", runId), ReportSql.Instant("found_at", now),
                new("mismatch_ids", numbered.Select(one => one.Id).ToArray()),
                new("value_numbers", numbered.Select(one => one.Change.ValueNumber).ToArray()),
                new("gone", numbered.Select(one => one.Change.Met is null).ToArray()),
                Array("stated", NpgsqlDbType.Numeric, numbered.Select(one => one.Change.Met?.Values.Stated)),
                Array("stated_on", NpgsqlDbType.Date, numbered.Select(one => one.Change.Met?.Values.StatedOn)),
                Array("compared", NpgsqlDbType.Numeric, numbered.Select(one => one.Change.Met?.Values.Compared)),
                Array("compared_on", NpgsqlDbType.Date, numbered.Select(one => one.Change.Met?.Values.ComparedOn)),
                Array("sentences", NpgsqlDbType.Text, numbered.Select(one => one.Change.Met?.Sentence)),
            ])).ToDictionary(row => row.Entry, row => row.Finding);
        var cells = numbered.SelectMany(one => (one.Change.Met?.Cells ?? []).Select(cell => (Finding: findings[one.Id], Cell: cell))).ToList();
        await RunSql.ExecuteAsync(
            transaction, "insert_mismatch_cells", cancellationToken,
            new("finding_ids", cells.Select(cell => cell.Finding).ToArray()), new("compared", cells.Select(cell => cell.Cell.IsCompared).ToArray()),
            new("submission_ids", cells.Select(cell => cell.Cell.SubmissionId).ToArray()), new("unit_ids", cells.Select(cell => cell.Cell.UnitId).ToArray()),
            new("indicator_ids", cells.Select(cell => cell.Cell.IndicatorId).ToArray()), new("period_ids", cells.Select(cell => cell.Cell.PeriodId).ToArray()),
            new("sheets", cells.Select(cell => cell.Cell.Sheet).ToArray()), new("row_numbers", cells.Select(cell => cell.Cell.Row).ToArray()),
            new("column_numbers", cells.Select(cell => cell.Cell.Column).ToArray()));
    }

    private static async Task<Dictionary<EntryKey, long>> EntriesAsync(
        NpgsqlTransaction transaction, StoredPlan plan, List<NewFinding> added, CancellationToken cancellationToken) =>
        (await RunSql.ListAsync(
            transaction, "insert_mismatches", reader => (Place: (int)reader.GetInt64(0), Id: reader.GetInt64(1)), cancellationToken,
            [
                new("plan_code", plan.Plan.Code),
                new("period_ids", added.Select(entry => entry.Key.PeriodId).ToArray()), new("unit_ids", added.Select(entry => entry.Key.UnitId).ToArray()),
                Array("indicator_ids", NpgsqlDbType.Integer, added.Select(entry => entry.Key.IndicatorId)),
                new("kinds", added.Select(entry => entry.Key.Kind).ToArray()), new("againsts", added.Select(entry => entry.Key.Against).ToArray()),
            ])).ToDictionary(row => added[row.Place - 1].Key, row => row.Id);

    private static NpgsqlParameter Array<T>(string name, NpgsqlDbType type, IEnumerable<T> values) => new(name, NpgsqlDbType.Array | type) { Value = values.ToArray() };
}
