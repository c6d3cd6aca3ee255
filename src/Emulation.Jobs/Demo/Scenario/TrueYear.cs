using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>The invented truth of the plan year: a figure for every unit, indicator and month, consistent with the plan's targets, bounds and checks.</summary>
public sealed class TrueYear(EmulationPlan plan, Dice dice)
{
    private readonly Dictionary<(UnitCode Unit, IndicatorCode Indicator, int Month), TrueFigure> known = [];
    private readonly TrueMonth rules = new(plan, dice);
    private readonly List<Period> months = [.. plan.Months];

    /// <summary>The indicators a unit reports, in the order of the catalogue.</summary>
    public IReadOnlyList<Indicator> IndicatorsOf(Unit unit) =>
        [.. plan.Indicators.Where(indicator => indicator.FromDuty is null).Where(indicator => indicator.Units.Count == 0 || indicator.Units.Any(group => plan.UnitsIn(group).Contains(unit)))];

    /// <summary>What happened in one month.</summary>
    public TrueFigure Month(Unit unit, Indicator indicator, Period month) => At(unit, indicator, months.IndexOf(month));

    /// <summary>What happened over several months, in order of time: added up, recomputed from its parts, or the last value.</summary>
    public TrueFigure Span(Unit unit, Indicator indicator, IReadOnlyList<Period> span)
    {
        var parts = span.Select(month => Month(unit, indicator, month)).Where(figure => figure.State != FigureState.NotReported).ToList();
        var values = parts.Where(figure => figure.State == FigureState.Value).ToList();
        if (values.Count == 0)
        {
            return parts.Count == 0 ? TrueFigure.NotReported : TrueFigure.NotApplicable;
        }

        return indicator.Aggregation switch
        {
            Aggregation.Last => values[^1],
            Aggregation.Recompute when IsStock(indicator) => values[^1],
            Aggregation.Recompute => TrueFigure.Ratio(values.Sum(figure => figure.Numerator!.Value), values.Sum(figure => figure.Denominator!.Value)),
            _ => new TrueFigure(FigureState.Value, values.Sum(figure => figure.Value!.Value)),
        };
    }

    /// <summary>A share of something that stands rather than happens (communes that meet a standard): its parts are not added over months.</summary>
    private bool IsStock(Indicator ratio) =>
        ratio.NumeratorOf is { } part && plan.IndicatorByCode(part).Aggregation == Aggregation.Last;

    private TrueFigure At(Unit unit, Indicator indicator, int month)
    {
        var key = (unit.Code, indicator.Code, month);
        if (!known.TryGetValue(key, out var figure))
        {
            figure = rules.Of(unit, indicator, month, other => At(unit, plan.IndicatorByCode(other), month));
            known[key] = figure;
        }

        return figure;
    }
}
