using Emulation.Ingest.Validation.Recognition;
using Emulation.Ingest.Validation.Values;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>Reads the value cells of the current row: counts, money, ratios, yes/no, dates. Null where a cell was refused.</summary>
internal sealed class FigureValues
{
    private readonly FormTable table;
    private readonly FigureColumns columns;
    private readonly Findings findings;
    private readonly CellValues cells;
    private readonly EstimateCell estimates;
    private readonly RatioValues ratios;

    public FigureValues(FormTable table, FigureColumns columns, Findings findings)
    {
        (this.table, this.columns, this.findings) = (table, columns, findings);
        cells = new CellValues(table, findings);
        estimates = new EstimateCell(table, columns, findings);
        ratios = new RatioValues(table, columns, cells, findings);
    }

    /// <summary>After the last row: what only a whole column shows.</summary>
    public void Finish() => cells.Finish();

    /// <param name="scale">For money: the row's measure over the indicator's.</param>
    public FigureReading? Read(Indicator indicator, decimal scale) => indicator.Kind switch
    {
        IndicatorKind.Ratio => ratios.Read(indicator),
        IndicatorKind.YesNo => ReadYesNo(indicator),
        IndicatorKind.Date => ReadDate(indicator),
        IndicatorKind.Money => ReadAmount(indicator, NumberRole.Amount, scale),
        _ => ReadAmount(indicator, NumberRole.Count, 1),
    };

    private FigureReading? ReadAmount(Indicator indicator, NumberRole role, decimal scale)
    {
        var actual = cells.Number(columns.Value, role, indicator.Measure, out var value);
        var expected = cells.Number(columns.Estimate, role, indicator.Measure, out var estimate);
        if (!HasNoParts(indicator) || actual == CellOutcome.Faulty || expected == CellOutcome.Faulty)
        {
            return null;
        }

        if (actual != CellOutcome.Value && expected != CellOutcome.Value)
        {
            return new FigureReading(FigureReading.StateOf(actual), null, null, null, null, null);
        }

        var estimated = expected == CellOutcome.Value ? Scaled(estimate, scale) : (decimal?)null;
        var whole = actual == CellOutcome.Value ? Scaled(value, scale) : 0;
        return new FigureReading(FigureState.Value, estimated is { } rest ? WorkbookNumber.Trimmed(whole + rest) : whole, estimated, null, null, null);
    }

    private static decimal Scaled(decimal value, decimal scale) => scale == 1 ? value : WorkbookNumber.Trimmed(value * scale);

    private FigureReading? ReadYesNo(Indicator indicator)
    {
        var outcome = cells.YesNo(columns.Value, out var isYes);
        return HasNoParts(indicator) && estimates.IsUnused(indicator) && outcome != CellOutcome.Faulty
            ? new FigureReading(FigureReading.StateOf(outcome), outcome == CellOutcome.Value ? isYes ? 1 : 0 : null, null, null, null, null)
            : null;
    }

    private FigureReading? ReadDate(Indicator indicator)
    {
        var outcome = cells.Date(columns.Value, out var date);
        return HasNoParts(indicator) && estimates.IsUnused(indicator) && outcome != CellOutcome.Faulty
            ? new FigureReading(FigureReading.StateOf(outcome), null, null, null, null, outcome == CellOutcome.Value ? date : null)
            : null;
    }

    private bool HasNoParts(Indicator indicator) =>
        HasNothing(indicator, columns.Numerator, "tử số") & HasNothing(indicator, columns.Denominator, "mẫu số");

    private bool HasNothing(Indicator indicator, int column, string what)
    {
        if (table.Cell(column).IsBlank)
        {
            return true;
        }

        findings.Add(RejectionCatalogue.RatioUnused, table.PlaceOf(column), ("code", indicator.Code.Value), ("found", what));
        return false;
    }
}
