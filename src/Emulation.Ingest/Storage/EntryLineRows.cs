using Emulation.Ingest.Answers;
using Npgsql;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>The lists of earlier versions, to be compared with new ones.</summary>
internal static class EntryLineRows
{
    public static async Task<ILookup<long, EntryLine>> FindAsync(NpgsqlConnection connection, IReadOnlyCollection<long> submissionIds, CancellationToken cancellationToken)
    {
        var rows = submissionIds.Count == 0 ? [] : await connection.Query(
            "find_entries",
            With("submission_ids", submissionIds.ToArray()), With("yes", EntryLines.YesNo(true)!), With("no", EntryLines.YesNo(false)!),
            With("collective", EntryLines.Kind(true)), With("person", EntryLines.Kind(false))).ReadAsync(
            reader => (Id: reader.GetInt64(0), Line: new EntryLine(reader.GetInt32(1), reader.GetFieldValue<string?[]>(2))), cancellationToken);
        return rows.ToLookup(row => row.Id, row => row.Line);
    }
}
