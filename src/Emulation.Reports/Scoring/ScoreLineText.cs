using Emulation.Plan;
using Emulation.Reports.Storage;

namespace Emulation.Reports.Scoring;

/// <summary>What a line of a score card was computed from, in words: figure and target with their measure, or the standing of every file a duty asks for. The arithmetic alone does not tell which number is which.</summary>
public static class ScoreLineText
{
    /// <summary>E.g. <c>số liệu: thực hiện 79,22% (tử số 305, mẫu số 385); chỉ tiêu 80%; lấy từ báo cáo đợt</c>; null if nothing was reported.</summary>
    public static string? Figures(EmulationPlan plan, ScoringRule rule, ScoreLine line) =>
        rule.Duty is { } duty ? Standings(plan, duty, line) : Measured(plan, rule, line);

    /// <summary>What stands below a line's arithmetic, the same on every face: its figures, and of a rule with bands the band that applied beside the others.</summary>
    public static IReadOnlyList<string> Below(EmulationPlan plan, ScoringRule rule, ScoreLine line) =>
        [.. new[] { Figures(plan, rule, line), BandText.Of(rule, line) }.OfType<string>()];

    public static string NameOf(EmulationPlan plan, ScoringRule rule) =>
        rule.Duty is { } duty ? plan.Duties.Single(entry => entry.Code == duty).Name
        : plan.IndicatorByCode(rule.Indicator ?? new IndicatorCode(rule.Code)).Name;

    /// <summary>Why the points of a group's lines differ from the rule set's; null if they do not.</summary>
    public static string? Rescaled(EmulationPlan plan, UnitResult result, GroupPoints group)
    {
        var rules = plan.Scoring.Rules.Where(rule => rule.Group == group.Group).ToList();
        var lines = result.Lines.Where(line => line.Group == group.Group && line.MaxPoints > 0).Select(line => line.Rule).ToHashSet();
        var counted = rules.Where(rule => lines.Contains(rule.Code)).Sum(rule => rule.MaxPoints);
        if (counted == 0 || counted == group.MaxPoints)
        {
            return null;
        }

        var left = string.Join(", ", rules.Where(rule => !lines.Contains(rule.Code)).Select(rule => rule.Code));
        return RunTexts.Get(
            "CardRescaledGroup", left.Length == 0 ? "" : RunTexts.Get("CardNotScored", left), VietnameseNumber.Points(counted), VietnameseNumber.Points(group.MaxPoints));
    }

    /// <summary>How many units a rank is told of; units of other days of the period are not counted, they are ranked apart.</summary>
    public static int RankedBeside(EmulationPlan plan, RunResult run, UnitResult result) =>
        RankedBeside(plan, plan.PeriodByCode(run.Period), result, run.Units.Where(unit => unit.Rank is not null).Select(unit => (unit.Unit, unit.Block)));

    /// <param name="ranked">The units of the run that have a rank.</param>
    public static int RankedBeside(EmulationPlan plan, Period period, UnitResult result, IEnumerable<(UnitCode Unit, string Block)> ranked)
    {
        var part = plan.UnitByCode(result.Unit).PartOf(period);
        return ranked.Count(other => other.Block == result.Block && plan.UnitByCode(other.Unit).PartOf(period) == part);
    }

    private static string? Standings(EmulationPlan plan, string duty, ScoreLine line)
    {
        var said = plan.Periods
            .Select(period => (period.Name, Text: line.Inputs.GetValueOrDefault(RunTexts.Get("InputDuty", duty, period.Code))))
            .Where(one => one.Text is not null)
            .Select(one => RunTexts.Get("CardDuty", one.Name, one.Text));
        return string.Join("; ", said) is { Length: > 0 } text ? RunTexts.Get("CardDuties", text) : null;
    }

    private static string? Measured(EmulationPlan plan, ScoringRule rule, ScoreLine line)
    {
        var indicator = plan.IndicatorByCode(rule.Indicator ?? new IndicatorCode(rule.Code));
        if (indicator.Kind == IndicatorKind.YesNo || Input(line, "InputValue") is not { } value)
        {
            return null;
        }

        var isDate = indicator.Kind == IndicatorKind.Date;
        var measure = isDate ? "" : indicator.Measure == "%" ? "%" : " " + indicator.Measure;
        var parts = Input(line, "InputNumerator") is { } numerator && Input(line, "InputDenominator") is { } denominator
            ? RunTexts.Get("CardFigureParts", numerator, denominator) : "";
        string?[] said =
        [
            RunTexts.Get("CardFigureDone", value + measure) + parts,
            Input(line, "InputTarget") is { } target ? RunTexts.Get(isDate ? "CardFigureDue" : "CardFigureTarget", target + measure) : null,
            Input(line, "InputSource") is { } source ? RunTexts.Get("CardFigureFrom", source) : null,
        ];
        return string.Join("; ", said.Where(one => one is not null));
    }

    private static string? Input(ScoreLine line, string name) => line.Inputs.GetValueOrDefault(RunTexts.Get(name));
}
