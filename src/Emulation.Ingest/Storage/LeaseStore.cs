using Emulation.Ingest.Intake;
using Npgsql;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>Gives waiting files to one worker at a time, by the database's clock.</summary>
public sealed class LeaseStore(NpgsqlDataSource database, IntakeOptions options)
{
    // Two workers must not choose at once: each would see the other's folder as free.
    private const string OneChooserAtATime = "select pg_advisory_xact_lock(hashtextextended('emulation.intake.lease', 0))";

    /// <summary>The next files that nobody works on, first seen first; empty if there are none.</summary>
    public Task<List<Claim>> LeaseBatchAsync(string planCode, CancellationToken cancellationToken) =>
        LeaseAsync(planCode, "lease_submissions", [With("files", options.BatchFiles), With("bytes", options.BatchBytes)], cancellationToken);

    /// <summary>The next file in whose batch a process died; null if there is none.</summary>
    /// <remarks>Its attempts include the one about to begin, which is put on record just before reading.</remarks>
    public async Task<Claim?> LeaseSuspectAsync(string planCode, CancellationToken cancellationToken) =>
        (await LeaseAsync(planCode, "lease_suspect", [], cancellationToken)).SingleOrDefault() is { } claim ? claim with { Attempts = claim.Attempts + 1 } : null;

    /// <summary>Puts on record that reading the file begins once more.</summary>
    /// <returns>False if the lease was lost.</returns>
    public async Task<bool> CountAttemptAsync(Claim claim, CancellationToken cancellationToken) =>
        await database.Query("count_attempt", With("submission_id", claim.SubmissionId), With("lease_number", claim.LeaseNumber)).RunAsync(cancellationToken) == 1;

    public Task RenewAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken) =>
        database.Query("renew_leases", Ids(claims), Numbers(claims), With("lease_seconds", options.Lease.TotalSeconds)).RunAsync(cancellationToken);

    /// <summary>Puts files back into the queue.</summary>
    /// <param name="delay">They are not given out before.</param>
    /// <param name="givesAttemptBack">True if the failure had nothing to do with the file.</param>
    public Task ReleaseAsync(IReadOnlyList<Claim> claims, TimeSpan delay, bool givesAttemptBack, CancellationToken cancellationToken) =>
        claims.Count == 0 ? Task.CompletedTask : database.Query(
            "release_leases",
            Ids(claims),
            Numbers(claims),
            With("delay_seconds", claims.Select(_ => delay.TotalSeconds).ToArray()),
            With("attempts_back", claims.Select(_ => givesAttemptBack ? 1 : 0).ToArray())).RunAsync(cancellationToken);

    /// <summary>Ends the leases of processes of this machine that run no more.</summary>
    public async Task FreeTheDeadAsync(CancellationToken cancellationToken)
    {
        var owners = await database.Query("list_lease_owners").ReadAsync(reader => reader.GetString(0), cancellationToken);
        var gone = owners.Where(LeaseOwner.IsGone).ToArray();
        if (gone.Length > 0)
        {
            await database.Query("free_leases_of", With("owners", gone)).RunAsync(cancellationToken);
        }
    }

    internal static NpgsqlParameter Ids(IEnumerable<Claim> claims) => With("ids", claims.Select(claim => claim.SubmissionId).ToArray());

    internal static NpgsqlParameter Numbers(IEnumerable<Claim> claims) => With("lease_numbers", claims.Select(claim => claim.LeaseNumber).ToArray());

    private async Task<List<Claim>> LeaseAsync(string planCode, string query, NpgsqlParameter[] limits, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await new NpgsqlCommand(OneChooserAtATime, connection).RunAsync(cancellationToken);
        var claims = await connection.Query(
            query,
            [With("plan_code", planCode), With("owner", LeaseOwner.Current), With("lease_seconds", options.Lease.TotalSeconds), .. limits]).ReadAsync(Map, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [.. claims.OrderBy(claim => claim.SeenAt).ThenBy(claim => claim.SubmissionId)];
    }

    private static Claim Map(NpgsqlDataReader reader) => new(
        SubmissionId: reader.GetInt64(0),
        LeaseNumber: reader.GetInt32(1),
        Attempts: reader.GetInt32(2),
        State: StateOf(reader.GetString(3)),
        Folder: reader.GetString(4),
        Name: new RawName(reader.GetFieldValue<byte[]>(5)),
        UnitId: reader.IsDBNull(6) ? null : reader.GetInt32(6),
        SeenAt: reader.Instant(7),
        ReceivedAt: reader.Instant(12),
        FileSize: reader.IsDBNull(8) ? 0 : reader.GetInt64(8),
        FileHash: reader.IsDBNull(9) ? null : Fingerprint.FromBytes(reader.GetFieldValue<byte[]>(9)),
        HasLeft: reader.GetBoolean(10),
        IsAnswered: reader.GetBoolean(11));
}
