using Emulation.Plan;
using Emulation.Reports.Storage;

namespace Emulation.Reports.Scoring;

/// <summary>A score card as plain Vietnamese text: every line with its arithmetic, its figures and the cells behind them.</summary>
internal static class ScoreCardText
{
    public static IEnumerable<string> Lines(
        EmulationPlan plan, ComputedRun run, Unit unit, UnitResult result, IReadOnlyList<TracedFigure> figures, IReadOnlyList<Adjustment> adjustments,
        IReadOnlyList<ScoreOpinion> opinions)
    {
        var sources = new CardSources(plan, run, figures);
        return Head(plan, run, unit)
            .Concat(result.Groups.SelectMany(group => Group(plan, result, group, sources, opinions)))
            .Concat(OpinionText.Totals(result, opinions))
            .Concat(Points(plan, result, adjustments))
            .Concat(Standing(plan, run, result))
            .Concat(sources.Files())
            .Concat(Foot(run));
    }

    /// <summary>Bonus or penalty as counted; with what was entered where the cap cut it.</summary>
    public static string Counted(decimal counted, decimal entered, decimal cap) => entered > counted
        ? RunTexts.Get("CardCapped", VietnameseNumber.Points(counted), VietnameseNumber.Points(entered), VietnameseNumber.Points(cap))
        : VietnameseNumber.Points(counted);

    /// <summary>How far it is to the next grade; null at the top.</summary>
    public static string? NextGrade(EmulationPlan plan, UnitResult result) => GradeDistance.Of(plan.Scoring, result.Points) is { } distance
        ? RunTexts.Get("CardNextGrade", VietnameseNumber.Points(distance.Missing), distance.Next.Name, VietnameseNumber.Points(distance.Next.FromPoints)).Trim()
        : null;

    public static string BlockName(EmulationPlan plan, string code) => plan.Blocks.FirstOrDefault(block => block.Code == code)?.Name ?? code;

    private static IEnumerable<string> Head(EmulationPlan plan, ComputedRun run, Unit unit)
    {
        yield return RunTexts.Get("CardTitle", plan.PeriodByCode(run.Result.Period).Name.ToUpperInvariant());
        yield return RunTexts.Get("CardUnit", unit.Name, unit.Code, BlockName(plan, unit.Block));
        foreach (var line in UnitHistoryText.Lines(plan, unit, plan.PeriodByCode(run.Result.Period)))
        {
            yield return line;
        }
        yield return Status(plan, run);
        if (run.ClosedAt is null && plan.ObjectionsUntil(plan.PeriodByCode(run.Result.Period)) is { } until)
        {
            yield return RunTexts.Get("CardObjections", VietnameseNumber.Day(until));
        }
        yield return RunTexts.Get("CardRules", plan.Title, plan.Code, run.Result.PlanVersion);
        yield return RunTexts.Get("CardRuleSet", plan.Scoring.Name);
        yield return "";
    }

    /// <summary>Final since when, or provisional as of when.</summary>
    public static string Status(EmulationPlan plan, ComputedRun run) => CardFacts.Status(plan, run.ClosedAt, run.DataAsOf);

    private static IEnumerable<string> Group(EmulationPlan plan, UnitResult result, GroupPoints group, CardSources sources, IReadOnlyList<ScoreOpinion> opinions)
    {
        var name = plan.Scoring.Groups.Single(entry => entry.Code == group.Group).Name;
        var letter = plan.Movements.FirstOrDefault(movement => movement.Code.Value == group.Group)?.Letter.ToUpperInvariant() ?? group.Group;
        yield return RunTexts.Get("CardGroup", letter, name, VietnameseNumber.Points(group.Points), VietnameseNumber.Points(group.MaxPoints));
        var rescaled = ScoreLineText.Rescaled(plan, result, group);
        if (rescaled is not null)
        {
            yield return "   " + rescaled;
        }
        foreach (var line in result.Lines.Where(line => line.Group == group.Group))
        {
            foreach (var text in Line(plan, line, rescaled is not null, sources, opinions))
            {
                yield return text;
            }
        }
    }

    private static IEnumerable<string> Line(EmulationPlan plan, ScoreLine line, bool isRescaled, CardSources sources, IReadOnlyList<ScoreOpinion> opinions)
    {
        var rule = plan.Scoring.Rules.Single(entry => entry.Code == line.Rule);
        var estimated = line.State == ScoredState.Estimated ? RunTexts.Get("CardEstimated", line.Inputs[RunTexts.Get("InputEstimated")]) : "";
        var standard = isRescaled && line.MaxPoints > 0 ? RunTexts.Get("CardRescaled", VietnameseNumber.Points(rule.MaxPoints)) : "";
        yield return RunTexts.Get("CardLine", line.Rule, ScoreLineText.NameOf(plan, rule), line.Arithmetic) + estimated + standard;
        foreach (var below in ScoreLineText.Below(plan, rule, line))
        {
            yield return RunTexts.Get("CardFigures", below);
        }
        foreach (var opinion in opinions.Where(opinion => opinion.Rule == line.Rule).OrderBy(opinion => opinion.Kind))
        {
            yield return OpinionText.Line(line.Points, opinion);
        }
        foreach (var source in sources.Of(rule))
        {
            yield return source;
        }
    }

    private static IEnumerable<string> Points(EmulationPlan plan, UnitResult result, IReadOnlyList<Adjustment> adjustments)
    {
        yield return RunTexts.Get("CardBonus", Counted(result.Bonus, adjustments.Sum(entry => Math.Max(entry.Points, 0)), plan.Scoring.BonusCap));
        yield return RunTexts.Get("CardPenalty", Counted(result.Penalty, adjustments.Sum(entry => Math.Max(-entry.Points, 0)), plan.Scoring.PenaltyCap));
        foreach (var entry in adjustments)
        {
            yield return RunTexts.Get("CardAdjustment", OpinionText.Signed(entry.Points), entry.Reason, EvidenceFile.Said(entry.Evidence, entry.File));
        }
        var sum = result.Groups.Aggregate(Fraction.Zero, (total, group) => total + group.Points);
        yield return RunTexts.Get(
            "CardTotal", VietnameseNumber.Exact(sum), VietnameseNumber.Points(result.Bonus), VietnameseNumber.Points(result.Penalty), VietnameseNumber.Points(result.Points));
    }

    private static IEnumerable<string> Standing(EmulationPlan plan, ComputedRun run, UnitResult result)
    {
        yield return RunTexts.Get("CardGrade", plan.Scoring.Grades.Single(grade => grade.Code == result.Grade).Name);
        if (NextGrade(plan, result) is { } next)
        {
            yield return "   " + next;
        }
        foreach (var gate in result.Gates)
        {
            yield return RunTexts.Get("CardGate", plan.Scoring.Gates.Single(entry => entry.Code == gate).Name);
        }
        var block = BlockName(plan, result.Block);
        yield return result.Rank is { } rank
            ? RunTexts.Get("CardRank", rank, ScoreLineText.RankedBeside(plan, run.Result, result), block) + (result.IsTied ? RunTexts.Get("CardTied") : "")
            : RunTexts.Get("CardUnranked", block);
    }

    private static IEnumerable<string> Foot(ComputedRun run)
    {
        yield return "";
        yield return RunTexts.Get("CardLegend");
        if (run.ClosedAt is not null)
        {
            yield return RunTexts.Get("CardHash", Convert.ToHexStringLower(run.Hash));
        }
    }
}
