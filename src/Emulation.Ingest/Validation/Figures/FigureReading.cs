namespace Emulation.Ingest.Validation.Figures;

/// <summary>The value cells of a row, read as its indicator asks.</summary>
internal readonly record struct FigureReading(
    FigureState State, decimal? Value, decimal? Estimated, decimal? Numerator, decimal? Denominator, DateOnly? Date)
{
    public static FigureState StateOf(CellOutcome outcome) => outcome switch
    {
        CellOutcome.Value => FigureState.Value,
        CellOutcome.NotApplicable => FigureState.NotApplicable,
        _ => FigureState.NotReported,
    };
}
