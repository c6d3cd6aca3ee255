using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>The value of every indicator × form × slot of a unit: the sums of SQL, combined over periods by the indicator's aggregation. Percentages are never added or averaged.</summary>
public sealed class FormValues
{
    private readonly RunCatalogue catalogue;
    private readonly int slots;
    private readonly FigureSum?[] sums;

    /// <param name="catalogue">All indicators of the plan.</param>
    /// <param name="slots">How many slots the run has.</param>
    /// <param name="figures">The sums of one unit.</param>
    public FormValues(RunCatalogue catalogue, int slots, IEnumerable<FigureSum> figures)
    {
        (this.catalogue, this.slots) = (catalogue, slots);
        sums = new FigureSum?[catalogue.Indicators.Length * slots * 2];
        foreach (var sum in figures)
        {
            if (catalogue.Find(sum.Indicator) is { } indicator)
            {
                ref var place = ref sums[PlaceOf(indicator, sum.Form, sum.Slot)];
                place = place is null ? sum : throw new ArgumentException($"Two sums of {sum.Indicator}, {sum.Form}, slot {sum.Slot}.", nameof(figures));
            }
        }
    }

    /// <summary>What the unit's files of that form say; <see cref="IndicatorValue.NotReported"/> if nothing.</summary>
    public IndicatorValue Get(Unit unit, RunIndicator indicator, FormKind form, int slot)
    {
        if (sums[PlaceOf(indicator, form, slot)] is not { } sum)
        {
            return IndicatorValue.NotReported;
        }
        var source = form == FormKind.WaveReport ? IndicatorValue.FromWaveReport : IndicatorValue.FromFigures;
        return sum switch
        {
            { Values: 0, NotApplicable: > 0 } => IndicatorValue.NotApplicableFrom(source),
            { Values: 0 } => IndicatorValue.NotReported,
            _ => indicator.Aggregation switch
            {
                Aggregation.Sum => IndicatorValue.Of(sum.Sum ?? 0, sum.Estimated, sum.Numerator, sum.Denominator, null, source),
                Aggregation.Last => Last(indicator.Indicator, sum, source),
                _ => Recomputed(unit, indicator.Indicator, sum, source),
            },
        };
    }

    private int PlaceOf(RunIndicator indicator, FormKind form, int slot) =>
        (((indicator.Place * slots) + slot) * 2) + (form == FormKind.WaveReport ? 1 : 0);

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
        _ => catalogue.Find(code.Value) is { Indicator.Kind: not IndicatorKind.Ratio } other
            ? Get(unit, other, sum.Form, sum.Slot).Number?.Round(6)
            : null,
    };

    private static Fraction? Percent(decimal? numerator, decimal? denominator) =>
        numerator is { } top && denominator is { } bottom && bottom != 0 ? (Fraction)top * 100 / bottom : null;
}
