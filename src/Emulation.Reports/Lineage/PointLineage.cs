using Emulation.Plan;
using Emulation.Reports.Scoring;
using static Emulation.Reports.Lineage.Leaves;

namespace Emulation.Reports.Lineage;

/// <summary>A unit's points: from the total through groups and rules to values, standings, plan lines and decisions.</summary>
internal sealed class PointLineage(LineageData data, ValueLineage values, DutyLineage duties)
{
    private RuleSet Rules => data.Plan.Plan.Scoring;

    /// <summary>Final points.</summary>
    public LineageNode Total(UnitCode unit)
    {
        var result = data.ResultOf(unit);
        var penalty = Penalty(unit);
        var minus = new LineageNode(LineageStep.Statement, "penalty, taken off", -result.Penalty, [penalty]);
        var parts = result.Groups.Select(group => Group(unit, group.Group)).Append(Bonus(unit)).Append(minus).ToList();
        return new LineageNode(LineageStep.SumNotBelowZero, Text($"points of {unit}: groups + bonus − penalty"), Math.Max(parts.Sum(part => part.Value!.Value), 0), parts)
        {
            Places = Rules.RoundingPlaces,
        };
    }

    public LineageNode Group(UnitCode unit, string group)
    {
        var lines = data.ResultOf(unit).Lines.Where(line => line.Group == group).Select(line => Line(unit, line)).ToList();
        return Added(Text($"points of {unit} in group {group}"), lines, Leaves.Group(data, group));
    }

    public LineageNode GroupMax(UnitCode unit, string group)
    {
        var lines = data.ResultOf(unit).Lines.Where(line => line.Group == group).Select(line => LineMax(unit, line)).ToList();
        return Added(Text($"most points of {unit} in group {group}"), lines, Leaves.Group(data, group));
    }

    public LineageNode GroupPercent(UnitCode unit, string group) =>
        Percent(Text($"points of {unit} in group {group} ÷ most points × 100"), Group(unit, group), GroupMax(unit, group));

    public LineageNode Line(UnitCode unit, string rule) => Line(unit, data.ResultOf(unit).Lines.Single(line => line.Rule == rule));

    public LineageNode LineMax(UnitCode unit, string rule) => LineMax(unit, data.ResultOf(unit).Lines.Single(line => line.Rule == rule));

    public LineageNode Bonus(UnitCode unit) => Capped(unit, "bonus", Rules.BonusCap, data.ResultOf(unit).Bonus, sign: 1);

    public LineageNode Penalty(UnitCode unit) => Capped(unit, "penalty", Rules.PenaltyCap, data.ResultOf(unit).Penalty, sign: -1);

    public LineageNode Opinion(UnitCode unit, string rule, OpinionKind kind)
    {
        var said = data.Opinions[unit].Single(opinion => opinion.Rule == rule && opinion.Kind == kind);
        return Decision(
            Text($"{(kind == OpinionKind.Self ? "self-score" : "council's figure")} of {unit} for {rule}, entered by {said.GivenBy} at {said.GivenAt:yyyy-MM-dd HH:mm}Z: {said.Reason ?? "no reason given"}{Proof(said.Evidence, said.File)}"), said.Points);
    }

    public LineageNode Grade(UnitCode unit)
    {
        var result = data.ResultOf(unit);
        var grade = Rules.Grades.Single(one => one.Code == result.Grade);
        return new LineageNode(
            LineageStep.Statement, Text($"grade of {unit}: {grade.Name}{(result.Gates.Count > 0 ? ", barred from the top by " + string.Join(", ", result.Gates) : "")}"), null,
            [Total(unit), PlanLine(data, "scoring.yaml", Text($"{grade.Name} from {grade.FromPoints} points"), grade.FromPoints)]);
    }

    /// <summary>The unit's total first, then those of its block that existed on the same days (docs/adr/0018).</summary>
    public LineageNode Rank(UnitCode unit)
    {
        var result = data.ResultOf(unit);
        var others = data.Result.Units.Where(other => other.Block == result.Block && other.Unit != unit && PartOf(other.Unit) == PartOf(unit)).Select(other => Total(other.Unit));
        return new LineageNode(LineageStep.Rank, Text($"rank of {unit} in block {result.Block}{(result.IsTied ? ", shared" : "")}"), result.Rank, [Total(unit), .. others]);
    }

    private (DateOnly From, DateOnly To)? PartOf(UnitCode unit) => data.Plan.Plan.UnitByCode(unit).PartOf(data.Plan.Plan.PeriodByCode(data.Result.Period));

    public static LineageNode Percent(string says, LineageNode part, LineageNode whole) =>
        new(LineageStep.Percent, says, whole.Value is null or 0 ? null : part.Value * 100 / whole.Value, [part, whole]) { Places = 1 };

    private LineageNode Line(UnitCode unit, ScoreLine line)
    {
        var rule = Rules.Rules.Single(one => one.Code == line.Rule);
        var indicator = data.Plan.Plan.Indicators.FirstOrDefault(one => one.Code == (rule.Indicator ?? new IndicatorCode(rule.Code)));
        var duty = rule.Duty ?? indicator?.FromDuty;
        IReadOnlyList<LineageNode> inputs = duty is not null ? duties.Standings(unit, duty)
            : [values.Value(unit, indicator!), values.Target(unit, indicator!)];
        return new LineageNode(LineageStep.Rule, Text($"rule {line.Rule} for {unit}: {line.Arithmetic}"), line.Points, [LineMax(unit, line), .. inputs]) { Places = 2 };
    }

    private LineageNode LineMax(UnitCode unit, ScoreLine line)
    {
        var rule = Rules.Rules.Single(one => one.Code == line.Rule);
        var step = line.MaxPoints == rule.MaxPoints ? LineageStep.Same : LineageStep.Share;
        IReadOnlyList<LineageNode> from = step == LineageStep.Same ? [Rule(data, rule)] : [Rule(data, rule), Leaves.Group(data, line.Group)];
        return new LineageNode(step, Text($"most points of rule {line.Rule} for {unit}"), line.MaxPoints, from) { Places = 2 };
    }

    private LineageNode Capped(UnitCode unit, string name, decimal cap, decimal counted, int sign)
    {
        var entries = data.Adjustments[unit].Where(entry => Math.Sign(entry.Points) == sign)
            .Select(entry => Decision(Text($"{name} of {unit} for {entry.Period}: {entry.Reason}{Proof(entry.Evidence, entry.File)}"), Math.Abs(entry.Points)));
        return new LineageNode(LineageStep.CappedSum, Text($"{name} of {unit}"), counted, [.. entries, PlanLine(data, "scoring.yaml", Text($"{name} at most {cap}"), cap)]) { Places = 2 };
    }

    private static string Proof(string? words, EvidenceFile? file) => (words, file) switch
    {
        (null, null) => "",
        (_, null) => $" ({words})",
        _ => Text($" ({(words is null ? "" : words + "; ")}evidence {file.Number}: {file.Name}, sha256 {file.Short})"),
    };

    private static LineageNode Added(string says, List<LineageNode> lines, LineageNode line) => lines.Count > 0
        ? new LineageNode(LineageStep.Sum, says, lines.Sum(one => one.Value!.Value), lines) { Places = 2 }
        : new LineageNode(LineageStep.None, says, 0, [line]) { Places = 2 };
}
