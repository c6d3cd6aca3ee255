using Emulation.Plan;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Documents.Model;

/// <summary>Every indicator over all units, against the province's own target, else against the sum of what the units were set. Percentages are recomputed from numerators and denominators, never added or averaged.</summary>
internal static class IndicatorsPart
{
    public static IReadOnlyList<IndicatorTotal> Build(ReportInput input)
    {
        var period = input.Plan.PeriodByCode(input.Run.Period);
        var byIndicator = new TotalOverUnits(input.Plan, period).Of(input.Run.Indicators).ToLookup(result => result.Indicator);
        var goals = new ProvinceGoals(input.Plan);
        return
        [
            .. input.Plan.Indicators
                .Where(indicator => byIndicator.Contains(indicator.Code))
                .Select(indicator => Total(
                    indicator, [.. byIndicator[indicator.Code]], ProvincePart.GoalOf(goals, indicator, period, byIndicator[indicator.Code]), Previous(input, indicator))),
        ];
    }

    private static decimal? Previous(ReportInput input, Indicator indicator) =>
        input.Previous?.Indicators.FirstOrDefault(total => total.Code == indicator.Code.Value)?.Value;

    private static IndicatorTotal Total(Indicator indicator, IReadOnlyList<IndicatorResult> results, ProvinceGoal? goal, decimal? previous)
    {
        var reported = results.Where(HasValue).ToList();
        var value = reported.Count == 0 ? null : Value(indicator, reported, goal?.Date);
        var ofUnits = Target(indicator, results);
        var target = goal is null ? ofUnits : ProvincePart.Target(indicator, goal, results);
        int Count(TargetVerdict verdict) => results.Count(result => result.Verdict == verdict);
        return new IndicatorTotal(
            indicator.Code.Value,
            indicator.Name,
            indicator.Measure,
            indicator.Group.Value,
            reported.Count,
            results.Count(result => result.State != ScoredState.NotApplicable),
            value,
            Estimated(indicator, reported),
            target,
            Achieved(value, target),
            Count(TargetVerdict.Met),
            Count(TargetVerdict.Short),
            Count(TargetVerdict.Missing),
            Verdict(indicator, value, target),
            ProvincePart.CountsUnits(indicator),
            previous,
            goal is null ? null : new ProvinceOwn(goal.Date, ofUnits));
    }

    private static bool HasValue(IndicatorResult result) =>
        result.State is ScoredState.Value or ScoredState.Zero or ScoredState.Estimated && (result.Value is not null || result.Date is not null);

    private static decimal? Value(Indicator indicator, List<IndicatorResult> reported, DateOnly? day) => indicator.Kind switch
    {
        IndicatorKind.Ratio => Ratio(reported),
        IndicatorKind.YesNo => reported.Count(result => result.Value == 1),
        IndicatorKind.Date => reported.Count(result => ProvincePart.IsOnTime(result, day)),
        _ => reported.Sum(result => result.Value ?? 0),
    };

    private static decimal? Ratio(List<IndicatorResult> reported)
    {
        if (reported.Any(result => result.Numerator is null || result.Denominator is null))
        {
            return null;
        }

        var denominator = reported.Sum(result => result.Denominator!.Value);
        return denominator == 0
            ? null
            : decimal.Round(reported.Sum(result => result.Numerator!.Value) * 100 / denominator, 2, MidpointRounding.AwayFromZero);
    }

    private static decimal? Estimated(Indicator indicator, List<IndicatorResult> reported) =>
        indicator.Kind is IndicatorKind.Count or IndicatorKind.Money && reported.Any(result => result.Estimated is not null)
            ? reported.Sum(result => result.Estimated ?? 0)
            : null;

    /// <summary>What the units reporting or owing the indicator should reach together; null if a ratio's targets differ, for a common target would be invented.</summary>
    private static decimal? Target(Indicator indicator, IReadOnlyList<IndicatorResult> results)
    {
        var owing = results.Where(result => result.Verdict is not (TargetVerdict.None or TargetVerdict.Exempt) && result.State != ScoredState.NotApplicable).ToList();
        var values = owing.Where(result => result.Target is not null).Select(result => result.Target!.Value).ToList();
        return indicator.Kind switch
        {
            IndicatorKind.Ratio => values.Count > 0 && values.Distinct().Count() == 1 ? values[0] : null,
            IndicatorKind.YesNo or IndicatorKind.Date => owing.Count == 0 ? null : owing.Count,
            _ => values.Count == 0 ? null : values.Sum(),
        };
    }

    private static decimal? Achieved(decimal? value, decimal? target) =>
        value is { } reached && target is { } wanted && wanted != 0
            ? decimal.Round(reached * 100 / wanted, 1, MidpointRounding.AwayFromZero)
            : null;

    private static string Verdict(Indicator indicator, decimal? value, decimal? target)
    {
        if (value is null || target is null)
        {
            return "none";
        }

        var isMet = indicator.Direction == Direction.LessIsBetter ? value <= target : value >= target;
        return isMet ? "met" : "short";
    }
}
