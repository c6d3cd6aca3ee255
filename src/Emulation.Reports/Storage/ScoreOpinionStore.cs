using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Plan.Storage;
using Emulation.Reports.Evidence;
using Emulation.Reports.Scoring;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Reports.Storage;

/// <summary>Self-scores and the council's figures. Appended, never changed: the newest of a kind counts.</summary>
public sealed class ScoreOpinionStore(NpgsqlDataSource dataSource)
{
    /// <summary>Stores the opinions, all or none.</summary>
    /// <param name="kept">The file behind a single one, safe in the archive; null if there is none.</param>
    public async Task AddAsync(
        StoredPlan plan, PeriodCode period, UnitCode unit, OpinionKind kind, IReadOnlyList<SelfScore> scores, KeptEvidence? kept, string givenBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var ids = await RunSql.ListAsync(
            transaction, "insert_score_opinions", reader => reader.GetInt64(0), cancellationToken,
            new("plan_code", plan.Plan.Code), new("unit_id", plan.Ids.Units[unit]), new("period_id", plan.Ids.Periods[period]),
            new("kind", kind.ToName()), new("given_by", givenBy), new("given_at", now.ToUniversalTime()),
            new("rule_codes", scores.Select(score => score.Rule).ToArray()), new("points", scores.Select(score => score.Points).ToArray()),
            Texts("reasons", scores.Select(score => score.Reason)), Texts("evidences", scores.Select(score => score.Evidence)));
        await EvidenceRows.AddAsync(transaction, kept, null, ids.Count > 0 ? ids[0] : null, givenBy, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What counts now for a unit in a period, by rule and kind.</summary>
    public async Task<IReadOnlyList<ScoreOpinion>> OfAsync(StoredPlan plan, PeriodCode period, UnitCode unit, CancellationToken cancellationToken) =>
        [.. (await ListAsync(plan, period, plan.Ids.Units[unit], null, cancellationToken)).Select(row => row.Opinion)];

    /// <summary>What counts now for all units in a period.</summary>
    public Task<ILookup<UnitCode, ScoreOpinion>> OfPeriodAsync(StoredPlan plan, PeriodCode period, CancellationToken cancellationToken) =>
        OfPeriodAsync(plan, period, null, cancellationToken);

    /// <summary>What counted at that instant for all units in a period.</summary>
    /// <param name="at">Null for now.</param>
    public async Task<ILookup<UnitCode, ScoreOpinion>> OfPeriodAsync(StoredPlan plan, PeriodCode period, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var units = plan.Ids.Units.ToDictionary(pair => pair.Value, pair => pair.Key);
        return (await ListAsync(plan, period, null, at, cancellationToken)).ToLookup(row => units[row.UnitId], row => row.Opinion);
    }

    private async Task<List<(int UnitId, ScoreOpinion Opinion)>> ListAsync(StoredPlan plan, PeriodCode period, int? unitId, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        return await RunSql.ListAsync(
            transaction, "list_score_opinions",
            reader => (reader.GetInt32(0), new ScoreOpinion(
                reader.GetString(1), OpinionKinds.FromName(reader.GetString(2)), reader.GetDecimal(3), reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.IsDBNull(5) ? null : reader.GetString(5), reader.GetString(6), reader.GetFieldValue<DateTimeOffset>(7))
            {
                File = EvidenceRows.Read(reader, 8),
            }),
            cancellationToken,
            new("plan_code", plan.Plan.Code), new("period_id", plan.Ids.Periods[period]), new NpgsqlParameter("unit_id", NpgsqlDbType.Integer) { Value = unitId is { } id ? id : DBNull.Value },
            ReportSql.Instant("given_until", at));
    }

    private static NpgsqlParameter Texts(string name, IEnumerable<string?> texts) =>
        new(name, NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = texts.ToArray() };
}
