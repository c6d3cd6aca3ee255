using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Waves;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>A closing that ever was.</summary>
/// <param name="Edition">1 for the first closing of a period, rising with each closing after a reopening.</param>
/// <param name="IsBinding">False once it was reopened.</param>
public sealed record StoredClosing(string PlanCode, PeriodCode Period, int Edition, long RunId, long PlanVersionId, bool IsBinding);

/// <summary>A closing of a period as the keys of score cards name it.</summary>
/// <param name="Mark">The first 12 hexadecimal digits of its result's hash.</param>
public sealed record PeriodClosing(int Edition, long RunId, string Mark);

/// <summary>Lists closings.</summary>
public sealed class ClosingStore(NpgsqlDataSource dataSource)
{
    /// <summary>Of all plans of the database, by plan, then in order of time.</summary>
    public async Task<IReadOnlyList<StoredClosing>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_closings",
            reader => new StoredClosing(
                reader.GetString(0), new PeriodCode(reader.GetString(1)), reader.GetInt32(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetBoolean(5)),
            cancellationToken);
    }

    /// <summary>Of a period, by edition.</summary>
    public async Task<IReadOnlyList<PeriodClosing>> OfPeriodAsync(StoredPlan plan, PeriodCode period, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_period_closings", reader => new PeriodClosing(reader.GetInt32(0), reader.GetInt64(1), reader.GetString(2)),
            cancellationToken, Of(plan, period));
    }

    /// <summary>Of a wave or the year, with what reopened them, by edition.</summary>
    public async Task<IReadOnlyList<WaveClosing>> WithReopeningsAsync(StoredPlan plan, Period period, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_wave_closings",
            reader => new WaveClosing(
                reader.GetInt32(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetString(4),
                reader.IsDBNull(5) ? null : new ReopenedClosing(reader.GetString(5), reader.GetString(6), reader.GetString(7), reader.GetFieldValue<DateTimeOffset>(8)),
                reader.ValueOrNull<long>(9)),
            cancellationToken, Of(plan, period.Code));
    }

    /// <summary>Who asked to reopen the closing that binds, and what was declined of it, in order of asking.</summary>
    public async Task<IReadOnlyList<ReopeningRequest>> RequestsAsync(StoredPlan plan, Period period, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_reopening_requests",
            reader => new ReopeningRequest(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3),
                reader.IsDBNull(4) ? null : new DeclinedReopening(reader.GetString(4), reader.GetString(5), reader.GetFieldValue<DateTimeOffset>(6))),
            cancellationToken, Of(plan, period.Code));
    }

    private static NpgsqlParameter[] Of(StoredPlan plan, PeriodCode period) => [new("plan_code", plan.Plan.Code), new("period_id", plan.Ids.Periods[period])];
}
