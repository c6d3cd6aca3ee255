using Emulation.Ingest.Answers;
using Emulation.Ingest.Intake;
using Npgsql;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>The receipts as they must lie in the share, and which of them do.</summary>
public sealed class AnswerStore(NpgsqlDataSource database, IntakeOptions options, TimeProvider time)
{
    /// <summary>The receipts of those submissions that have one, in order.</summary>
    public Task<List<StoredReceipt>> FindAsync(IReadOnlyList<long> submissionIds, CancellationToken cancellationToken) =>
        database.Query("find_receipts", With("ids", submissionIds.ToArray())).ReadAsync(
            reader => new StoredReceipt(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                reader.IsDBNull(5) ? null : new ReturnedName(reader.GetString(5), reader.GetInt32(6))),
            cancellationToken);

    /// <summary>Puts an answer into the share, with the workbook that belongs to it.</summary>
    public async Task WriteAsync(ShareRoot share, StoredReceipt receipt, CancellationToken cancellationToken)
    {
        var workbook = receipt.Returned is null ? [] : await database.Query("get_returned_workbook", With("submission_id", receipt.SubmissionId))
            .ReadAsync(reader => reader.GetFieldValue<byte[]>(0), cancellationToken);
        ReceiptFiles.Write(share, receipt, workbook.SingleOrDefault());
    }

    /// <summary>Records that the answers are given; ends the leases.</summary>
    public Task MarkAsync(IReadOnlyList<FileInHand> files, CancellationToken cancellationToken) =>
        files.Count == 0 ? Task.CompletedTask : database.Query(
            "mark_answered",
            With("answered_at", time.GetUtcNow()),
            LeaseStore.Ids(files.Select(file => file.Claim)),
            LeaseStore.Numbers(files.Select(file => file.Claim)),
            With("have_left", files.Select(file => file.HasLeft).ToArray()),
            With("delay_seconds", files.Select(file => file.HasLeft ? 0 : options.PostponeFor.TotalSeconds).ToArray())).RunAsync(cancellationToken);

    /// <summary>The submissions answered since then.</summary>
    public Task<List<long>> AnsweredSinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        database.Query("list_answers_since", With("since", since)).ReadAsync(reader => reader.GetInt64(0), cancellationToken);
}
