using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Lineage;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>A figure a run counted, and where it leads: the cell, the file, the receipt.</summary>
/// <param name="Sheet">1-based; 0 for a text file.</param>
/// <param name="FileHash">SHA-256 of the archived original.</param>
/// <param name="ReceiptFile">Name of the receipt in the unit's results folder; null until it is written.</param>
public sealed record TracedFigure(
    IndicatorCode Indicator, FormKind Form, PeriodCode Period, long SubmissionId, int Version, short State, decimal? Value, decimal? Estimated,
    decimal? Numerator, decimal? Denominator, DateOnly? Date, short Sheet, int Row, short Column,
    string FileName, byte[] FileHash, DateTimeOffset ReceivedAt, string? ReceiptFile);

/// <summary>Follows aggregates of a run back to the cells they were added up from.</summary>
public sealed class RunTrace(NpgsqlDataSource dataSource)
{
    /// <summary>The figures behind a unit's results.</summary>
    /// <param name="indicator">Null for all indicators.</param>
    public async Task<IReadOnlyList<TracedFigure>> ReadAsync(
        long runId, StoredPlan plan, UnitCode unit, IndicatorCode? indicator, CancellationToken cancellationToken) =>
        [.. (await OfUnitsAsync(runId, plan, unit, indicator, cancellationToken))[unit]];

    /// <summary>The figures a unit's result in an indicator was computed from, and those it sent besides, which the wave report speaks over or which say nothing.</summary>
    public async Task<(IReadOnlyList<TracedFigure> Counted, IReadOnlyList<TracedFigure> PassedOver)> OfResultAsync(
        long runId, StoredPlan plan, Period period, UnitCode unit, IndicatorCode indicator, CancellationToken cancellationToken)
    {
        var sent = await ReadAsync(runId, plan, unit, indicator, cancellationToken);
        var counted = SpokenFigures.Of(RunSpan.Of(plan.Plan, period), sent);
        return (counted, [.. sent.Except(counted)]);
    }

    /// <summary>The figures behind the results of units.</summary>
    /// <param name="unit">Null for all units.</param>
    /// <param name="indicator">Null for all indicators.</param>
    public async Task<ILookup<UnitCode, TracedFigure>> OfUnitsAsync(
        long runId, StoredPlan plan, UnitCode? unit, IndicatorCode? indicator, CancellationToken cancellationToken)
    {
        var units = plan.Ids.Units.ToDictionary(pair => pair.Value, pair => pair.Key);
        var indicators = plan.Ids.Indicators.ToDictionary(pair => pair.Value, pair => pair.Key);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var figures = await RunSql.ListAsync(
            transaction, "trace_figure", reader => (Unit: units[reader.GetInt32(18)], Figure: Map(reader, indicators)), cancellationToken,
            new("run_id", runId), new("unit_id", unit is { } one ? plan.Ids.Units[one] : DBNull.Value),
            new("indicator_id", indicator is { } code ? plan.Ids.Indicators[code] : DBNull.Value));
        return figures.ToLookup(row => row.Unit, row => row.Figure);
    }

    private static TracedFigure Map(NpgsqlDataReader reader, Dictionary<int, IndicatorCode> indicators) => new(
        indicators[reader.GetInt32(0)], RunScope.FormOf(reader.GetString(1)), new PeriodCode(reader.GetString(2)),
        reader.GetInt64(3), reader.GetInt32(4), reader.GetInt16(5),
        reader.ValueOrNull<decimal>(6), reader.ValueOrNull<decimal>(7), reader.ValueOrNull<decimal>(8), reader.ValueOrNull<decimal>(9),
        reader.ValueOrNull<DateOnly>(10), reader.GetInt16(11), reader.GetInt32(12), reader.GetInt16(13),
        reader.GetString(14), reader.GetFieldValue<byte[]>(15), reader.GetFieldValue<DateTimeOffset>(16), reader.IsDBNull(17) ? null : reader.GetString(17));
}
