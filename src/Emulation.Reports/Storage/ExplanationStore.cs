using Emulation.Plan;
using Emulation.Plan.Storage;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>What a unit explains beside a figure of the report that counts.</summary>
/// <param name="Value">Null if the figure is no number.</param>
/// <param name="Row">1-based row of the file, or line.</param>
public sealed record GivenExplanation(UnitCode Unit, IndicatorCode Indicator, FormKind Form, long SubmissionId, int Version, decimal? Value, int Row, string Text);

/// <summary>A report that counts and still owes explanations.</summary>
/// <param name="Count">Figures that ask.</param>
public sealed record OpenExplanations(UnitCode Unit, FormKind Form, long SubmissionId, int Count);

/// <summary>The explanations of a period: those given, and those still owed. Of the versions that count only.</summary>
public sealed class ExplanationStore(NpgsqlDataSource database)
{
    /// <summary>In the plan's order of units, then by form and row.</summary>
    public async Task<IReadOnlyList<GivenExplanation>> ListAsync(StoredPlan plan, PeriodCode period, CancellationToken cancellationToken)
    {
        var (units, indicators) = (UnitsOf(plan), plan.Ids.Indicators.ToDictionary(pair => pair.Value, pair => pair.Key));
        var given = await ListAsync(
            "list_explanations",
            reader => units.ContainsKey(reader.GetInt32(0)) && indicators.TryGetValue(reader.GetInt32(1), out var indicator)
                ? new GivenExplanation(
                    units[reader.GetInt32(0)].Code, indicator, RunScope.FormOf(reader.GetString(2)), reader.GetInt64(3), reader.GetInt32(4),
                    reader.IsDBNull(5) ? null : reader.GetDecimal(5), reader.GetInt32(7), reader.GetString(9))
                : null,
            plan, period, cancellationToken);
        return [.. given.OrderBy(one => units[plan.Ids.Units[one.Unit]].Index)];
    }

    /// <summary>In the plan's order of units.</summary>
    public async Task<IReadOnlyList<OpenExplanations>> CountOpenAsync(StoredPlan plan, PeriodCode period, CancellationToken cancellationToken)
    {
        var units = UnitsOf(plan);
        var open = await ListAsync(
            "count_open_explanations",
            reader => units.TryGetValue(reader.GetInt32(0), out var unit)
                ? new OpenExplanations(unit.Code, RunScope.FormOf(reader.GetString(1)), reader.GetInt64(2), (int)reader.GetInt64(3))
                : null,
            plan, period, cancellationToken);
        return [.. open.OrderBy(one => units[plan.Ids.Units[one.Unit]].Index)];
    }

    private async Task<List<T>> ListAsync<T>(
        string statement, Func<NpgsqlDataReader, T?> map, StoredPlan plan, PeriodCode period, CancellationToken cancellationToken)
        where T : class
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await ReportSql.ListAsync(connection, statement, map, cancellationToken, new NpgsqlParameter("period_id", plan.Ids.Periods[period]));
        return [.. rows.OfType<T>()];
    }

    /// <summary>The plan's units by id; units of other versions are left out.</summary>
    private static Dictionary<int, (UnitCode Code, int Index)> UnitsOf(StoredPlan plan) =>
        plan.Plan.Units.Select((unit, index) => (unit.Code, index)).ToDictionary(unit => plan.Ids.Units[unit.Code], unit => (unit.Code, unit.index));
}
