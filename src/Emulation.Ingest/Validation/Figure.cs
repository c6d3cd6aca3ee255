namespace Emulation.Ingest.Validation;

/// <summary>What a cell said. Blank, zero and not applicable are different things; stored as the number.</summary>
public enum FigureState : short
{
    /// <summary>A value, zero included.</summary>
    Value = 0,

    /// <summary>Không phát sinh: nothing of the kind arose.</summary>
    NotApplicable = 1,

    /// <summary>Left blank.</summary>
    NotReported = 2,
}

/// <summary>Where a figure stands in its file.</summary>
/// <param name="Sheet">1-based sheet; 0 for a text file.</param>
/// <param name="Row">1-based row (line number in a text file).</param>
/// <param name="Column">1-based column.</param>
public readonly record struct CellAddress(short Sheet, int Row, short Column)
{
    /// <summary>As a spreadsheet names it, e.g. <c>C7</c>; for a text file <c>dòng 7, cột 3</c> is said by the receipt.</summary>
    public override string ToString() => ColumnName(Column) + Row.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string ColumnName(int column) =>
        column <= 26 ? ((char)('A' + column - 1)).ToString() : ColumnName((column - 1) / 26) + (char)('A' + ((column - 1) % 26));
}

/// <summary>One valid number of a submission: unit, indicator, period, value, with the cell it came from.</summary>
/// <param name="UnitId">units.unit_id.</param>
/// <param name="IndicatorId">indicators.indicator_id.</param>
/// <param name="PeriodId">periods.period_id.</param>
/// <param name="Value">Per cent 0–100 for ratios, 1 or 0 for Có/Không, the indicator's measure otherwise; null for dates and for states other than value. Includes <paramref name="Estimated"/>.</param>
/// <param name="Estimated">The estimated part of <paramref name="Value"/>; null if all is actual.</param>
/// <param name="Numerator">Of a ratio; null if not given.</param>
/// <param name="Denominator">Of a ratio; null if not given, never zero.</param>
/// <param name="Date">For date indicators.</param>
public readonly record struct Figure(
    int UnitId,
    int IndicatorId,
    int PeriodId,
    FigureState State,
    decimal? Value,
    decimal? Estimated,
    decimal? Numerator,
    decimal? Denominator,
    DateOnly? Date,
    CellAddress Source);
