using Emulation.Ingest.Answers;
using Emulation.Ingest.Intake;
using Emulation.Plan;
using Npgsql;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>A receipt as stored.</summary>
/// <param name="Folder">Relative to the share.</param>
/// <param name="Returned">The workbook that lies beside it; null for none.</param>
public sealed record StoredReceipt(long SubmissionId, string Folder, string FileName, string Html, string Text, ReturnedName? Returned);

/// <summary>The name of a returned workbook, and its bytes as stored.</summary>
public sealed record ReturnedName(string FileName, int Size);

/// <summary>Stores what became of a batch: figures, versions, findings and receipts in one transaction with the verdicts.</summary>
public sealed class SubmissionStore(NpgsqlDataSource database, IntakeOptions options, TimeProvider time)
{
    private const int Tries = 4;

    /// <summary>Records that the originals are in the archive.</summary>
    /// <returns>The submissions whose lease still held.</returns>
    public async Task<HashSet<long>> MarkArchivedAsync(IReadOnlyList<FileInHand> files, CancellationToken cancellationToken) =>
        files.Count == 0 ? [] : [.. await database.Query(
            "mark_archived",
            With("archived_at", time.GetUtcNow()),
            LeaseStore.Ids(files.Select(file => file.Claim)),
            LeaseStore.Numbers(files.Select(file => file.Claim)),
            With("hashes", files.Select(file => file.Hash!.Value.ToBytes()).ToArray()),
            With("sizes", files.Select(file => file.Content!.LongLength).ToArray())).ReadAsync(reader => reader.GetInt64(0), cancellationToken)];

    /// <summary>Forgets the archived content of files that changed while they were taken.</summary>
    public Task StartAgainAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken) =>
        claims.Count == 0 ? Task.CompletedTask : database.Query("start_again", LeaseStore.Ids(claims), LeaseStore.Numbers(claims)).RunAsync(cancellationToken);

    /// <summary>Decides and stores the files in order of receipt. Files whose lease was lost, or that are decided already, are left out.</summary>
    public async Task<IReadOnlyList<Decision>> StoreAsync(PlanLookup plan, IReadOnlyList<FileInHand> files, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return files.Count == 0 ? [] : await StoreOnceAsync(plan, files, cancellationToken);
            }
            catch (NpgsqlException exception) when (exception.IsTransient && attempt < Tries)
            {
                // Rolled back whole, or the answer to the commit was lost: then the rows say so at the next try.
                await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), TimeProvider.System, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<Decision>> StoreOnceAsync(PlanLookup plan, IReadOnlyList<FileInHand> files, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var ours = await LockAsync(connection, files, cancellationToken);
        await VersionLocks.TakeAsync(connection, plan, ours, cancellationToken);
        var known = await Known.LoadAsync(connection, plan, ours, cancellationToken);
        var decider = new Decider(plan, known);
        var decisions = ours.ConvertAll(decider.Decide);
        FailPoint.Reach("intake.store.decided");
        await WriteAsync(connection, decisions, await PrintAsync(plan, decisions), cancellationToken);
        FailPoint.Reach("intake.store.written");
        await transaction.CommitAsync(cancellationToken);
        return decisions;
    }

    private static async Task<List<FileInHand>> LockAsync(NpgsqlConnection connection, IReadOnlyList<FileInHand> files, CancellationToken cancellationToken)
    {
        var claims = files.Select(file => file.Claim).ToList();
        var locked = await connection.Query("lock_submissions", LeaseStore.Ids(claims), LeaseStore.Numbers(claims)).ReadAsync(reader => reader.GetInt64(0), cancellationToken);
        return [.. files.Where(file => locked.Contains(file.Claim.SubmissionId)).OrderBy(file => file.Claim.SeenAt).ThenBy(file => file.Claim.SubmissionId)];
    }

    private async Task<List<StoredReceipt>> PrintAsync(PlanLookup plan, List<Decision> decisions)
    {
        await using var press = new ReceiptPress();
        var builder = new ReceiptBuilder(plan, options);
        var receipts = new List<StoredReceipt>(decisions.Count);
        foreach (var decision in decisions.Where(decision => decision.State != SubmissionState.Withdrawn))
        {
            var printed = await press.PrintAsync(builder.Build(decision));
            receipts.Add(new StoredReceipt(
                decision.File.Claim.SubmissionId, builder.FolderOf(decision), ReceiptBuilder.FileNameOf(decision), printed.Html, printed.Text, ReceiptBuilder.ReturnedOf(decision)));
        }

        return receipts;
    }

    private async Task WriteAsync(NpgsqlConnection connection, List<Decision> decisions, List<StoredReceipt> receipts, CancellationToken cancellationToken)
    {
        await FigureRows.AppendAsync(connection, decisions, cancellationToken);
        await PackedRows.AppendAsync(connection, decisions, cancellationToken);
        await ExplanationRows.AppendAsync(connection, decisions, cancellationToken);
        await EntryRows.AppendRegistrationsAsync(connection, decisions, cancellationToken);
        await EntryRows.AppendInitiativesAsync(connection, decisions, cancellationToken);
        await EntryRows.AppendProposalsAsync(connection, decisions, cancellationToken);
        await EntryRows.AppendFindingsAsync(connection, decisions, cancellationToken);
        await VersionRows.AppendAsync(connection, decisions, cancellationToken);
        await WithdrawalRows.WriteAsync(connection, decisions, cancellationToken);
        await ExceptionStore.NoteUsesAsync(connection, decisions, cancellationToken);
        await EntryRows.AppendReceiptsAsync(connection, receipts, cancellationToken);
        await EntryRows.AppendReturnedAsync(connection, decisions, cancellationToken);
        await SettlementRows.WriteAsync(connection, decisions, time.GetUtcNow(), cancellationToken);
    }
}
