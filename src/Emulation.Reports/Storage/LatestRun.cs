using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>What identifies the newest provisional run over a period; its result, which may be large, stays where it is.</summary>
internal sealed record LatestRun(long RunId, long PlanVersionId, DateTimeOffset DataAsOf, byte[] Hash)
{
    public static async Task<LatestRun?> FindAsync(NpgsqlTransaction transaction, int periodId, CancellationToken cancellationToken) =>
        (await RunSql.ListAsync(
            transaction, "find_latest_run_hash",
            reader => new LatestRun(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetFieldValue<byte[]>(3)),
            cancellationToken, new("period_id", periodId), new("kind", RunKind.Provisional.ToName()))).SingleOrDefault();

    /// <summary>True if a run with that plan version and hash says the same.</summary>
    public bool IsSame(long planVersionId, byte[] hash) => PlanVersionId == planVersionId && Hash.AsSpan().SequenceEqual(hash);
}
