using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Evidence;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>Bonus and penalty entries. Appended, never changed: a mistake is mended by an entry the other way.</summary>
public sealed class AdjustmentStore(NpgsqlDataSource dataSource)
{
    /// <summary>Stores the entry unless its period is closed; entering and closing exclude each other, so none is lost between them.</summary>
    /// <param name="kept">The file behind it, safe in the archive; null if there is none.</param>
    /// <returns>The id (0 if refused), the number of its file (null without one) and the time of closing (null if open).</returns>
    public Task<(long Id, long? File, DateTimeOffset? ClosedAt)> EnterAsync(
        StoredPlan plan, Period period, AdjustmentEntry entry, KeptEvidence? kept, DateTimeOffset now, CancellationToken cancellationToken) =>
        RunTransaction.RunAsync(
            dataSource, RunTransaction.LockName(plan, period),
            async transaction =>
            {
                var periodId = plan.Ids.Periods[period.Code];
                var closed = await RunRow.FindAsync(
                    transaction, "find_closed_run", cancellationToken, new("plan_code", plan.Plan.Code), new("period_id", periodId));
                if (closed is not null)
                {
                    return (0L, (long?)null, closed.ClosedAt);
                }
                var ids = await RunSql.ListAsync(
                    transaction, "insert_score_adjustment", reader => reader.GetInt64(0), cancellationToken,
                    new("plan_code", plan.Plan.Code), new("unit_id", plan.Ids.Units[entry.Unit]), new("period_id", periodId),
                    new("points", entry.Points), new("reason", entry.Reason.Trim()), new("evidence", entry.Evidence.Trim()),
                    new("entered_by", entry.EnteredBy), new("entered_at", now));
                FailPoint.Reach("adjustment-entered");
                var file = await EvidenceRows.AddAsync(transaction, kept, ids.Single(), null, entry.EnteredBy, now, cancellationToken);
                return (ids.Single(), file, (DateTimeOffset?)null);
            },
            cancellationToken);

    /// <summary>The entries a run counted for a unit, in order of entry.</summary>
    public async Task<IReadOnlyList<Adjustment>> OfRunAsync(long runId, StoredPlan plan, UnitCode unit, CancellationToken cancellationToken) =>
        [.. (await OfRunAsync(runId, plan, cancellationToken))[unit]];

    /// <summary>The entries a run counted, by unit.</summary>
    public async Task<ILookup<UnitCode, Adjustment>> OfRunAsync(long runId, StoredPlan plan, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        return (await RunInputs.AdjustmentsAsync(transaction, runId, plan.Ids, cancellationToken)).ToLookup(entry => entry.Unit);
    }
}
