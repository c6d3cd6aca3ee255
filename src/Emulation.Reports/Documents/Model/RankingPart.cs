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
                .OrderBy(result => PartOf(input, result)?.From ?? DateOnly.MinValue)
                .ThenBy(result => PartOf(input, result)?.To)
                .ThenBy(result => result.Rank ?? int.MaxValue)
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
        string?[] notes = [Part(input, result), result.IsTied ? Texts.Get("Ranking.Tied") : null, input.Kind == ReportKind.MonthlyProgress ? null : Barred(input.Plan, result)];
        var said = notes.Where(note => note is not null).ToList();
        return said.Count == 0 ? null : string.Join("; ", said);
    }

    private static string? Part(ReportInput input, UnitResult result) => PartOf(input, result) is { } part
        ? Texts.Get(result.Rank is null ? "Ranking.PartAlone" : "Ranking.Part", VietnameseFormat.Date(part.From), VietnameseFormat.Date(part.To))
        : null;

    private static (DateOnly From, DateOnly To)? PartOf(ReportInput input, UnitResult result) =>
        input.Plan.UnitByCode(result.Unit).PartOf(input.Plan.PeriodByCode(input.Run.Period));

    private static string? Barred(EmulationPlan plan, UnitResult result) => ResultsPart.GateNote(plan, result) is { } gates
        ? Texts.Get("Ranking.Barred", ResultsPart.GradeName(plan, plan.Scoring.Grades[0].Code), gates)
        : null;
}
