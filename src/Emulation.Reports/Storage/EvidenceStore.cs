using Emulation.Plan;
using Emulation.Reports.Evidence;
using Emulation.Reports.Scoring;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Reports.Storage;

/// <summary>A file that proves a decision, with everything the database knows of it.</summary>
/// <param name="Decision">What it proves, e.g. <c>score_adjustments 12</c>.</param>
/// <param name="ErasureId">The erasure by which its content was given up; null while it is kept.</param>
public sealed record StoredEvidence(
    EvidenceFile File, long Size, string KeptBy, DateTimeOffset KeptAt, string Decision, UnitCode Unit, PeriodCode Period, long? ErasureId);

/// <summary>The files behind decisions: what the database says of them. Appended, never changed.</summary>
public sealed class EvidenceStore(NpgsqlDataSource dataSource)
{
    /// <summary>The file of that number; null if there is none.</summary>
    public async Task<StoredEvidence?> FindAsync(long number, CancellationToken cancellationToken) => (await ListAsync(number, null, cancellationToken)).SingleOrDefault();

    /// <summary>Every file, or those of the bonus and penalty entries a run counted; in order of keeping.</summary>
    /// <param name="runId">Null for all.</param>
    public Task<List<StoredEvidence>> ListAsync(long? runId, CancellationToken cancellationToken) => ListAsync(null, runId, cancellationToken);

    /// <summary>The erasure by which that content was given up; null if it was not.</summary>
    public async Task<long?> FindErasureAsync(string hash, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.IdAsync(connection, "find_erased_content", cancellationToken, new NpgsqlParameter("file_hash", Convert.FromHexString(hash)));
    }

    private async Task<List<StoredEvidence>> ListAsync(long? number, long? runId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_evidence_files",
            reader => new StoredEvidence(
                new EvidenceFile(reader.GetInt64(0), reader.GetString(1), Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(2))), reader.GetInt64(3), reader.GetString(4),
                reader.GetFieldValue<DateTimeOffset>(5), FormattableString.Invariant($"{reader.GetString(6)} {reader.GetInt64(7)}"),
                new UnitCode(reader.GetString(8)), new PeriodCode(reader.GetString(9)), reader.ValueOrNull<long>(10)),
            cancellationToken, EvidenceRows.Id("evidence_file_id", number), EvidenceRows.Id("run_id", runId));
    }
}

/// <summary>Writes and reads the file beside its decision.</summary>
internal static class EvidenceRows
{
    /// <summary>Notes the file beside the decision, in the decision's transaction.</summary>
    /// <returns>The file's number; null if there is no file.</returns>
    public static async Task<long?> AddAsync(
        NpgsqlTransaction transaction, KeptEvidence? kept, long? adjustmentId, long? opinionId, string keptBy, DateTimeOffset keptAt, CancellationToken cancellationToken) =>
        kept is null
            ? null
            : (await RunSql.ListAsync(
                transaction, "insert_evidence_file", reader => reader.GetInt64(0), cancellationToken,
                Id("score_adjustment_id", adjustmentId), Id("score_opinion_id", opinionId),
                new("file_name", kept.FileName), new("file_hash", Convert.FromHexString(kept.Hash)), new("file_size", kept.Size),
                new("kept_by", keptBy), new("kept_at", keptAt.ToUniversalTime()))).Single();

    /// <summary>The file in three columns: number, name, hash; null if they are.</summary>
    public static EvidenceFile? Read(NpgsqlDataReader reader, int first) => reader.IsDBNull(first)
        ? null
        : new EvidenceFile(reader.GetInt64(first), reader.GetString(first + 1), Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(first + 2)));

    public static NpgsqlParameter Id(string name, long? id) => new(name, NpgsqlDbType.Bigint) { Value = id is { } value ? value : DBNull.Value };
}
