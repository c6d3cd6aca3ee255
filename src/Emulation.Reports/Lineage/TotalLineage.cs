using Emulation.Plan;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;
using static Emulation.Reports.Lineage.Leaves;

namespace Emulation.Reports.Lineage;

/// <summary>An indicator over all units, and the movements over all units.</summary>
internal sealed class TotalLineage(LineageData data, ValueLineage values, PointLineage points)
{
    private readonly TotalOverUnits total = new(data.Plan.Plan, data.Plan.Plan.PeriodByCode(data.Result.Period));
    private readonly ProvinceLineage province = new(data, values);

    /// <param name="column">As in the twin: value, estimated, target, achieved-percent, reported-units, …</param>
    public LineageNode Indicator(Indicator indicator, string column)
    {
        var results = total.Of(data.Result.Indicators.Where(result => result.Indicator == indicator.Code)).ToList();
        var line = PlanLine(data, "indicators.csv", Text($"{indicator.Code}, {indicator.Name}"), null);
        LineageNode CountOf(string says, Func<IndicatorResult, bool> counts) =>
            DutyLineage.Counted(Text($"{says} {indicator.Code}"), [.. results.Where(counts).Select(result => values.Verdict(result.Unit, indicator))], line);
        return column switch
        {
            "value" or "target" or "target-of" or "target-day" when province.Of(indicator, results, column) is { } own => own,
            "value" => Value(indicator, [.. results.Where(HasValue)], line),
            "estimated" => Sum(Text($"estimated part of {indicator.Code}"), results.Where(result => HasValue(result) && result.Estimated is not null).Select(result => values.Estimated(result.Unit, indicator))),
            "target" or "units-target" => Target(indicator, [.. results.Where(Owes)], line),
            "achieved-percent" => Achieved(indicator, column),
            "reported-units" => CountOf("units that reported", HasValue),
            "expected-units" => CountOf("units that should report", result => result.State != ScoredState.NotApplicable),
            "units-met" => CountOf("units that met", result => result.Verdict == TargetVerdict.Met),
            "units-short" => CountOf("units short of", result => result.Verdict == TargetVerdict.Short),
            "units-missing" => CountOf("units that owe", result => result.Verdict == TargetVerdict.Missing),
            "verdict" => new LineageNode(LineageStep.Statement, Text($"{indicator.Code} over all units against its target"), null, [Indicator(indicator, "value"), Indicator(indicator, "target")]),
            _ => throw new ArgumentException($"An indicator has no '{column}'.", nameof(column)),
        };
    }

    /// <summary>A movement over all units.</summary>
    public LineageNode Movement(string group, string column)
    {
        if (column == "percent")
        {
            var units = data.Result.Units.Where(unit => unit.Groups.Any(entry => entry.Group == group)).Select(unit => unit.Unit).ToList();
            return PointLineage.Percent(
                Text($"points of all units in group {group} ÷ most points × 100"),
                Sum(Text($"points in group {group}"), units.Select(unit => points.Group(unit, group))),
                Sum(Text($"most points in group {group}"), units.Select(unit => points.GroupMax(unit, group))));
        }

        var judged = data.Model.Indicators.Where(total => total.Group == group && (column == "met-targets" ? total.Verdict == "met" : total.Verdict != "none"))
            .Select(total => Indicator(data.Plan.Plan.IndicatorByCode(new IndicatorCode(total.Code)), "verdict"));
        return DutyLineage.Counted(Text($"{column} of group {group}"), [.. judged], Leaves.Group(data, group));
    }

