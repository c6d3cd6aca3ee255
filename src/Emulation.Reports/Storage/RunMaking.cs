using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>A run made just now, its result not yet stored.</summary>
internal sealed record MadeRun(long RunId, DateTimeOffset DataAsOf, FrozenResult Frozen, RunFindings Findings)
{
    public RunResult Result => Frozen.Result;
}

/// <summary>Makes a run inside a transaction: freezes its inputs, adds up, computes. <see cref="RunWriter"/> stores what came of it.</summary>
internal static class RunMaking
{
    /// <param name="ranges">Told how far every unit's points can still move; null if nobody asks.</param>
    public static async Task<MadeRun> NewRunAsync(
        NpgsqlTransaction transaction, RunScope scope, RunKind kind, DateTimeOffset now, CancellationToken cancellationToken, IProgress<PointRange>? ranges = null)
    {
        var asOf = Microseconds(now);
        var runId = (await RunSql.ListAsync(
            transaction, "insert_run", reader => reader.GetInt64(0), cancellationToken,
            new("plan_version_id", scope.Plan.VersionId), new("period_id", scope.PeriodId), new("kind", kind.ToName()),
            new("data_as_of", asOf), new("computed_at", asOf), new("computed_by", (short)ComputingRules.Current))).Single();
        using (RunStages.Start("freeze"))
        {
            await RunInputs.FreezeAsync(transaction, runId, asOf, scope, cancellationToken);
        }
        return await AgainAsync(transaction, runId, asOf, scope, cancellationToken, ranges);
    }

    /// <summary>The run over its frozen inputs, now or years later; added up from what intake packed.</summary>
    public static Task<MadeRun> AgainAsync(
        NpgsqlTransaction transaction, long runId, DateTimeOffset asOf, RunScope scope, CancellationToken cancellationToken, IProgress<PointRange>? ranges = null) =>
        AgainAsync(new PackedFigureSums(scope), transaction, runId, asOf, scope, ranges, null, cancellationToken);

    /// <summary>The same, added up from the figures themselves: what proves a closed run, its packed figures included (docs/adr/0025).</summary>
    /// <param name="rules">The rules to compute it by (<see cref="ComputingRules"/>).</param>
    public static Task<MadeRun> ProofOfAsync(NpgsqlTransaction transaction, long runId, DateTimeOffset asOf, RunScope scope, int rules, CancellationToken cancellationToken) =>
        AgainAsync(new SqlFigureSums(scope), transaction, runId, asOf, scope, null, rules, cancellationToken);

    private static async Task<MadeRun> AgainAsync(
        IFigureSums sums, NpgsqlTransaction transaction, long runId, DateTimeOffset asOf, RunScope scope, IProgress<PointRange>? ranges, int? rules, CancellationToken cancellationToken)
    {
        var (computation, computedBy, hashing) = await AddUpAsync(sums, transaction, runId, asOf, scope, ranges, rules, cancellationToken);
        using var ranking = RunStages.Start("rank");
        var result = computation.Complete();
        var frozen = new FrozenResult(Convert.ToHexStringLower(scope.Plan.ContentHash), Convert.ToHexStringLower(await hashing), result, computedBy);
        return new MadeRun(runId, asOf, frozen, computation.Findings());
    }

    /// <summary>What disagrees over the frozen inputs of a run.</summary>
    public static async Task<RunFindings> FindingsOfAsync(
        NpgsqlTransaction transaction, long runId, DateTimeOffset asOf, RunScope scope, CancellationToken cancellationToken)
    {
        var (computation, _, _) = await AddUpAsync(new PackedFigureSums(scope), transaction, runId, asOf, scope, null, null, cancellationToken);
        computation.Complete();
        return computation.Findings();
    }

    private static async Task<(RunComputation Computation, int? ComputedBy, Task<byte[]> InputsHash)> AddUpAsync(
        IFigureSums sums, NpgsqlTransaction transaction, long runId, DateTimeOffset asOf, RunScope scope, IProgress<PointRange>? ranges, int? rules, CancellationToken cancellationToken)
    {
        using var reading = RunStages.Start("read");
        var inputs = await RunInputs.ReadAsync(transaction, runId, asOf, scope, rules, cancellationToken);
        var hashing = Task.Run(inputs.Hash, cancellationToken);
        var computing = Task.Run(() => new RunComputation(scope.Plan.Plan, scope.Plan.VersionNumber, scope.Period, inputs.Data, ranges), cancellationToken);
        reading?.Dispose();
        using var adding = RunStages.Start("add up, score");
        await RunFigures.FeedAsync(sums, transaction, runId, computing, cancellationToken);
        return (await computing, inputs.ComputedBy, hashing);
    }

    // PostgreSQL keeps microseconds; what is computed now must be what is read back later.
    public static DateTimeOffset Microseconds(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
