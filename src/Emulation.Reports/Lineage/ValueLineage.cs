using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using static Emulation.Reports.Lineage.Leaves;

namespace Emulation.Reports.Lineage;

/// <summary>A unit's indicators: values from cells or from the arrival of a duty's files, targets from the plan.</summary>
internal sealed class ValueLineage(LineageData data, DutyLineage duties)
{
    public LineageNode Value(UnitCode unit, Indicator indicator)
    {
        var result = data.IndicatorOf(unit, indicator.Code);
        var says = Text($"{indicator.Code} of {unit}");
        var counted = SpokenFigures.Of(data.Span, data.Figures[unit].Where(figure => figure.Indicator == indicator.Code));
        return result switch
        {
            _ when indicator.FromDuty is { } duty => new LineageNode(LineageStep.Statement, says + ", the day on which the duty was met", null, duties.Standings(unit, duty)),
            null or { State: ScoredState.NotReported } => new LineageNode(LineageStep.Statement, says + " was not reported", null, [Absence(Text($"no accepted file of {unit} says {indicator.Code}"))]),
            { State: ScoredState.NotApplicable } => NotApplicable(says, result, counted),
            _ => Combined(says, indicator, result, [.. counted.Where(figure => figure.State == 0)]),
        };
    }

    public LineageNode Estimated(UnitCode unit, Indicator indicator)
    {
        var figures = SpokenFigures.Of(data.Span, data.Figures[unit].Where(figure => figure.Indicator == indicator.Code && figure.Estimated is not null));
        var result = data.IndicatorOf(unit, indicator.Code);
        return Added(Text($"estimated part of {indicator.Code} of {unit}"), result?.Estimated, [.. figures.Select(figure => Figure(figure, figure.Estimated, " (estimated part)"))]);
    }

    /// <summary>A part of a ratio over the run.</summary>
    public LineageNode Part(UnitCode unit, Indicator indicator, bool isNumerator)
    {
        var result = data.IndicatorOf(unit, indicator.Code)!;
        var (name, total) = isNumerator ? ("numerator", result.Numerator) : ("denominator", result.Denominator);
        var figures = SpokenFigures.Of(data.Span, data.Figures[unit].Where(figure => figure.Indicator == indicator.Code)).Where(figure => figure.State == 0);
        return Added(Text($"{name} of {indicator.Code} of {unit}"), total, [.. figures.Select(figure => Figure(figure, isNumerator ? figure.Numerator : figure.Denominator, Text($" ({name})")))]);
    }

    public LineageNode Target(UnitCode unit, Indicator indicator)
    {
        var result = data.IndicatorOf(unit, indicator.Code);
        var asked = result switch
        {
            { Verdict: TargetVerdict.Exempt } => "exempt",
            { TargetDate: { } day } => Text($"by {day:yyyy-MM-dd}"),
            { Target: { } target } => Text($"{target}"),
            _ => "nothing set",
        };
        return PlanLine(data, "targets.csv", Text($"{indicator.Code} for {unit}: {asked}"), result?.Target);
    }

    public LineageNode Achieved(UnitCode unit, Indicator indicator) => new(
        LineageStep.Percent, Text($"{indicator.Code} of {unit} ÷ target × 100"), data.IndicatorOf(unit, indicator.Code)?.AchievedPercent,
        [Value(unit, indicator), Target(unit, indicator)])
    { Places = 1 };

    /// <summary>That the unit's indicator is met, short, missing or not judged.</summary>
    public LineageNode Verdict(UnitCode unit, Indicator indicator) => new(
        LineageStep.Statement, Text($"{indicator.Code} of {unit} is {data.IndicatorOf(unit, indicator.Code)?.Verdict}"), null,
        [Value(unit, indicator), Target(unit, indicator)]);

    private static LineageNode NotApplicable(string says, IndicatorResult result, IReadOnlyList<TracedFigure> counted) => new(
        LineageStep.Statement, says + (result.Verdict == TargetVerdict.Exempt ? " is exempt" : " did not arise"), null,
        counted.Count > 0 ? [.. counted.Select(figure => Figure(figure, null))] : [Absence("nothing was asked")]);

    private static LineageNode Combined(string says, Indicator indicator, IndicatorResult result, List<TracedFigure> figures)
    {
        if (indicator.Kind == IndicatorKind.Date)
        {
            return new LineageNode(LineageStep.Statement, says + Text($", {result.Date:yyyy-MM-dd}"), null, [.. figures.Select(figure => Figure(figure, null))]);
        }

        return indicator.Kind == IndicatorKind.Ratio && Quotient(says, result, figures) is { } quotient
            ? quotient
            : Added(says, result.Value, [.. figures.Select(figure => Figure(figure, figure.Value))]);
    }

    // Of all parts, or of the latest ones where the last value holds; else the per cent itself stands.
    private static LineageNode? Quotient(string says, IndicatorResult result, List<TracedFigure> figures)
    {
        foreach (var used in new[] { figures.FindAll(figure => figure.Denominator is not null), figures.TakeLast(1).ToList() })
        {
            if (used.Count > 0 && used.Sum(figure => figure.Numerator) == result.Numerator && used.Sum(figure => figure.Denominator) == result.Denominator && result.Denominator is not (null or 0))
            {
                return new LineageNode(LineageStep.Percent, says + ", numerators ÷ denominators × 100", result.Value,
                [
                    new(LineageStep.Sum, "numerators", result.Numerator, [.. used.Select(figure => Figure(figure, figure.Numerator, " (numerator)"))]),
                    new(LineageStep.Sum, "denominators", result.Denominator, [.. used.Select(figure => Figure(figure, figure.Denominator, " (denominator)"))]),
                ]);
            }
        }

        return null;
    }

    /// <summary>A sum, or the last value where that holds; where neither gives it, a statement that rests on the cells.</summary>
    private static LineageNode Added(string says, decimal? value, List<LineageNode> cells)
    {
        var step = cells switch
        {
            [] => LineageStep.Statement,
            [var only] when only.Value == value => LineageStep.Same,
            _ when cells.Sum(cell => cell.Value) == value => LineageStep.Sum,
            _ when cells[^1].Value == value => LineageStep.Last,
            _ => LineageStep.Statement,
        };
        return new LineageNode(step, says, value, cells.Count > 0 ? cells : [Absence("no cell says it")]);
    }
}
