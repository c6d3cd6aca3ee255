using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Reconciliation;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>Explanations given beside figures, and those still owed: of the versions that count now, or of those a run counted.</summary>
public sealed class ExplanationStore(NpgsqlDataSource database)
{
    /// <summary>Given for a period, by the versions that count now; in the plan's order of units, then by form and row.</summary>
    public Task<IReadOnlyList<GivenExplanation>> ListAsync(StoredPlan plan, PeriodCode period, CancellationToken cancellationToken) =>
        GivenAsync("list_explanations", plan, new NpgsqlParameter("period_id", plan.Ids.Periods[period]), cancellationToken);

    /// <summary>Still owed for a period, by the versions that count now; in the plan's order of units.</summary>
    public Task<IReadOnlyList<OpenExplanations>> CountOpenAsync(StoredPlan plan, PeriodCode period, CancellationToken cancellationToken) =>
        OpenAsync("count_open_explanations", plan, new NpgsqlParameter("period_id", plan.Ids.Periods[period]), cancellationToken);

    /// <summary>What goes with a run: the same, today and years later.</summary>
    public async Task<RunExplanations> OfRunAsync(StoredPlan plan, long runId, CancellationToken cancellationToken) => new(
        await GivenAsync("list_run_explanations", plan, new NpgsqlParameter("run_id", runId), cancellationToken),
        await OpenAsync("count_run_open_explanations", plan, new NpgsqlParameter("run_id", runId), cancellationToken));

    private async Task<IReadOnlyList<GivenExplanation>> GivenAsync(string statement, StoredPlan plan, NpgsqlParameter of, CancellationToken cancellationToken)
    {
        var (units, indicators) = (UnitsOf(plan), plan.Ids.Indicators.ToDictionary(pair => pair.Value, pair => pair.Key));
        var given = await ListAsync(
            statement,
            reader => units.ContainsKey(reader.GetInt32(0)) && indicators.TryGetValue(reader.GetInt32(1), out var indicator)
                ? new GivenExplanation(
                    units[reader.GetInt32(0)].Code, indicator, RunScope.FormOf(reader.GetString(2)), reader.GetInt64(3), reader.GetInt32(4),
                    reader.ValueOrNull<decimal>(5), reader.GetInt32(6), reader.GetString(7))
                : null,
            of, cancellationToken);
        return [.. given.OrderBy(one => units[plan.Ids.Units[one.Unit]].Index)];
    }

    private async Task<IReadOnlyList<OpenExplanations>> OpenAsync(string statement, StoredPlan plan, NpgsqlParameter of, CancellationToken cancellationToken)
    {
        var units = UnitsOf(plan);
        var open = await ListAsync(
            statement,
            reader => units.TryGetValue(reader.GetInt32(0), out var unit)
                ? new OpenExplanations(unit.Code, RunScope.FormOf(reader.GetString(1)), reader.GetInt64(2), (int)reader.GetInt64(3))
                : null,
            of, cancellationToken);
        return [.. open.OrderBy(one => units[plan.Ids.Units[one.Unit]].Index)];
    }

    private async Task<List<T>> ListAsync<T>(string statement, Func<NpgsqlDataReader, T?> map, NpgsqlParameter of, CancellationToken cancellationToken)
        where T : class
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. (await ReportSql.ListAsync(connection, statement, map, cancellationToken, of)).OfType<T>()];
    }

    /// <summary>The plan's units by id; units of other versions are left out.</summary>
    private static Dictionary<int, (UnitCode Code, int Index)> UnitsOf(StoredPlan plan) =>
        plan.Plan.Units.Select((unit, index) => (unit.Code, index)).ToDictionary(unit => plan.Ids.Units[unit.Code], unit => (unit.Code, unit.index));
}
