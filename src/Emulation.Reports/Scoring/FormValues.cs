using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>The value of every indicator × form × slot of a unit: the sums of SQL, combined over periods by the indicator's aggregation. Percentages are never added or averaged.</summary>
public sealed class FormValues
{
    private readonly Dictionary<(IndicatorCode, FormKind, int), FigureSum> sums;
    private readonly IReadOnlyDictionary<IndicatorCode, Indicator> indicators;

    /// <param name="catalogue">All indicators of the plan.</param>
    /// <param name="figures">The sums of one unit.</param>
    public FormValues(IReadOnlyDictionary<IndicatorCode, Indicator> catalogue, IEnumerable<FigureSum> figures)
    {
        indicators = catalogue;
        sums = figures.ToDictionary(sum => (sum.Indicator, sum.Form, sum.Slot));
    }

    /// <summary>What the unit's files of that form say; <see cref="IndicatorValue.NotReported"/> if nothing.</summary>
    public IndicatorValue Get(Unit unit, Indicator indicator, FormKind form, int slot)
    {
        if (!sums.TryGetValue((indicator.Code, form, slot), out var sum))
        {
            return IndicatorValue.NotReported;
        }
        var source = form.ToName();
        return sum switch
        {
            { Values: 0, NotApplicable: > 0 } => IndicatorValue.NotApplicableFrom(source),
            { Values: 0 } => IndicatorValue.NotReported,
            _ => AggregationOf(indicator) switch
            {
                Aggregation.Sum => IndicatorValue.Of(sum.Sum ?? 0, sum.Estimated, sum.Numerator, sum.Denominator, null, source),
                Aggregation.Last => Last(indicator, sum, source),
                _ => Recomputed(unit, indicator, sum, source),
            },
        };
    }

    /// <summary>How the indicator's periods become one. A ratio made of an indicator that counts a stock (its last value holds) is a stock itself: 10 of 16 communes in June and 12 of 16 in December are 12 of 16, not 22 of 32.</summary>
    public Aggregation AggregationOf(Indicator indicator) =>
        indicator.Aggregation == Aggregation.Recompute && (IsStock(indicator.NumeratorOf) || IsStock(indicator.DenominatorOf))
            ? Aggregation.Last
            : indicator.Aggregation;

    private bool IsStock(IndicatorCode? code) =>
        code is { } other && indicators.TryGetValue(other, out var source) && source.Aggregation == Aggregation.Last;

    private static IndicatorValue Last(Indicator indicator, FigureSum sum, string source)
    {
        var last = sum.Last ?? throw new InvalidOperationException($"The sums of {indicator.Code} carry no last value.");
        var percent = indicator.Kind == IndicatorKind.Ratio ? Percent(last.Numerator, last.Denominator) : null;
        return IndicatorValue.Of(percent ?? last.Value, last.Estimated, last.Numerator, last.Denominator, last.Date, source);
    }

    // A per cent without its parts cannot be combined with another: the parts of the indicators it is made of stand in,
    // else the values that have parts, else the latest per cent.
    private IndicatorValue Recomputed(Unit unit, Indicator indicator, FigureSum sum, string source)
    {
        var allHaveParts = sum.WithParts == sum.Values;
        if (sum.Values == 1)
        {
            return Last(indicator, sum, source);
        }
        var (numerator, denominator) = allHaveParts ? (sum.Numerator, sum.Denominator) : Parts(unit, indicator, sum);
        return Percent(numerator, denominator) is { } percent
            ? IndicatorValue.Of(percent, sum.Estimated is null ? null : percent.Round(2), numerator, denominator, null, source)
            : Last(indicator, sum, source);
    }

    private (decimal?, decimal?) Parts(Unit unit, Indicator indicator, FigureSum sum)
    {
        var numerator = Named(unit, indicator.NumeratorOf, sum);
        var denominator = Named(unit, indicator.DenominatorOf, sum);
        return numerator is not null && denominator is not null and not 0 ? (numerator, denominator) : (sum.Numerator, sum.Denominator);
    }

    private decimal? Named(Unit unit, IndicatorCode? code, FigureSum sum) => code?.Value switch
    {
        null => null,
        UnitCounts.Communes => unit.Communes,
        UnitCounts.RuralCommunes => unit.RuralCommunes,
        _ => indicators.TryGetValue(code.Value, out var other) && other.Kind != IndicatorKind.Ratio
            ? Get(unit, other, sum.Form, sum.Slot).Number?.Round(6)
            : null,
    };

    private static Fraction? Percent(decimal? numerator, decimal? denominator) =>
        numerator is { } top && denominator is { } bottom && bottom != 0 ? (Fraction)top * 100 / bottom : null;
}
