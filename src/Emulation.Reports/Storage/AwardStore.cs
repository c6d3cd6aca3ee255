using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Awards;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>Proposals and registrations that count, and what the council decided. Personal data.</summary>
public sealed class AwardStore(NpgsqlDataSource dataSource)
{
    /// <summary>The proposals of the plan's year with the council's newest decision (null if undecided); in plan order of the units, then by row.</summary>
    public async Task<IReadOnlyList<(Nominee Nominee, AwardDecision? Decision)>> NomineesAsync(StoredPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var units = plan.Ids.Units.ToDictionary(pair => pair.Value, pair => pair.Key);
        var order = plan.Plan.Units.Select((unit, index) => (unit.Code, index)).ToDictionary(pair => pair.Code, pair => pair.index);
        var rows = await ListAsync("list_nominees", plan, reader => (NomineeOf(reader, units[reader.GetInt32(2)]), DecisionOf(reader)), cancellationToken);
        return [.. rows.OrderBy(row => order.GetValueOrDefault(row.Item1.Unit, int.MaxValue))];
    }

    public async Task<IReadOnlyList<RegisteredTitle>> RegistrationsAsync(StoredPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var units = plan.Ids.Units.ToDictionary(pair => pair.Value, pair => pair.Key);
        return await ListAsync(
            "list_registered_titles", plan,
            reader => new RegisteredTitle(units[reader.GetInt32(0)], reader.GetBoolean(1), reader.GetString(2), Text(reader, 3), Text(reader, 4)), cancellationToken);
    }

    /// <returns>The id; null if there is no such proposal among those that count.</returns>
    public async Task<long?> DecideAsync(ProposalKey proposal, AwardDecision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.IdAsync(
            connection, "insert_award_decision", cancellationToken,
            new("submission_id", proposal.SubmissionId), new("row_number", proposal.RowNumber), new("decision", decision.Decision),
            ReportSql.Text("title_decided", decision.Title), new("reason", decision.Reason), new("decided_by", decision.DecidedBy),
            ReportSql.Instant("decided_at", decision.DecidedAt));
    }

    private async Task<List<T>> ListAsync<T>(string query, StoredPlan plan, Func<NpgsqlDataReader, T> map, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, query, map, cancellationToken,
            new("plan_code", plan.Plan.Code), new("period_id", plan.Ids.Periods[plan.Plan.YearPeriod.Code]));
    }

    private static Nominee NomineeOf(NpgsqlDataReader reader, UnitCode unit) => new(
        new ProposalKey(reader.GetInt64(0), reader.GetInt32(1)), unit, reader.GetBoolean(3), reader.GetString(4), Text(reader, 5), Day(reader, 6), Text(reader, 7),
        Text(reader, 8), Text(reader, 9), Text(reader, 10), Text(reader, 11), Whole(reader, 12), Whole(reader, 13), Text(reader, 14), Day(reader, 15), Text(reader, 16),
        reader.IsDBNull(17) ? null : reader.GetBoolean(17), Whole(reader, 18), Whole(reader, 19), Whole(reader, 20));

    private static AwardDecision? DecisionOf(NpgsqlDataReader reader) => reader.IsDBNull(21)
        ? null
        : new AwardDecision(reader.GetString(21), Text(reader, 22), reader.GetString(23), reader.GetString(24), reader.GetFieldValue<DateTimeOffset>(25));

    private static string? Text(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    private static DateOnly? Day(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetFieldValue<DateOnly>(ordinal);

    private static int? Whole(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetInt32(ordinal);
}
