using System.Security.Cryptography;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>The bytes of a stored run beside those computed again.</summary>
/// <param name="StoredHash">The hash stored beside <paramref name="Stored"/>.</param>
/// <param name="ComputedBy">The rules the run was computed by (<see cref="ComputingRules"/>); null if it was made before they were numbered.</param>
/// <param name="Rules">The rules it was computed again by.</param>
public sealed record RecomputedRun(byte[] Stored, byte[] StoredHash, byte[] Computed, int? ComputedBy, int Rules)
{
    /// <summary>True if the stored bytes, their stored hash and the bytes computed now all agree.</summary>
    public bool IsSame => Computed.AsSpan().SequenceEqual(Stored) && ComputedHash.AsSpan().SequenceEqual(StoredHash);

    public byte[] ComputedHash { get; } = SHA256.HashData(Computed);

    /// <summary>Which rules both were computed by, in words.</summary>
    public string Said => FormattableString.Invariant($"computed by {(ComputedBy is { } number ? $"rules {number}" : "rules not yet numbered")}, again by rules {Rules} (this program's: {ComputingRules.Current})");
}

/// <summary>A complete run without its result.</summary>
public sealed record RunHead(long RunId, long PlanVersionId, DateTimeOffset DataAsOf);

/// <summary>Makes, finds and closes runs. Every method is one transaction and may be repeated.</summary>
public sealed class RunStore(NpgsqlDataSource dataSource)
{
    /// <summary>Computes a run over the data accepted now. A provisional run equal to the latest one is not stored again; a final run over a closed period is the one that closed it.</summary>
    public Task<ComputedRun> ComputeAsync(StoredPlan plan, Period period, RunKind kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var scope = new RunScope(plan, period);
        return RunTransaction.RunAsync(
            dataSource, RunTransaction.LockName(plan, period),
            async transaction =>
            {
                if (kind == RunKind.Final && await FindClosedAsync(transaction, scope, cancellationToken) is { } closed)
                {
                    return closed.ToRun(wasReused: true);
                }
                var latest = kind == RunKind.Provisional ? await LatestRun.FindAsync(transaction, scope.PeriodId, cancellationToken) : null;
                await transaction.SaveAsync("before_run", cancellationToken);
                var run = await RunMaking.NewRunAsync(transaction, scope, kind, now, cancellationToken);
                var hash = await RunWriter.WriteAsync(transaction, scope, run, cancellationToken);
                if (latest?.IsSame(plan.VersionId, hash) is not true)
                {
                    return new ComputedRun(run.RunId, plan.VersionId, kind, run.DataAsOf, run.Result, hash, null, WasReused: false) { Findings = run.Findings };
                }
                await transaction.RollbackAsync("before_run", cancellationToken);
                return new ComputedRun(latest.RunId, plan.VersionId, kind, latest.DataAsOf, run.Result, hash, null, WasReused: true) { Findings = run.Findings };
            },
            cancellationToken);
    }

    /// <summary>What a run over the data accepted now would say; nothing is stored.</summary>
    public async Task<RunResult> PreviewAsync(StoredPlan plan, Period period, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var run = await RunMaking.NewRunAsync(transaction, new RunScope(plan, period), RunKind.Provisional, now, cancellationToken);
        await transaction.RollbackAsync(cancellationToken);
        return run.Result;
    }

    /// <summary>Closes a period: freezes data, plan version and results under one hash, or returns the closing that stands.</summary>
    public Task<ClosedWave> CloseAsync(StoredPlan plan, Period period, string closedBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var scope = new RunScope(plan, period);
        return RunTransaction.RunAsync(
            dataSource, RunTransaction.LockName(plan, period),
            async transaction =>
            {
                if (await FindClosedAsync(transaction, scope, cancellationToken) is { } closed)
                {
                    return new ClosedWave(period.Code, closed.RunId, closed.Hash, CanonicalResult.Read(closed.Bytes).Result.Units.Count, WasClosedBefore: true);
                }
                await RefuseWithOpenObjectionsAsync(transaction, scope, cancellationToken);
                var run = await RunMaking.NewRunAsync(transaction, scope, RunKind.Final, now, cancellationToken);
                var hash = await RunWriter.WriteAsync(transaction, scope, run, cancellationToken);
                FailPoint.Reach("close-wave-computed");
                await RunSql.ExecuteAsync(
                    transaction, "insert_wave_closing", cancellationToken,
                    new("plan_code", plan.Plan.Code), new("period_id", scope.PeriodId), new("run_id", run.RunId),
                    new("closed_at", RunMaking.Microseconds(now)), new("closed_by", closedBy));
                FailPoint.Reach("close-wave-committing");
                return new ClosedWave(period.Code, run.RunId, hash, run.Result.Units.Count, WasClosedBefore: false) { Findings = run.Findings };
            },
            cancellationToken);
    }

