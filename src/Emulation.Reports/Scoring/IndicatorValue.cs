using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>What is known of an indicator of a unit over a slot or a whole run, exact.</summary>
/// <param name="State">Value, not applicable or not reported; zero and estimated are read off the numbers.</param>
/// <param name="Number">Per cent for ratios, in full precision; null for dates and for states without value.</param>
/// <param name="Estimated">The estimated part in the indicator's measure; for a ratio over several periods the whole value. Null if all is actual.</param>
/// <param name="Source"><c>wave-report</c>; <c>figures</c> if any part came from the months; null if not reported.</param>
public readonly record struct IndicatorValue(
    ScoredState State, Fraction? Number, decimal? Estimated, decimal? Numerator, decimal? Denominator, DateOnly? Date, string? Source)
{
    /// <summary>The source of a value that rests on wave reports alone.</summary>
    public const string FromWaveReport = "wave-report";

    /// <summary>The source of a value of which any part came from the months.</summary>
    public const string FromFigures = "figures";

    public static readonly IndicatorValue NotReported = new(ScoredState.NotReported, null, null, null, null, null, null);

    public bool HasValue => State is not (ScoredState.NotReported or ScoredState.NotApplicable);

    /// <summary>A value, with zero and estimated told apart.</summary>
    public static IndicatorValue Of(Fraction? number, decimal? estimated, decimal? numerator, decimal? denominator, DateOnly? date, string source)
    {
        var state = estimated is not null and not 0 ? ScoredState.Estimated
            : number is { IsZero: true } ? ScoredState.Zero
            : ScoredState.Value;
        return new(state, number, state == ScoredState.Estimated ? estimated : null, numerator, denominator, date, source);
    }

    public static IndicatorValue NotApplicableFrom(string source) => new(ScoredState.NotApplicable, null, null, null, null, null, source);
}
