using Emulation.Plan;
using Emulation.Reports.Reconciliation.Register;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>Figures a run counted, one by one with their cells; read some units at a time, so that a large run needs little memory.</summary>
internal sealed class CountedFigures(RunScope scope)
{
    private const int UnitsAtOnce = 200;
    private const short Value = 0;
    private const short NotApplicable = 1;

    /// <summary>The units of which something is wanted, each with what is wanted of it.</summary>
    public async IAsyncEnumerable<CountedUnit> ReadAsync(
        NpgsqlTransaction transaction, long runId, WantedFigures wanted, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var asked = scope.Plan.Plan.Units.Select(unit => (Unit: unit, Indicators: wanted.Of(unit.Code))).Where(pair => pair.Indicators.Count > 0);
        foreach (var units in asked.Chunk(UnitsAtOnce))
        {
            await RunSql.ExecuteAsync(transaction, "prefer_hashing", cancellationToken);
            var pairs = units.SelectMany(pair => pair.Indicators.Select(indicator => (UnitId: scope.Plan.Ids.Units[pair.Unit.Code], IndicatorId: scope.Plan.Ids.Indicators[indicator]))).ToList();
            var rows = (await RunSql.ListAsync(
                transaction, "list_counted_figures", Map, cancellationToken,
                new("run_id", runId), new("unit_ids", pairs.Select(pair => pair.UnitId).ToArray()), new("indicator_ids", pairs.Select(pair => pair.IndicatorId).ToArray())))
                .ToLookup(row => row.Unit, row => row.Figure);
            foreach (var (unit, _) in units)
            {
                yield return new CountedUnit(unit, rows[unit.Code].OfType<CountedFigure>());
            }
        }
    }

    private (UnitCode Unit, CountedFigure? Figure) Map(NpgsqlDataReader reader) => (
        scope.UnitOf(reader.GetInt32(0)),
        scope.IndicatorOf(reader.GetInt32(1)) is not { } indicator ? null : new CountedFigure(
            indicator, RunScope.FormOf(reader.GetString(2)), scope.PeriodOf(reader.GetInt32(3)), reader.GetInt16(4) == NotApplicable,
            reader.GetInt16(4) == Value ? reader.ValueOrNull<decimal>(5) : null, reader.ValueOrNull<decimal>(6), reader.ValueOrNull<decimal>(7), reader.ValueOrNull<decimal>(8),
            reader.ValueOrNull<DateOnly>(9), reader.GetInt64(10), reader.GetInt16(11), reader.GetInt32(12), reader.GetInt16(13)));
}
