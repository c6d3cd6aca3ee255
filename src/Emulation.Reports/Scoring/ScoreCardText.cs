using Emulation.Plan;
using Emulation.Reports.Lineage;
using Emulation.Reports.Storage;

namespace Emulation.Reports.Scoring;

/// <summary>A score card as plain Vietnamese text: every line with its arithmetic and the cells behind it.</summary>
internal static class ScoreCardText
{
    public static IEnumerable<string> Lines(
        EmulationPlan plan, ComputedRun run, Unit unit, UnitResult result, IReadOnlyList<TracedFigure> figures, IReadOnlyList<Adjustment> adjustments,
        IReadOnlyList<ScoreOpinion> opinions) =>
        Head(plan, run, unit)
            .Concat(result.Groups.SelectMany(group => Group(plan, run, result, group, figures, opinions)))
            .Concat(OpinionText.Totals(result, opinions))
            .Concat(Tail(plan, result, adjustments));

    private static IEnumerable<string> Head(EmulationPlan plan, ComputedRun run, Unit unit)
    {
        yield return RunTexts.Get("CardTitle", plan.PeriodByCode(run.Result.Period).Name.ToUpperInvariant());
        yield return RunTexts.Get("CardUnit", unit.Name, unit.Code, BlockName(plan, unit.Block));
        foreach (var line in UnitHistoryText.Lines(plan, unit, plan.PeriodByCode(run.Result.Period)))
        {
            yield return line;
        }
        yield return RunTexts.Get("CardRules", plan.Code, run.Result.PlanVersion, plan.Scoring.Name);
        yield return run.ClosedAt is { } closedAt
            ? RunTexts.Get("CardStatusFinal", VietnameseNumber.Instant(plan.TimeZone, closedAt), Convert.ToHexStringLower(run.Hash))
            : RunTexts.Get("CardStatusProvisional", VietnameseNumber.Instant(plan.TimeZone, run.DataAsOf));
        yield return "";
    }

    private static IEnumerable<string> Group(
        EmulationPlan plan, ComputedRun run, UnitResult result, GroupPoints group, IReadOnlyList<TracedFigure> figures, IReadOnlyList<ScoreOpinion> opinions)
    {
        var name = plan.Scoring.Groups.Single(entry => entry.Code == group.Group).Name;
        var letter = plan.Movements.FirstOrDefault(movement => movement.Code.Value == group.Group)?.Letter.ToUpperInvariant() ?? group.Group;
        yield return RunTexts.Get("CardGroup", letter, name, VietnameseNumber.Points(group.Points), VietnameseNumber.Points(group.MaxPoints));
        foreach (var line in result.Lines.Where(line => line.Group == group.Group))
        {
            var rule = plan.Scoring.Rules.Single(entry => entry.Code == line.Rule);
            var estimated = line.State == ScoredState.Estimated ? RunTexts.Get("CardEstimated", line.Inputs[RunTexts.Get("InputEstimated")]) : "";
            var rescaled = line.MaxPoints > rule.MaxPoints ? RunTexts.Get("CardRescaled", VietnameseNumber.Points(rule.MaxPoints)) : "";
            yield return RunTexts.Get("CardLine", line.Rule, NameOf(plan, rule), line.Arithmetic) + estimated + rescaled;
            foreach (var opinion in opinions.Where(opinion => opinion.Rule == line.Rule))
            {
                yield return OpinionText.Line(line.Points, opinion);
            }
            foreach (var source in Sources(plan, run, rule, figures))
            {
                yield return source;
            }
        }
    }

    // A duty needs no cells: its input is the time of arrival.
    private static IEnumerable<string> Sources(EmulationPlan plan, ComputedRun run, ScoringRule rule, IReadOnlyList<TracedFigure> figures)
    {
        var code = rule.Indicator ?? new IndicatorCode(rule.Code);
        var span = RunSpan.Of(plan, plan.PeriodByCode(run.Result.Period));
        return SpokenFigures.Of(span, figures.Where(figure => rule.Duty is null && figure.Indicator == code)).Select(figure => RunTexts.Get(
            "CardSource", figure.FileName,
            figure.Sheet == 0
                ? RunTexts.Get("CardLineNumber", figure.Row, figure.Column)
                : RunTexts.Get("CardCell", figure.Sheet, ColumnName(figure.Column) + figure.Row),
            figure.Version, VietnameseNumber.Instant(plan.TimeZone, figure.ReceivedAt), Convert.ToHexStringLower(figure.FileHash)[..12]));
    }

    private static IEnumerable<string> Tail(EmulationPlan plan, UnitResult result, IReadOnlyList<Adjustment> adjustments)
    {
        yield return RunTexts.Get("CardBonus", VietnameseNumber.Points(result.Bonus));
        yield return RunTexts.Get("CardPenalty", VietnameseNumber.Points(result.Penalty));
        foreach (var entry in adjustments)
        {
            yield return RunTexts.Get("CardAdjustment", VietnameseNumber.Points(entry.Points), entry.Reason, entry.Evidence);
        }
        var sum = result.Groups.Aggregate(Fraction.Zero, (total, group) => total + group.Points);
        yield return RunTexts.Get(
            "CardTotal", VietnameseNumber.Exact(sum), VietnameseNumber.Points(result.Bonus), VietnameseNumber.Points(result.Penalty), VietnameseNumber.Points(result.Points));
        yield return RunTexts.Get("CardGrade", plan.Scoring.Grades.Single(grade => grade.Code == result.Grade).Name);
        if (GradeDistance.Of(plan.Scoring, result.Points) is { } distance)
        {
            yield return RunTexts.Get("CardNextGrade", VietnameseNumber.Points(distance.Missing), distance.Next.Name, VietnameseNumber.Points(distance.Next.FromPoints));
        }
        foreach (var gate in result.Gates)
        {
            yield return RunTexts.Get("CardGate", plan.Scoring.Gates.Single(entry => entry.Code == gate).Name);
        }
        yield return result.Rank is { } rank
            ? RunTexts.Get("CardRank", BlockName(plan, result.Block), rank) + (result.IsTied ? RunTexts.Get("CardTied") : "")
            : RunTexts.Get("CardUnranked", BlockName(plan, result.Block));
    }

    private static string BlockName(EmulationPlan plan, string code) => plan.Blocks.FirstOrDefault(block => block.Code == code)?.Name ?? code;

    private static string NameOf(EmulationPlan plan, ScoringRule rule) =>
        rule.Duty is { } duty ? plan.Duties.Single(entry => entry.Code == duty).Name
        : plan.IndicatorByCode(rule.Indicator ?? new IndicatorCode(rule.Code)).Name;

    private static string ColumnName(int column) =>
        column <= 26 ? ((char)('A' + column - 1)).ToString() : ColumnName((column - 1) / 26) + (char)('A' + ((column - 1) % 26));
}
