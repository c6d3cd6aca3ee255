using System.Security.Cryptography;
using Npgsql;

namespace Emulation.TestSupport;

/// <summary>What must hold whenever the system has come to rest (design §12); every fault test ends by asking here.</summary>
public static class Invariants
{
    /// <summary>Each row is one sentence of what is wrong; no rows: all is well.</summary>
    private static readonly (string Says, string Sql)[] Queries =
    [
        ("submission {0} waits at rest", """
            select submission_id::text from emulation.submissions where answered_at is null or state in ('claimed', 'archived')
            """),
        ("submission {0} lies in the inbox at rest", "select submission_id::text from emulation.submissions where left_inbox_at is null"),
        ("submission {0} is still leased at rest", """
            select submission_id::text from emulation.submissions where lease_owner is not null
            """),
        ("submission {0} has no receipt", """
            select submission_id::text from emulation.submissions
            where state <> 'withdrawn' and not exists (select from emulation.receipts where receipts.submission_id = submissions.submission_id)
            """),
        ("submission {0} was withdrawn and has a receipt", """
            select submission_id::text from emulation.submissions join emulation.receipts using (submission_id) where state = 'withdrawn'
            """),
        ("submission {0} counts other figures than it stored", """
            select submission_id::text from emulation.submissions
            left join (select submission_id, count(*) as stored from emulation.figures group by submission_id) as counted using (submission_id)
            where figure_count <> coalesce(stored, 0)
            """),
        ("submission {0} has figures without being accepted", """
            select distinct submission_id::text from emulation.figures
            where not exists (select from emulation.submissions where submissions.submission_id = figures.submission_id and state = 'accepted')
            """),
        ("submission {0} has figures outside what it is a version of", """
            select distinct submission_id::text from emulation.figures as figure
            where not exists (
                select from emulation.submission_versions as version
                where version.submission_id = figure.submission_id and version.unit_id = figure.unit_id and version.period_id = figure.period_id)
            """),
        ("accepted submission {0} is a version of nothing", """
            select submission_id::text from emulation.submissions where state = 'accepted'
                and not exists (select from emulation.submission_versions where submission_versions.submission_id = submissions.submission_id)
            """),
        ("versions have a gap or no newest one that counts: {0}", """
            select concat_ws(' ', unit_id, form, period_id) from emulation.submission_versions
            group by unit_id, form, period_id
            having max(version_number) <> count(*) or count(*) filter (where is_current) > 1
                or max(version_number) filter (where is_current or withdrawn_by is not null) is distinct from max(version_number)
            """),
        ("versions are not in order of receipt: {0}", """
            select concat_ws(' ', later.unit_id, later.form, later.period_id) from emulation.submission_versions as later
            join emulation.submission_versions as earlier using (unit_id, form, period_id)
            where earlier.version_number < later.version_number and earlier.received_at > later.received_at
            """),
        ("one content counts twice: {0}", """
            select concat_ws(' ', unit_id, encode(file_hash, 'hex')) from emulation.submissions
            where state = 'accepted'
                and not exists (select from emulation.submission_versions as version where version.submission_id = submissions.submission_id and version.withdrawn_by is not null)
            group by unit_id, file_hash having count(*) > 1
            """),
        ("duplicate {0} points to nothing accepted", """
            select submission_id::text from emulation.submissions as duplicate where state = 'duplicate'
                and not exists (select from emulation.submissions as first where first.submission_id = duplicate.duplicate_of
                    and first.state = 'accepted' and first.unit_id = duplicate.unit_id and first.file_hash = duplicate.file_hash)
            """),
        ("trial {0} counts", """
            select submission_id::text from emulation.submissions where state in ('checked', 'withdrawal') and (figure_count > 0
                or exists (select from emulation.submission_versions as version where version.submission_id = submissions.submission_id))
            """),
        ("version was taken back by something that is no marker of its unit: {0}", """
            select version.submission_id::text from emulation.submission_versions as version
            join emulation.submissions as taken on taken.submission_id = version.submission_id
            join emulation.submissions as marker on marker.submission_id = version.withdrawn_by
            where marker.state <> 'withdrawal' or marker.unit_id is distinct from taken.unit_id or marker.submission_id < taken.submission_id
            """),
        ("withdrawal {0} took nothing back", """
            select submission_id::text from emulation.submissions where state = 'withdrawal'
                and not exists (select from emulation.submission_versions as version where version.withdrawn_by = submissions.submission_id)
            """),
        ("rejected submission {0} names no error", """
            select submission_id::text from emulation.submissions where state in ('rejected', 'quarantined')
                and not exists (select from emulation.rejections where rejections.submission_id = submissions.submission_id and severity = 'error')
            """),
    ];

    /// <summary>What is wrong in the database, the archive and the share; empty if nothing is.</summary>
    /// <param name="archive">Root of the archive.</param>
    /// <param name="share">Root of the share.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(NpgsqlDataSource database, string archive, string share, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        foreach (var (says, sql) in Queries)
        {
            faults.AddRange((await TextsAsync(database, sql, cancellationToken)).Select(found => says.Replace("{0}", found, StringComparison.Ordinal)));
        }

        faults.AddRange(await PackInvariants.FaultsAsync(database, cancellationToken));
        faults.AddRange(await ArchiveFaultsAsync(database, archive, cancellationToken));
        faults.AddRange(await ReceiptFaultsAsync(database, share, cancellationToken));
        return faults;
    }

    private static async Task<IEnumerable<string>> ArchiveFaultsAsync(NpgsqlDataSource database, string archive, CancellationToken cancellationToken)
    {
        var hashes = await TextsAsync(database, """
            select encode(file_hash, 'hex') from (select file_hash from emulation.submissions union select file_hash from emulation.evidence_files) as named
            where file_hash is not null and not exists (select from emulation.erased_contents where erased_contents.file_hash = named.file_hash)
            """, cancellationToken);
        return hashes.Where(hash => !Holds(Path.Combine(archive, hash[..2], hash[2..4], hash), hash)).Select(hash => $"the archive has lost {hash}");
    }

    private static bool Holds(string path, string hash) => File.Exists(path) && Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) == hash;

    private static async Task<IEnumerable<string>> ReceiptFaultsAsync(NpgsqlDataSource database, string share, CancellationToken cancellationToken)
    {
        var stored = await TextsAsync(database, "select folder || '/' || file_name from emulation.receipts", cancellationToken);
        var returned = await TextsAsync(
            database, "select receipts.folder || '/' || returned.file_name from emulation.returned_workbooks as returned join emulation.receipts using (submission_id)", cancellationToken);
        var expected = stored.SelectMany(page => new[] { page, Path.ChangeExtension(page, ".txt") }).Concat(returned).ToHashSet(StringComparer.Ordinal);
        var lying = Directory.EnumerateFiles(share, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(share, file))
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "ket-qua")
            .ToHashSet(StringComparer.Ordinal);
        return [
            .. expected.Except(lying).Select(file => $"the receipt {file} is missing"),
            .. lying.Except(expected).Select(file => $"the receipt {file} belongs to nothing"),
        ];
    }

    private static async Task<List<string>> TextsAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
