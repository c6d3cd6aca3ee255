using Emulation.Ingest.Validation;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>What really happened in a unit in a span, by one indicator: what an officer without a slip would report.</summary>
/// <param name="Value">Per cent 0–100 for ratios with two places, 1 or 0 for Có/Không, else the indicator's measure; null for dates and states without value.</param>
public sealed record TrueFigure(FigureState State, decimal? Value = null, decimal? Numerator = null, decimal? Denominator = null, DateOnly? Date = null)
{
    public static readonly TrueFigure NotApplicable = new(FigureState.NotApplicable);

    public static readonly TrueFigure NotReported = new(FigureState.NotReported);

    /// <summary>A ratio from its parts; nothing arose if there is nothing to divide by.</summary>
    public static TrueFigure Ratio(decimal numerator, decimal denominator) => denominator == 0
        ? NotApplicable
        : new(FigureState.Value, Math.Round(numerator / denominator * 100, 2, MidpointRounding.AwayFromZero), numerator, denominator);
}
