using Emulation.Ingest.Intake;
using Emulation.Plan;
using Npgsql;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>What a marker means to take back.</summary>
/// <param name="Names">The names of accepted files that fit; more than one: it cannot be told which.</param>
/// <param name="Submission">The latest of that name; null if none or several fit.</param>
/// <param name="Versions">What it is a version of.</param>
public sealed record Withdrawal(IReadOnlyList<string> Names, WithdrawnSubmission? Submission, IReadOnlyList<CountedVersion> Versions)
{
    /// <summary>Those that would cease to count.</summary>
    public IEnumerable<CountedVersion> Counting => Versions.Where(version => version.IsCurrent);
}

/// <summary>A submission to be taken back.</summary>
public sealed record WithdrawnSubmission(long SubmissionId, string FileName, DateTimeOffset ReceivedAt);

/// <summary>A version, and whether it counts.</summary>
public sealed record CountedVersion(Cover Cover, int Number, bool IsCurrent);

/// <summary>Finds what markers mean, and takes it back.</summary>
internal static class WithdrawalRows
{
    /// <summary>What each marker of the batch means; read again under the locks before anything is decided.</summary>
    public static async Task<Dictionary<long, Withdrawal>> FindAsync(NpgsqlConnection connection, IEnumerable<FileInHand> files, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, Withdrawal>();
        foreach (var file in files.Where(file => file is { Withdraws: not null, Claim.UnitId: not null }))
        {
            found[file.Claim.SubmissionId] = await FindAsync(connection, file.Withdraws!, file.Claim.UnitId!.Value, cancellationToken);
        }

        return found;
    }

    /// <summary>Takes versions out of what counts; history stays.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, IReadOnlyList<Decision> decisions, CancellationToken cancellationToken)
    {
        foreach (var decision in decisions.Where(decision => decision.State == SubmissionState.Withdrawal))
        {
            await connection.Query(
                "withdraw_versions",
                With("submission_id", decision.Withdrawal!.Submission!.SubmissionId), With("withdrawn_by", decision.File.Claim.SubmissionId)).RunAsync(cancellationToken);
        }
    }

    private static async Task<Withdrawal> FindAsync(NpgsqlConnection connection, string target, int unitId, CancellationToken cancellationToken)
    {
        var accepted = await connection.Query("list_accepted_names", With("unit_id", unitId)).ReadAsync(
            reader => new WithdrawnSubmission(reader.GetInt64(0), reader.GetString(1), reader.Instant(2)), cancellationToken);
        var names = WithdrawalMarker.Meant(target, [.. accepted.Select(file => file.FileName)]);
        if (names is not [var name])
        {
            return new Withdrawal(names, null, []);
        }

        var latest = accepted.Last(file => string.Equals(file.FileName, name, StringComparison.OrdinalIgnoreCase));
        var versions = await connection.Query("list_versions_of", With("submission_id", latest.SubmissionId)).ReadAsync(
            reader => new CountedVersion(new Cover(reader.GetInt32(0), FormKinds.FromName(reader.GetString(1))!.Value, reader.GetInt32(2)), reader.GetInt32(3), reader.GetBoolean(4)),
            cancellationToken);
        return new Withdrawal(names, latest, versions);
    }
}
