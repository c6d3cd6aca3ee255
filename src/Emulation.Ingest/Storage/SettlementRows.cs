using Emulation.Ingest.Validation;
using Emulation.Plan;
using Npgsql;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>Verdicts and security events as rows.</summary>
internal static class SettlementRows
{
    public static async Task WriteAsync(NpgsqlConnection connection, IReadOnlyList<Decision> decisions, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await connection.Query(
            "settle_submissions",
            With("decided_at", at),
            Each("ids", decisions, decision => decision.File.Claim.SubmissionId),
            Each("states", decisions, decision => decision.State.ToName()),
            Each("verdict_codes", decisions, decision => decision.VerdictCode),
            Each("file_kinds", decisions, decision => decision.File.Verdict?.FileKind),
            Each("forms", decisions, decision => decision.File.Verdict?.Form?.ToName()),
            Each("period_ids", decisions, decision => decision.PeriodId),
            Each("duplicates", decisions, decision => decision.DuplicateOf?.SubmissionId),
            Each("figure_counts", decisions, decision => decision.Accepted?.Figures.Count ?? 0),
            Each("row_counts", decisions, decision => decision.File.Verdict?.RowCount ?? 0),
            Each("data_as_of", decisions, decision => decision.Accepted?.DataAsOf),
            Each("have_left", decisions, decision => decision.File.HasLeft)).RunAsync(cancellationToken);
        await AddEventsAsync(connection, [.. decisions.Where(decision => EventOf(decision) is not null)], at, cancellationToken);
    }

    private static async Task AddEventsAsync(NpgsqlConnection connection, List<Decision> decisions, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (decisions.Count > 0)
        {
            await connection.Query(
                "add_security_events",
                With("happened_at", at),
                Each("kinds", decisions, decision => EventOf(decision)!),
                Each("folders", decisions, decision => decision.File.Place.Folder),
                Each("submission_ids", decisions, decision => decision.File.Claim.SubmissionId),
                Each("details", decisions, decision => $"{decision.VerdictCode}: {decision.File.Claim.Name}")).RunAsync(cancellationToken);
        }
    }

    private static string? EventOf(Decision decision) =>
        decision.File.SecurityEvent ?? (decision.File.Verdict is RefusedSubmission { NamesAnotherUnit: true } ? "another-unit" : null);

    private static NpgsqlParameter Each<T>(string name, IReadOnlyList<Decision> decisions, Func<Decision, T> pick) =>
        With(name, decisions.Select(pick).ToArray());
}
