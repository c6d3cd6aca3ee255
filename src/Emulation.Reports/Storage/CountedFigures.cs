using Emulation.Plan;
using Emulation.Reports.Reconciliation.Register;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>The figures a run counted, read some units at a time, so that a large run needs little memory.</summary>
internal sealed class CountedFigures(RunScope scope)
{
    private const int UnitsAtOnce = 100;
    private const short Value = 0;
    private const short NotApplicable = 1;

    public async IAsyncEnumerable<CountedUnit> ReadAsync(
        NpgsqlTransaction transaction, long runId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var units in scope.Plan.Plan.Units.Chunk(UnitsAtOnce))
        {
            var rows = (await RunSql.ListAsync(
                transaction, "list_counted_figures", Map, cancellationToken,
                new("run_id", runId), new("unit_ids", units.Select(unit => scope.Plan.Ids.Units[unit.Code]).ToArray()))).ToLookup(row => row.Unit, row => row.Figure);
            foreach (var unit in units)
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
