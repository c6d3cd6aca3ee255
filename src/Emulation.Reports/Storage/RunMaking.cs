using System.Security.Cryptography;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>Makes a run inside a transaction: freezes its inputs, adds up, computes, writes the canonical bytes.</summary>
internal static class RunMaking
{
    /// <param name="ranges">Told how far every unit's points can still move; null if nobody asks.</param>
    public static async Task<(RunRow Row, RunResult Result)> NewRunAsync(
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
        var (result, (bytes, inputsHash)) = await ResultOfAsync(transaction, runId, asOf, scope, cancellationToken, ranges);
        using var storing = RunStages.Start("store");
        var hash = SHA256.HashData(bytes);
        await RunSql.ExecuteAsync(
            transaction, "complete_run", cancellationToken,
            new("run_id", runId), new("inputs_hash", inputsHash), new("result", bytes), new("result_hash", hash));
        return (new RunRow(runId, scope.Plan.VersionId, kind, asOf, inputsHash, bytes, hash, null, null), result);
    }

    /// <summary>The result over the frozen inputs of a run, and its bytes.</summary>
    public static async Task<(RunResult Result, (byte[] Bytes, byte[] InputsHash))> ResultOfAsync(
        NpgsqlTransaction transaction, long runId, DateTimeOffset asOf, RunScope scope, CancellationToken cancellationToken, IProgress<PointRange>? ranges = null)
    {
        using var reading = RunStages.Start("read");
        var inputs = await RunInputs.ReadAsync(transaction, runId, asOf, scope, cancellationToken);
        var hashing = Task.Run(inputs.Hash, cancellationToken);
        var computation = new RunComputation(scope.Plan.Plan, scope.Plan.VersionNumber, scope.Period, inputs.Data, ranges);
        reading?.Dispose();
        using (RunStages.Start("add up, score"))
        {
            await new RunFigures(scope).FeedAsync(transaction, runId, computation.Add, cancellationToken);
        }
        using var writing = RunStages.Start("rank, write");
        var result = computation.Complete();
        var hash = await hashing;
        var bytes = CanonicalResult.Write(new FrozenResult(Convert.ToHexStringLower(scope.Plan.ContentHash), Convert.ToHexStringLower(hash), result));
        return (result, (bytes, hash));
    }

    // PostgreSQL keeps microseconds; what is computed now must be what is read back later.
    public static DateTimeOffset Microseconds(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
