namespace Emulation.Plan.Files;

/// <summary>What a unit gives itself for one rule.</summary>
/// <param name="Points">0 up to what the rule can give.</param>
public sealed record SelfScore(string Rule, decimal Points, string? Reason, string? Evidence);

/// <summary>A unit's self-scores as a text file: columns rule, points, reason, evidence, in the manner of the plan's own tables.</summary>
public static class SelfScoreFile
{
    private static readonly string[] Columns = ["rule", "points", "reason", "evidence"];

    /// <summary>Reads the file against the rules that speak to the unit in the period; finds every fault at once.</summary>
    /// <param name="file">Its name, for the faults.</param>
    public static (IReadOnlyList<SelfScore> Scores, IReadOnlyList<PlanFault> Faults) Read(string file, string text, IReadOnlyList<ScoringRule> rules)
    {
        var faults = new FaultList();
        var byCode = rules.ToDictionary(rule => rule.Code);
        var lines = CsvTable.Read(file, text.TrimStart('\uFEFF'), Columns, faults) ?? [];
        var scores = lines.Locate(line => ScoreOf(line, byCode));
        Checks.Duplicates.Check(scores, score => score.Rule, faults);
        return faults.Count == 0 ? (scores.Values()!, []) : ([], faults.InOrder());
    }

    /// <summary>Most points the rule can give before rescaling.</summary>
    public static decimal MostOf(ScoringRule rule) =>
        rule.MaxPoints * (rule.Function == ScoringFunction.ProportionalOver ? Math.Max(1, rule.Cap ?? 1) : 1);

    private static SelfScore ScoreOf(CsvLine line, Dictionary<string, ScoringRule> rules)
    {
        var (code, points) = (line.Text("rule"), line.Number("points"));
        if (!rules.TryGetValue(code, out var rule))
        {
            line.Add(PlanFaultKind.UnknownWord, "rule", code, string.Join(", ", rules.Keys));
        }
        else if (points < 0 || points > MostOf(rule))
        {
            line.Add(PlanFaultKind.NumberOutOfRange, "points", points.ToText(), "0", MostOf(rule).ToText());
        }
        return new SelfScore(code, points, line.TextOrNull("reason"), line.TextOrNull("evidence"));
    }
}
