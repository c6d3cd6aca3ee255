using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Reports.Storage;

/// <summary>Self-scores and the council's figures. Appended, never changed: the newest of a kind counts.</summary>
public sealed class ScoreOpinionStore(NpgsqlDataSource dataSource)
{
    /// <summary>Stores the opinions, all or none.</summary>
    public async Task AddAsync(
        StoredPlan plan, PeriodCode period, UnitCode unit, OpinionKind kind, IReadOnlyList<SelfScore> scores, string givenBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunSql.ExecuteAsync(
            transaction, "insert_score_opinions", cancellationToken,
            new("plan_code", plan.Plan.Code), new("unit_id", plan.Ids.Units[unit]), new("period_id", plan.Ids.Periods[period]),
            new("kind", kind.ToName()), new("given_by", givenBy), new("given_at", now.ToUniversalTime()),
            new("rule_codes", scores.Select(score => score.Rule).ToArray()), new("points", scores.Select(score => score.Points).ToArray()),
            Texts("reasons", scores.Select(score => score.Reason)), Texts("evidences", scores.Select(score => score.Evidence)));
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What counts now for a unit in a period, by rule and kind.</summary>
    public async Task<IReadOnlyList<ScoreOpinion>> OfAsync(StoredPlan plan, PeriodCode period, UnitCode unit, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        return await RunSql.ListAsync(
            transaction, "list_score_opinions",
            reader => new ScoreOpinion(
                reader.GetString(0), OpinionKinds.FromName(reader.GetString(1)), reader.GetDecimal(2), reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetString(5), reader.GetFieldValue<DateTimeOffset>(6)),
            cancellationToken,
            new("plan_code", plan.Plan.Code), new("period_id", plan.Ids.Periods[period]), new("unit_id", plan.Ids.Units[unit]));
    }

    private static NpgsqlParameter Texts(string name, IEnumerable<string?> texts) =>
        new(name, NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = texts.ToArray() };
}
