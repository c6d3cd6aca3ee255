using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>A complete run as stored.</summary>
/// <param name="Bytes">Canonical bytes of the result; their SHA-256 is <paramref name="Hash"/>.</param>
/// <param name="ClosedAt">When it closed its period; null if it did not, or if that was not asked.</param>
internal sealed record RunRow(
    long RunId, long PlanVersionId, RunKind Kind, DateTimeOffset DataAsOf, byte[] InputsHash, byte[] Bytes, byte[] Hash, DateTimeOffset? ClosedAt, string? ClosedBy)
{
    public static RunRow Map(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetInt64(1), RunKinds.FromName(reader.GetString(2)), reader.GetFieldValue<DateTimeOffset>(3),
        reader.GetFieldValue<byte[]>(4), reader.GetFieldValue<byte[]>(5), reader.GetFieldValue<byte[]>(6),
        reader.ValueOrNull<DateTimeOffset>(7), reader.IsDBNull(8) ? null : reader.GetString(8));

    public static async Task<RunRow?> FindAsync(
        NpgsqlTransaction transaction, string query, CancellationToken cancellationToken, params NpgsqlParameter[] parameters) =>
        (await RunSql.ListAsync(transaction, query, Map, cancellationToken, parameters)).SingleOrDefault();

    public ComputedRun ToRun(bool wasReused) =>
        new(RunId, PlanVersionId, Kind, DataAsOf, CanonicalResult.Read(Bytes).Result, Hash, ClosedAt, wasReused);
}