    /// <summary>The run that closed the period; null while it is open.</summary>
    public Task<ComputedRun?> FindClosedAsync(StoredPlan plan, Period period, CancellationToken cancellationToken) =>
        FindAsync(transaction => FindClosedAsync(transaction, new RunScope(plan, period), cancellationToken), cancellationToken);

    /// <summary>The newest complete run of that kind; null if there is none.</summary>
    public Task<ComputedRun?> FindLatestAsync(StoredPlan plan, Period period, RunKind kind, CancellationToken cancellationToken) =>
        FindAsync(transaction => FindLatestAsync(transaction, new RunScope(plan, period), kind, cancellationToken), cancellationToken);

    /// <summary>A run by its id; null if there is none or it is not complete.</summary>
    public Task<ComputedRun?> FindAsync(long runId, CancellationToken cancellationToken) =>
        FindAsync(transaction => RunRow.FindAsync(transaction, "find_run", cancellationToken, new NpgsqlParameter("run_id", runId)), cancellationToken);

    /// <summary>What identifies a run: its plan version and its instant, without its result; null if there is none or it is not complete.</summary>
    public async Task<RunHead?> FindHeadAsync(long runId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return (await ReportSql.ListAsync(
            connection, "find_run_head", reader => new RunHead(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2)), cancellationToken,
            new NpgsqlParameter("run_id", runId))).SingleOrDefault();
    }

    /// <summary>Computes the run again from its frozen inputs and returns the bytes beside the stored ones.</summary>
    /// <param name="plan">The stored version the run was computed with.</param>
    /// <exception cref="ArgumentException">There is no such run, or it was computed with another version.</exception>
    public async Task<RecomputedRun> RecomputeAsync(long runId, StoredPlan plan, Period period, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var stored = await RunRow.FindAsync(transaction, "find_run", cancellationToken, new NpgsqlParameter("run_id", runId));
        if (stored is null || stored.PlanVersionId != plan.VersionId)
        {
            throw new ArgumentException($"There is no run {runId} of plan version {plan.VersionId}.", nameof(runId));
        }
        var kept = await RunSurroundings.RulesOfAsync(transaction, runId, cancellationToken);
        var recomputed = await ByRulesAsync(kept ?? ComputingRules.Current);
        // A run from before rules were numbered is the same if it is the same by any of that time.
        return kept is not null || recomputed.IsSame || await ByRulesAsync(ComputingRules.First) is not { IsSame: true } asThen ? recomputed : asThen;

        async Task<RecomputedRun> ByRulesAsync(int rules) => new(
            stored.Bytes, stored.Hash,
            CanonicalResult.Write((await RunMaking.ProofOfAsync(transaction, runId, stored.DataAsOf, new RunScope(plan, period), rules, cancellationToken)).Frozen), kept, rules);
    }

    private static async Task RefuseWithOpenObjectionsAsync(NpgsqlTransaction transaction, RunScope scope, CancellationToken cancellationToken)
    {
        var open = await RunSql.ListAsync(
            transaction, "list_objections", reader => (Id: reader.GetInt64(0), IsAnswered: !reader.IsDBNull(5)), cancellationToken,
            new("plan_code", scope.Plan.Plan.Code), new("period_id", scope.PeriodId));
        if (open.Exists(objection => !objection.IsAnswered))
        {
            throw new OpenObjectionsException(scope.Period.Code, [.. open.Where(objection => !objection.IsAnswered).Select(objection => objection.Id)]);
        }
    }

    private async Task<ComputedRun?> FindAsync(Func<NpgsqlTransaction, Task<RunRow?>> find, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        return (await find(transaction))?.ToRun(wasReused: true);
    }

    private static Task<RunRow?> FindClosedAsync(NpgsqlTransaction transaction, RunScope scope, CancellationToken cancellationToken) =>
        RunRow.FindAsync(
            transaction, "find_closed_run", cancellationToken, new("plan_code", scope.Plan.Plan.Code), new("period_id", scope.PeriodId));

    private static Task<RunRow?> FindLatestAsync(
        NpgsqlTransaction transaction, RunScope scope, RunKind kind, CancellationToken cancellationToken) =>
        RunRow.FindAsync(transaction, "find_latest_run", cancellationToken, new("period_id", scope.PeriodId), new("kind", kind.ToName()));
}
