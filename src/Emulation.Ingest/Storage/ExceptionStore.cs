using Emulation.Ingest.Intake;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Npgsql;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>An exception as the office lists it.</summary>
/// <param name="RevokedBy">Null while it stands.</param>
/// <param name="Uses">Files accepted by it.</param>
public sealed record ListedExtension(
    long Number, int UnitId, string Duty, int PeriodId, DateOnly Until, string Reason, string GrantedBy, DateTimeOffset GrantedAt, string? RevokedBy, string? RevokedBecause, int Uses);

/// <summary>The exceptions after the lock.</summary>
public sealed class ExceptionStore(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Those that bear on files received on the days of a batch; one query, none for an empty batch.</summary>
    public async Task<IReadOnlyList<DeadlineExtension>> OpenAsync(PlanLookup plan, IReadOnlyCollection<FileInHand> files, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
        {
            return [];
        }

        var from = files.Min(file => plan.Plan.TimeZone.DateOf(file.Claim.ReceivedAt));
        return await database.Query("list_open_exceptions", With("plan_code", plan.Plan.Code), With("on_day", from)).ReadAsync(
            reader => new DeadlineExtension(
                reader.GetInt64(0), reader.GetInt32(1), FormKinds.FromName(reader.GetString(2))!.Value, reader.GetInt32(3), reader.GetFieldValue<DateOnly>(4), reader.GetString(5)),
            cancellationToken);
    }

    public Task<List<ListedExtension>> ListAsync(string planCode, CancellationToken cancellationToken) =>
        database.Query("list_exceptions", With("plan_code", planCode)).ReadAsync(
            reader => new ListedExtension(
                reader.GetInt64(0), reader.GetInt32(1), reader.GetString(2), reader.GetInt32(3), reader.GetFieldValue<DateOnly>(4), reader.GetString(5), reader.GetString(6),
                reader.Instant(7), reader.IsDBNull(8) ? null : reader.GetString(8), reader.IsDBNull(9) ? null : reader.GetString(9), reader.GetInt32(10)),
            cancellationToken);

    /// <returns>Its number; null if one is open already.</returns>
    public async Task<long?> GrantAsync(
        string planCode, int unitId, Duty duty, int periodId, DateOnly until, string reason, string grantedBy, CancellationToken cancellationToken) =>
        One(await database.Query(
            "grant_exception",
            With("plan_code", planCode), With("unit_id", unitId), With("duty", duty.Code), With("form", duty.Form.ToName()), With("period_id", periodId),
            With("until_day", until), With("reason", reason), With("granted_by", grantedBy), With("granted_at", time.GetUtcNow())).ReadAsync(reader => reader.GetInt64(0), cancellationToken));

    /// <returns>False if there is no such exception that stands.</returns>
    public async Task<bool> RevokeAsync(long number, string reason, string revokedBy, CancellationToken cancellationToken) =>
        One(await database.Query(
            "revoke_exception",
            With("exception_id", number), With("revoked_by", revokedBy), With("reason", reason), With("revoked_at", time.GetUtcNow())).ReadAsync(reader => reader.GetInt64(0), cancellationToken)) is not null;

    internal static async Task NoteUsesAsync(NpgsqlConnection connection, IReadOnlyList<Decision> decisions, CancellationToken cancellationToken)
    {
        var used = decisions.Where(decision => decision.Accepted is not null)
            .SelectMany(decision => decision.Accepted!.Exceptions.Select(exception => (decision.File.Claim.SubmissionId, exception.Number))).ToList();
        if (used.Count > 0)
        {
            await connection.Query(
                "add_exceptions_used",
                With("submission_ids", used.Select(one => one.SubmissionId).ToArray()), With("exception_ids", used.Select(one => one.Number).ToArray())).RunAsync(cancellationToken);
        }
    }

    private static long? One(List<long> rows) => rows.Count == 0 ? null : rows[0];
}
