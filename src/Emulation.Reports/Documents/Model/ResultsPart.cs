using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Documents.Model;

/// <summary>Points of every unit by movement.</summary>
internal static class ResultsPart
{
    public static IReadOnlyList<MovementColumn> Columns(EmulationPlan plan) =>
        [.. plan.Scoring.Groups.Select(group => new MovementColumn(group.Code, Label(plan, group.Code), group.Name, group.Points, MovementOf(plan, group.Code)?.Title))];

    public static IReadOnlyList<MovementRow> Build(ReportInput input)
    {
        var results = input.Run.Units.ToDictionary(unit => unit.Unit);
        var groups = input.Plan.Indicators.ToDictionary(indicator => indicator.Code, indicator => indicator.Group.Value);
        var verdicts = input.Run.Indicators.ToLookup(figure => figure.Unit, figure => (Group: groups[figure.Indicator], figure.Verdict));
        return [.. input.Plan.Units.Where(unit => results.ContainsKey(unit.Code)).Select(unit => Row(input, unit, results[unit.Code], verdicts[unit.Code].ToLookup(figure => figure.Group, figure => figure.Verdict)))];
    }

    /// <summary>A unit's grade in words; empty in a progress report, for half a period earns no grade.</summary>
    public static string GradeOf(ReportInput input, UnitResult result) =>
        input.Kind == ReportKind.MonthlyProgress ? "" : GradeName(input.Plan, result.Grade);

    public static string GradeName(EmulationPlan plan, string code) =>
        plan.Scoring.Grades.FirstOrDefault(grade => grade.Code == code)?.Name ?? code;

    public static string BlockName(EmulationPlan plan, string code) =>
        plan.Blocks.FirstOrDefault(block => block.Code == code)?.Name ?? code;

    /// <summary>Why the unit did not get the top grade, in words; null if no gate barred it.</summary>
    public static string? GateNote(EmulationPlan plan, UnitResult result) => result.Gates.Count == 0
        ? null
        : string.Join("; ", result.Gates.Select(code => plan.Scoring.Gates.FirstOrDefault(gate => gate.Code == code)?.Name ?? code));

    private static string Label(EmulationPlan plan, string group) =>
        MovementOf(plan, group)?.Letter.ToUpper(Texts.Vietnamese) ?? group;

    private static Movement? MovementOf(EmulationPlan plan, string group) => plan.Movements.FirstOrDefault(movement => movement.Code.Value == group);

    /// <param name="verdicts">Of the unit's figures, by group.</param>
    private static MovementRow Row(ReportInput input, Unit unit, UnitResult result, ILookup<string, TargetVerdict> verdicts)
    {
        var plan = input.Plan;
        var groups = plan.Scoring.Groups.Select(group => Points(group, result.Groups.FirstOrDefault(points => points.Group == group.Code)) with { Targets = Targets(verdicts[group.Code]) });
        return new MovementRow(
            unit.ShortName, unit.Code.Value, BlockName(plan, unit.Block), [.. groups], result.Bonus, result.Penalty, result.Points, GradeOf(input, result), GateNote(plan, result),
            Targets(verdicts.SelectMany(group => group)));
    }

    private static TargetCount? Targets(IEnumerable<TargetVerdict> verdicts)
    {
        var judged = verdicts.Where(verdict => verdict is TargetVerdict.Met or TargetVerdict.Short or TargetVerdict.Missing).ToList();
        return TargetCount.Of(judged.Count(verdict => verdict == TargetVerdict.Met), judged.Count);
    }

    private static MovementPoints Points(ScoringGroup group, GroupPoints? points) => points is null
        ? new MovementPoints(group.Code, 0, null)
        : new MovementPoints(
            group.Code,
            decimal.Round(points.Points, 2, MidpointRounding.AwayFromZero),
            points.MaxPoints == 0 ? null : decimal.Round(points.Points * 100 / points.MaxPoints, 1, MidpointRounding.AwayFromZero));
}
