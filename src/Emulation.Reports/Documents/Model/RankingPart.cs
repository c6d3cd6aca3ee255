using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Documents.Model;

/// <summary>Units by rank inside their blocks.</summary>
internal static class RankingPart
{
    public static IReadOnlyList<RankingBlock> Build(ReportInput input)
    {
        var results = input.Run.Units.ToLookup(unit => unit.Block);
        return
        [
            .. input.Plan.Blocks
                .Where(block => results.Contains(block.Code))
                .OrderBy(block => block.SortOrder)
                .Select(block => new RankingBlock(block.Code, block.Name, block.IsRanked, Rows(input, [.. results[block.Code]]))),
        ];
    }

    private static List<RankingRow> Rows(ReportInput input, IReadOnlyList<UnitResult> results)
    {
        var plan = input.Plan;
        var order = plan.Units.Select((unit, index) => (unit.Code, index)).ToDictionary(pair => pair.Code, pair => pair.index);
        return
        [
            .. results
                .OrderBy(result => result.Rank ?? int.MaxValue)
                .ThenBy(result => order[result.Unit])
                .Select(result => new RankingRow(
                    result.Rank,
                    plan.UnitByCode(result.Unit).ShortName,
                    result.Unit.Value,
                    result.Points,
                    ResultsPart.GradeOf(input, result),
                    Note(input, result))),
        ];
    }

    private static string? Note(ReportInput input, UnitResult result)
    {
        string?[] notes = [result.IsTied ? Texts.Get("Ranking.Tied") : null, input.Kind == ReportKind.MonthlyProgress ? null : Barred(input.Plan, result)];
        var said = notes.Where(note => note is not null).ToList();
        return said.Count == 0 ? null : string.Join("; ", said);
    }

    private static string? Barred(EmulationPlan plan, UnitResult result) => ResultsPart.GateNote(plan, result) is { } gates
        ? Texts.Get("Ranking.Barred", ResultsPart.GradeName(plan, plan.Scoring.Grades[0].Code), gates)
        : null;
}
