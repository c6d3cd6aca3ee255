using System.Text.Encodings.Web;
using System.Text.Unicode;
using Emulation.Ingest.Intake;
using Emulation.Ingest.PersonalData;
using Npgsql;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>What is kept of people, found and erased.</summary>
public sealed class PersonStore(NpgsqlDataSource database)
{
    private const string Erased = "(đã xóa)";
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Every row of a plan that speaks of people.</summary>
    public Task<List<PersonRow>> ListAsync(string planCode, CancellationToken cancellationToken) =>
        database.Query("list_people", With("plan_code", planCode)).ReadAsync(
            reader => new PersonRow(
                reader.GetString(0), reader.GetInt64(1), reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetInt32(3), reader.GetString(4),
                reader.IsDBNull(5) ? null : reader.GetString(5), reader.IsDBNull(6) ? null : Fingerprint.FromBytes(reader.GetFieldValue<byte[]>(6)),
                reader.GetString(7), reader.GetString(8), reader.GetString(9)),
            cancellationToken);

    /// <summary>Erases the person from those rows and from the answers about them, and gives up the originals, all or nothing.</summary>
    /// <returns>The erasure's number.</returns>
    public async Task<long> EraseAsync(
        string planCode, IReadOnlyList<PersonRow> rows, IReadOnlyList<Fingerprint> originals, string reason, string erasedBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var erasure = (await connection.Query(
            "add_erasure", With("plan_code", planCode), With("erased_at", now), With("erased_by", erasedBy), With("reason", reason),
            With("row_count", rows.Count), With("original_count", originals.Count)).ReadAsync(reader => reader.GetInt64(0), cancellationToken)).Single();
        foreach (var source in rows.GroupBy(row => row.Source))
        {
            await connection.Query(
                $"erase_{source.Key}", With("ids", source.Select(row => row.SubmissionId).ToArray()), With("row_numbers", source.Select(row => row.RowNumber).ToArray()),
                With("erased", Erased)).RunAsync(cancellationToken);
        }

        foreach (var name in rows.Where(row => !row.IsEvidence).GroupBy(row => row.Name))
        {
            await connection.Query(
                "erase_answers", With("ids", name.Select(row => row.SubmissionId).Distinct().ToArray()), With("name", name.Key), With("html_name", Encoder.Encode(name.Key)),
                With("erased", Erased)).RunAsync(cancellationToken);
        }

        await connection.Query("add_erased_contents", With("hashes", originals.Select(hash => hash.ToBytes()).ToArray()), With("erasure_id", erasure)).RunAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return erasure;
    }
}
