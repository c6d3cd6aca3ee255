using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>What a unit's accepted files of one form say about an indicator in one slot of a run, added up by SQL (<c>sum_figures</c>). Nothing is decided here.</summary>
/// <param name="Slot">Index of the slot in <see cref="RunSpan.Slots"/>.</param>
/// <param name="Values">Number of figures with a value.</param>
/// <param name="NotApplicable">Number of figures "không phát sinh".</param>
/// <param name="WithParts">Number of values that carry numerator and denominator.</param>
/// <param name="Sum">Sum of the values; null if there is none. Meaningless for ratios.</param>
/// <param name="Estimated">Sum of the estimated parts; null if all is actual.</param>
/// <param name="Numerator">Sum over the values with both parts.</param>
/// <param name="Denominator">Sum over the values with both parts.</param>
/// <param name="Last">The value of the latest period; null if no value was reported, or for indicators that are added up.</param>
public sealed record FigureSum(
    UnitCode Unit,
    IndicatorCode Indicator,
    FormKind Form,
    int Slot,
    int Values,
    int NotApplicable,
    int WithParts,
    decimal? Sum,
    decimal? Estimated,
    decimal? Numerator,
    decimal? Denominator,
    LastFigure? Last)
{
    /// <summary>True if a single value may not agree with its own numerator and denominator; that it does agree is certain where false.</summary>
    public bool HasDoubtfulParts { get; init; }
}

/// <summary>The figure of the latest period of a slot.</summary>
public sealed record LastFigure(decimal? Value, decimal? Estimated, decimal? Numerator, decimal? Denominator, DateOnly? Date);
