using System.Security.Cryptography;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>A run made just now.</summary>
internal sealed record MadeRun(RunRow Row, RunResult Result, RunFindings Findings);

/// <summary>The result of a run, what disagrees in it, and its canonical bytes.</summary>
internal sealed record MadeResult(RunResult Result, RunFindings Findings, byte[] Bytes, byte[] InputsHash);

/// <summary>Makes a run inside a transaction: freezes its inputs, adds up, computes, writes the canonical bytes.</summary>
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
            new("data_as_of", asOf), new("computed_at", asOf))).Single();
        using (RunStages.Start("freeze"))
        {
            await RunInputs.FreezeAsync(transaction, runId, scope, cancellationToken);
        }
        var made = await ResultOfAsync(transaction, runId, asOf, scope, cancellationToken, ranges);
        using var storing = RunStages.Start("store");
        var hash = SHA256.HashData(made.Bytes);
        await RunSql.ExecuteAsync(
            transaction, "complete_run", cancellationToken,
            new("run_id", runId), new("inputs_hash", made.InputsHash), new("result", made.Bytes), new("result_hash", hash));
        return new MadeRun(new RunRow(runId, scope.Plan.VersionId, kind, asOf, made.InputsHash, made.Bytes, hash, null, null), made.Result, made.Findings);
    }

    /// <summary>The result over the frozen inputs of a run, and its bytes; added up from what intake packed.</summary>
    public static Task<MadeResult> ResultOfAsync(
        NpgsqlTransaction transaction, long runId, DateTimeOffset asOf, RunScope scope, CancellationToken cancellationToken, IProgress<PointRange>? ranges = null) =>
        ResultOfAsync(new PackedFigureSums(scope), transaction, runId, asOf, scope, ranges, cancellationToken);

    /// <summary>The same, added up from the figures themselves: what proves a closed run, its packed figures included (docs/adr/0025).</summary>
    public static Task<MadeResult> ProofOfAsync(NpgsqlTransaction transaction, long runId, DateTimeOffset asOf, RunScope scope, CancellationToken cancellationToken) =>
        ResultOfAsync(new SqlFigureSums(scope), transaction, runId, asOf, scope, null, cancellationToken);

    private static async Task<MadeResult> ResultOfAsync(
        IFigureSums sums, NpgsqlTransaction transaction, long runId, DateTimeOffset asOf, RunScope scope, IProgress<PointRange>? ranges, CancellationToken cancellationToken)
    {
        var (computation, hashing) = await AddUpAsync(sums, transaction, runId, asOf, scope, ranges, cancellationToken);
        using var writing = RunStages.Start("rank, write");
        var result = computation.Complete();
        var hash = await hashing;
        var bytes = CanonicalResult.Write(new FrozenResult(Convert.ToHexStringLower(scope.Plan.ContentHash), Convert.ToHexStringLower(hash), result));
        return new MadeResult(result, computation.Findings(), bytes, hash);
    }

    /// <summary>What disagrees over the frozen inputs of a run.</summary>
    public static async Task<RunFindings> FindingsOfAsync(
        NpgsqlTransaction transaction, long runId, DateTimeOffset asOf, RunScope scope, CancellationToken cancellationToken)
    {
        var (computation, _) = await AddUpAsync(new PackedFigureSums(scope), transaction, runId, asOf, scope, null, cancellationToken);
        computation.Complete();
        return computation.Findings();
    }

    private static async Task<(RunComputation Computation, Task<byte[]> InputsHash)> AddUpAsync(
        IFigureSums sums, NpgsqlTransaction transaction, long runId, DateTimeOffset asOf, RunScope scope, IProgress<PointRange>? ranges, CancellationToken cancellationToken)
    {
        using var reading = RunStages.Start("read");
        var inputs = await RunInputs.ReadAsync(transaction, runId, asOf, scope, cancellationToken);
        var hashing = Task.Run(inputs.Hash, cancellationToken);
        var computation = new RunComputation(scope.Plan.Plan, scope.Plan.VersionNumber, scope.Period, inputs.Data, ranges);
        reading?.Dispose();
        using var adding = RunStages.Start("add up, score");
        await RunFigures.FeedAsync(sums, transaction, runId, computation.Add, cancellationToken);
        return (computation, hashing);
    }

    // PostgreSQL keeps microseconds; what is computed now must be what is read back later.
    public static DateTimeOffset Microseconds(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
