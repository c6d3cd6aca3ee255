using Emulation.Plan;
using Npgsql;
using NpgsqlTypes;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>Versions as rows: older ones cease to count, of the new ones the last counts.</summary>
internal static class VersionRows
{
    private const string Copy = """
        copy emulation.submission_versions (submission_id, unit_id, form, period_id, version_number, is_current, received_at, came_after_closing)
        from stdin (format binary)
        """;

    public static async Task AppendAsync(NpgsqlConnection connection, IReadOnlyList<Decision> decisions, CancellationToken cancellationToken)
    {
        var made = decisions.SelectMany(decision => decision.Versions.Select(version => (Decision: decision, Version: version))).ToList();
        if (made.Count == 0)
        {
            return;
        }

        var newest = made.GroupBy(one => one.Version.Cover).ToDictionary(group => group.Key, group => group.Max(one => one.Version.Number));
        await RetireAsync(connection, newest.Keys, cancellationToken);
        await using var copy = await connection.BeginBinaryImportAsync(Copy, cancellationToken);
        foreach (var (decision, version) in made)
        {
            Write(copy, decision, version, newest[version.Cover] == version.Number);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static Task<int> RetireAsync(NpgsqlConnection connection, IReadOnlyCollection<Cover> covers, CancellationToken cancellationToken) =>
        connection.Query(
            "retire_versions",
            With("unit_ids", covers.Select(cover => cover.UnitId).ToArray()),
            With("forms", covers.Select(cover => cover.Form.ToName()).ToArray()),
            With("period_ids", covers.Select(cover => cover.PeriodId).ToArray())).RunAsync(cancellationToken);

    private static void Write(NpgsqlBinaryImporter copy, Decision decision, NewVersion version, bool isCurrent)
    {
        copy.StartRow();
        copy.Write(decision.File.Claim.SubmissionId, NpgsqlDbType.Bigint);
        copy.Write(version.Cover.UnitId, NpgsqlDbType.Integer);
        copy.Write(version.Cover.Form.ToName(), NpgsqlDbType.Text);
        copy.Write(version.Cover.PeriodId, NpgsqlDbType.Integer);
        copy.Write(version.Number, NpgsqlDbType.Integer);
        copy.Write(isCurrent, NpgsqlDbType.Boolean);
        copy.Write(decision.File.Claim.ReceivedAt, NpgsqlDbType.TimestampTz);
        copy.Write(version.ClosedAt is not null, NpgsqlDbType.Boolean);
    }
}
