using Emulation.Plan;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Scoring;
using static Emulation.Reports.Lineage.Leaves;

namespace Emulation.Reports.Lineage;

/// <summary>The province's own target of a total: its lines in the plan version, and the units it is asked of where the total counts units.</summary>
internal sealed class ProvinceLineage(LineageData data, ValueLineage values)
{
    private readonly ProvinceGoals goals = new(data.Plan.Plan);

    /// <param name="results">Those the total is made of.</param>
    /// <param name="column">target, target-of, target-day; value for what depends on the province's day.</param>
    /// <returns>Null where the report compares the total with what the units were set, or the column does not depend on the province.</returns>
    public LineageNode? Of(Indicator indicator, IReadOnlyList<IndicatorResult> results, string column)
    {
        if (data.Model.Indicators.FirstOrDefault(total => total.Code == indicator.Code.Value) is not { Province: not null }
            || ProvincePart.GoalOf(goals, indicator, data.Plan.Plan.PeriodByCode(data.Result.Period), results) is not { } goal)
        {
            return null;
        }

        var lines = goal.Lines.Select(Line).ToList();
        return column switch
        {
            "target" when ProvincePart.CountsUnits(indicator) => Units(Text($"units of which the province wants {indicator.Code}"), results.Where(ProvincePart.IsAsked).Select(result => Asked(result, lines))),
            "target" when lines is [var only] => only,
            "target" => new LineageNode(LineageStep.Sum, Text($"the province's targets of {indicator.Code}"), goal.Value, lines),
            "value" when goal.Date is { } day => Units(
                Text($"units on time with {indicator.Code} by the province's day"),
                results.Where(result => result.Date is not null && ProvincePart.IsOnTime(result, day)).Select(result => OnTime(indicator, result, lines))),
            "value" => null,
            _ => new LineageNode(LineageStep.Statement, Text($"{indicator.Code} is compared with the province's own target"), null, lines),
        };

        LineageNode Units(string says, IEnumerable<LineageNode> units) => DutyLineage.Counted(says, [.. units], lines[0]);
    }

    private static LineageNode Asked(IndicatorResult result, IReadOnlyList<LineageNode> lines) =>
        new(LineageStep.Statement, Text($"{result.Indicator} is wanted of {result.Unit}"), null, lines);

    private LineageNode OnTime(Indicator indicator, IndicatorResult result, List<LineageNode> lines) =>
        new(LineageStep.Statement, Text($"{result.Indicator} of {result.Unit} on {result.Date:yyyy-MM-dd} is in time"), null, [values.Value(result.Unit, indicator), .. lines]);

    private LineageNode Line(ProvinceTarget target) => PlanLine(
        data, "province-targets.csv",
        target.Date is { } day
            ? Text($"{target.Indicator} for {target.Units} over {target.Period}: by {day:yyyy-MM-dd}")
            : Text($"{target.Indicator} for {target.Units} over {target.Period}: {target.Value}"),
        target.Value);
}