    /// <summary>A unit's targets in a group, or in all of them: met, set, or the per cent of these.</summary>
    public LineageNode OfUnit(UnitCode unit, string group, string column)
    {
        if (column == "met-percent")
        {
            return PointLineage.Percent(Text($"targets of {unit} met ÷ set × 100"), OfUnit(unit, group, "met-targets"), OfUnit(unit, group, "set-targets"));
        }

        var counted = data.Result.Indicators
            .Where(result => result.Unit == unit && (result.Verdict == TargetVerdict.Met || (column == "set-targets" && result.Verdict is TargetVerdict.Short or TargetVerdict.Missing)))
            .Select(result => data.Plan.Plan.IndicatorByCode(result.Indicator))
            .Where(indicator => group.Length == 0 || indicator.Group.Value == group)
            .Select(indicator => values.Verdict(unit, indicator));
        var line = group.Length == 0 ? PlanLine(data, "targets.csv", Text($"the targets of {unit}"), null) : Leaves.Group(data, group);
        return DutyLineage.Counted(Text($"{column} of {unit}"), [.. counted], line);
    }

    private LineageNode Value(Indicator indicator, List<IndicatorResult> reported, LineageNode line) => indicator.Kind switch
    {
        IndicatorKind.Ratio => PointLineage.Percent(
            Text($"{indicator.Code} over all units, numerators ÷ denominators × 100"),
            Sum(Text($"numerators of {indicator.Code}"), reported.Select(result => values.Part(result.Unit, indicator, isNumerator: true))),
            Sum(Text($"denominators of {indicator.Code}"), reported.Select(result => values.Part(result.Unit, indicator, isNumerator: false)))) with
        { Places = 2 },
        IndicatorKind.YesNo => DutyLineage.Counted(Text($"units that say yes to {indicator.Code}"), [.. reported.Where(result => result.Value == 1).Select(result => values.Value(result.Unit, indicator))], line),
        IndicatorKind.Date => DutyLineage.Counted(
            Text($"units on time with {indicator.Code}"),
            [.. reported.Where(result => result.TargetDate is null || result.Date <= result.TargetDate).Select(result => values.Verdict(result.Unit, indicator))], line),
        _ => Sum(Text($"{indicator.Code} over all units"), reported.Select(result => values.Value(result.Unit, indicator))),
    };

    private LineageNode Target(Indicator indicator, List<IndicatorResult> owing, LineageNode line)
    {
        var lines = owing.Where(result => result.Target is not null).Select(result => values.Target(result.Unit, indicator)).ToList();
        return indicator.Kind switch
        {
            not (IndicatorKind.YesNo or IndicatorKind.Date) when lines.Count == 0 => new LineageNode(LineageStep.Statement, Text($"{indicator.Code} has no target"), null, [line]),
            IndicatorKind.Ratio => new LineageNode(LineageStep.Last, Text($"the common target of {indicator.Code}"), lines[^1].Value, lines),
            IndicatorKind.YesNo or IndicatorKind.Date => DutyLineage.Counted(Text($"units asked for {indicator.Code}"), [.. owing.Select(result => values.Target(result.Unit, indicator))], line),
            _ => new LineageNode(LineageStep.Sum, Text($"targets of {indicator.Code}"), lines.Sum(one => one.Value!.Value), lines),
        };
    }

    // Both as printed: what stands beside it can be divided with a pencil.
    private LineageNode Achieved(Indicator indicator, string column)
    {
        var (value, target) = (Indicator(indicator, "value"), Indicator(indicator, "target"));
        return PointLineage.Percent(Text($"{column} of {indicator.Code}"), new LineageNode(LineageStep.Same, "as printed", value.Printed, [value]), target);
    }

    private static LineageNode Sum(string says, IEnumerable<LineageNode> nodes) =>
        nodes.ToList() is { Count: > 0 } some
            ? new LineageNode(LineageStep.Sum, says, some.Sum(node => node.Value ?? 0), some)
            : new LineageNode(LineageStep.None, says, 0, [Absence("nobody reported it")]);

    private static bool HasValue(IndicatorResult result) =>
        result.State is ScoredState.Value or ScoredState.Zero or ScoredState.Estimated && (result.Value is not null || result.Date is not null);

    private static bool Owes(IndicatorResult result) =>
        result.Verdict is not (TargetVerdict.None or TargetVerdict.Exempt) && result.State != ScoredState.NotApplicable;
}
