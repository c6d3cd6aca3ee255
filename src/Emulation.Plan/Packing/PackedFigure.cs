namespace Emulation.Plan.Packing;

/// <summary>A figure as it stands in a pack: what a row of <c>emulation.figures</c> says, without the cell it came from.</summary>
/// <param name="State">As <c>figures.state</c>: 0 value, 1 not applicable, 2 not reported.</param>
public readonly record struct PackedFigure(
    int IndicatorId, byte State, decimal? Value, decimal? Estimated, decimal? Numerator, decimal? Denominator, DateOnly? Date);
