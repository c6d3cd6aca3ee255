using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Documents.Model;

/// <summary>What is missing, needs fixing or came late: missing first, then by due date and plan order.</summary>
internal static class OutstandingPart
{
    private static readonly Standing[] Gravity = [Standing.Missing, Standing.NeedsFixing, Standing.Late];

    public static IReadOnlyList<OutstandingReport> Build(ReportInput input)
    {
        var units = input.Plan.Units.Select((unit, index) => (unit, index)).ToDictionary(pair => pair.unit.Code);
        var duties = input.Plan.Duties.ToDictionary(duty => duty.Code);
        return
        [
            .. input.Run.Duties
                .Where(standing => Gravity.Contains(standing.Standing))
                .OrderBy(standing => Array.IndexOf(Gravity, standing.Standing))
                .ThenBy(standing => standing.DueOn)
                .ThenBy(standing => units[standing.Unit].index)
                .Select(standing => new OutstandingReport(
                    units[standing.Unit].unit.ShortName,
                    standing.Unit.Value,
                    standing.Duty,
                    duties[standing.Duty].Name,
                    input.Plan.PeriodByCode(standing.Period).Name,
                    standing.DueOn,
                    standing.Standing.ToName(),
                    CompletenessPart.LocalDate(input.Plan, standing.ReceivedAt),
                    standing.DaysLate)),
        ];
    }
}

/// <summary>The score cards, in plan order of units and rule-set order of lines.</summary>
internal static class ScoreCardsPart
{
    public static IReadOnlyList<ScoreCardLine> Build(ReportInput input)
    {
        var rules = input.Plan.Scoring.Rules.ToDictionary(rule => rule.Code);
        var results = input.Run.Units.ToDictionary(unit => unit.Unit);
        var lines =
            from unit in input.Plan.Units
            where results.ContainsKey(unit.Code)
            from line in results[unit.Code].Lines
            let self = Said(input, unit, line, OpinionKind.Self)
            let council = Said(input, unit, line, OpinionKind.Council)
            select new ScoreCardLine(
                unit.ShortName,
                unit.Code.Value,
                line.Group,
                line.Rule,
                RuleName(input.Plan, rules.GetValueOrDefault(line.Rule), line.Rule),
                Texts.Get("State." + line.State),
                Rounded(line.MaxPoints),
                Rounded(line.Points),
                line.Arithmetic,
                self?.Points,
                council?.Points,
                Remarks(self, council),
                Below(input.Plan, rules.GetValueOrDefault(line.Rule), line));
        return [.. lines];
    }

    // For print, as everything in the model; the unit's total is rounded from the unrounded lines.
    private static decimal Rounded(decimal points) => decimal.Round(points, 2, MidpointRounding.AwayFromZero);

    private static ScoreOpinion? Said(ReportInput input, Unit unit, ScoreLine line, OpinionKind kind) =>
        input.Opinions[unit.Code].FirstOrDefault(opinion => opinion.Rule == line.Rule && opinion.Kind == kind);

    // Why the figures differ, the unit's word before the council's; null if nobody said.
    private static string? Remarks(ScoreOpinion? self, ScoreOpinion? council) =>
        string.Join("; ", new[] { ("State.Self", self?.Reason), ("State.Council", council?.Reason) }
            .Where(said => said.Item2 is not null).Select(said => Texts.Get(said.Item1, said.Item2!))) is { Length: > 0 } remarks ? remarks : null;

    private static string? Below(EmulationPlan plan, ScoringRule? rule, ScoreLine line) =>
        rule is not null && ScoreLineText.Below(plan, rule, line) is { Count: > 0 } said ? string.Join('\n', said) : null;

    private static string RuleName(EmulationPlan plan, ScoringRule? rule, string code) => rule switch
    {
        { Indicator: { } indicator } => plan.IndicatorByCode(indicator).Name,
        { Duty: { } duty } => plan.Duties.FirstOrDefault(owed => owed.Code == duty)?.Name ?? code,
        _ => code,
    };
}
