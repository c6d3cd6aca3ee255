using Emulation.Ingest.Answers;
using Emulation.Ingest.Validation;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Ingest.Storage;

/// <summary>Registrations, initiatives, award proposals, findings and receipts as rows. The first three hold personal data.</summary>
internal static class EntryRows
{
    public static Task AppendRegistrationsAsync(NpgsqlConnection connection, IReadOnlyList<Decision> decisions, CancellationToken cancellationToken) =>
        CopyAsync(
            connection,
            "registrations (submission_id, row_number, is_collective, name, position, workplace, title_registered, commendation_registered, initiative_planned, note)",
            Entries(decisions, read => read.Registrations),
            (row, id, entry) => row.Add(id).Add(entry.RowNumber).Add(entry.IsCollective).Add(entry.Name).Add(entry.Position).Add(entry.Workplace)
                .Add(entry.Title).Add(entry.Commendation).Add(entry.PlannedInitiative).Add(entry.Note),
            cancellationToken);

    public static Task AppendInitiativesAsync(NpgsqlConnection connection, IReadOnlyList<Decision> decisions, CancellationToken cancellationToken) =>
        CopyAsync(
            connection,
            "initiatives (submission_id, row_number, title, author, co_authors, workplace, recognised_on, recognised_by, summary)",
            Entries(decisions, read => read.Initiatives),
            (row, id, entry) => row.Add(id).Add(entry.RowNumber).Add(entry.Title).Add(entry.Author).Add(entry.CoAuthors).Add(entry.Workplace)
                .Add(entry.RecognisedOn).Add(entry.RecognisedBy).Add(entry.Summary),
            cancellationToken);

    public static Task AppendProposalsAsync(NpgsqlConnection connection, IReadOnlyList<Decision> decisions, CancellationToken cancellationToken) =>
        CopyAsync(
            connection,
            "award_proposals (submission_id, row_number, is_collective, name, gender, born_on, position, workplace, title_proposed, commendation_proposed, is_registered, initiative_decision, discipline, votes_for, votes_total, summary, completion, recruited_on, earlier_decisions, is_direct_worker, staff_count, advanced_count, fighter_count)",
            Entries(decisions, read => read.AwardProposals),
            (row, id, entry) => row.Add(id).Add(entry.RowNumber).Add(entry.IsCollective).Add(entry.Name).Add(entry.Gender).Add(entry.BornOn).Add(entry.Position)
                .Add(entry.Workplace).Add(entry.Title).Add(entry.Commendation).Add(entry.IsRegistered).Add(entry.InitiativeDecision).Add(entry.Discipline)
                .Add(entry.VotesFor).Add(entry.VotesTotal).Add(entry.Summary).Add(entry.Completion).Add(entry.RecruitedOn).Add(entry.EarlierDecisions)
                .Add(entry.IsDirectWorker).Add(entry.Staff).Add(entry.AdvancedWorkers).Add(entry.EmulationFighters),
            cancellationToken);

    public static Task AppendFindingsAsync(NpgsqlConnection connection, IReadOnlyList<Decision> decisions, CancellationToken cancellationToken) =>
        CopyAsync(
            connection,
            "rejections (submission_id, ordinal, severity, code, sheet, row_number, address, found, expected, message, cure)",
            decisions.SelectMany(decision => decision.Findings.Select((finding, index) => (decision.File.Claim.SubmissionId, (Ordinal: index + 1, Finding: finding)))),
            (row, id, line) => row.Add(id).Add(line.Ordinal).Add(NameOf(line.Finding.Severity)).Add(line.Finding.Code).Add(line.Finding.Sheet)
                .Add(line.Finding.RowNumber).Add(line.Finding.Address).Add(line.Finding.Found).Add(line.Finding.Expected).Add(line.Finding.Message).Add(line.Finding.Cure),
            cancellationToken);

    public static Task AppendReceiptsAsync(NpgsqlConnection connection, IEnumerable<StoredReceipt> receipts, CancellationToken cancellationToken) =>
        CopyAsync(
            connection,
            "receipts (submission_id, folder, file_name, html, body_text)",
            receipts.Select(receipt => (receipt.SubmissionId, receipt)),
            (row, id, receipt) => row.Add(id).Add(receipt.Folder).Add(receipt.FileName).Add(receipt.Html).Add(receipt.Text),
            cancellationToken);

    public static Task AppendReturnedAsync(NpgsqlConnection connection, IReadOnlyList<Decision> decisions, CancellationToken cancellationToken) =>
        CopyAsync(
            connection,
            "returned_workbooks (submission_id, file_name, content)",
            decisions.Select(decision => (decision, Name: ReceiptBuilder.ReturnedOf(decision))).Where(one => one.Name is not null)
                .Select(one => (one.decision.File.Claim.SubmissionId, (one.Name!.FileName, Content: one.decision.File.Returned.Content!))),
            (row, id, returned) => row.Add(id).Add(returned.FileName).Add(returned.Content),
            cancellationToken);

    private static IEnumerable<(long SubmissionId, T Entry)> Entries<T>(IReadOnlyList<Decision> decisions, Func<ReadSubmission, IReadOnlyList<T>> pick) =>
        decisions.Where(decision => decision.Accepted is not null)
            .SelectMany(decision => pick(decision.Accepted!).Select(entry => (decision.File.Claim.SubmissionId, entry)));

    private static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "needs-explanation",
    };

    private static async Task CopyAsync<T>(
        NpgsqlConnection connection, string table, IEnumerable<(long SubmissionId, T Entry)> entries, Action<Row, long, T> write, CancellationToken cancellationToken)
    {
        var list = entries.ToList();
        if (list.Count == 0)
        {
            return;
        }

        await using var copy = await connection.BeginBinaryImportAsync($"copy emulation.{table} from stdin (format binary)", cancellationToken);
        foreach (var (submissionId, entry) in list)
        {
            await copy.StartRowAsync(cancellationToken);
            write(new Row(copy), submissionId, entry);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    /// <summary>One row of a COPY, column by column. PostgreSQL knows no NUL in text.</summary>
    private readonly struct Row(NpgsqlBinaryImporter copy)
    {
        private readonly NpgsqlBinaryImporter copy = copy;

        public Row Add(long value) => Put(value, NpgsqlDbType.Bigint);

        public Row Add(int value) => Put(value, NpgsqlDbType.Integer);

        public Row Add(int? value) => value is { } given ? Put(given, NpgsqlDbType.Integer) : Null();

        public Row Add(bool value) => Put(value, NpgsqlDbType.Boolean);

        public Row Add(bool? value) => value is { } given ? Put(given, NpgsqlDbType.Boolean) : Null();

        public Row Add(DateOnly? value) => value is { } given ? Put(given, NpgsqlDbType.Date) : Null();

        public Row Add(string? value) => value is null ? Null() : Put(value.Replace("\0", "", StringComparison.Ordinal), NpgsqlDbType.Text);

        public Row Add(byte[] value) => Put(value, NpgsqlDbType.Bytea);

        private Row Put<T>(T value, NpgsqlDbType type)
        {
            copy.Write(value, type);
            return this;
        }

        private Row Null()
        {
            copy.WriteNull();
            return this;
        }
    }
}
