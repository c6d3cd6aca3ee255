using Emulation.Ingest.Intake;
using Npgsql;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>What the database expects of the archive.</summary>
public sealed class ArchiveLedger(NpgsqlDataSource database)
{
    /// <summary>Those of the contents that some submission names.</summary>
    public Task<List<Fingerprint>> KnownAsync(IReadOnlyList<Fingerprint> hashes, CancellationToken cancellationToken) =>
        database.Query("find_known_hashes", With("hashes", hashes.Select(hash => hash.ToBytes()).ToArray())).ReadAsync(Map, cancellationToken);

    /// <summary>At most so many contents that must be in the archive, drawn at random.</summary>
    public Task<List<Fingerprint>> SampleAsync(int limit, CancellationToken cancellationToken) =>
        database.Query("sample_archived", With("limit", limit)).ReadAsync(Map, cancellationToken);

    /// <summary>The contents that must no longer be in the archive.</summary>
    public Task<List<Fingerprint>> ErasedAsync(CancellationToken cancellationToken) =>
        database.Query("list_erased_contents").ReadAsync(Map, cancellationToken);

    private static Fingerprint Map(NpgsqlDataReader reader) => Fingerprint.FromBytes(reader.GetFieldValue<byte[]>(0));
}
