using Emulation.Plan;
using Emulation.Reports.Reconciliation;

namespace Emulation.Reports.Scoring;

/// <summary>A unit with its card, points and grade, before it is ranked among others.</summary>
/// <param name="Points">Final, rounded.</param>
/// <param name="Gates">The gates that barred the top grade.</param>
public sealed record ScoredUnit(Unit Unit, ScoreCard Card, decimal Bonus, decimal Penalty, decimal Points, string Grade, IReadOnlyList<string> Gates);

/// <summary>Cards, bonus and penalty, grades and ranks.</summary>
public static class UnitScoring
{
    /// <summary>Null if no rule speaks to the unit.</summary>
    public static ScoredUnit? Of(ReconciledUnit unit)
    {
        var run = unit.Run;
        var earned = Earned(unit);
        if (earned.Length == 0)
        {
            return null;
        }
        var rules = run.Plan.Scoring;
        var card = ScoreCard.Of(rules, earned);
        var adjusted = run.AdjustmentsOf(unit.Unit.Code);
        var bonus = Math.Min(adjusted.Where(points => points > 0).Sum(), rules.BonusCap);
        var penalty = Math.Min(-adjusted.Where(points => points < 0).Sum(), rules.PenaltyCap);
        var points = Fraction.Max(card.Points + bonus - penalty, 0).Round(rules.RoundingPlaces);
        var (grade, gates) = Grading.Of(unit, points);
        return new ScoredUnit(unit.Unit, card, bonus, penalty, points, grade, gates);
    }

    /// <summary>The rules that speak to the unit in this run, with what they earn.</summary>
    public static EarnedRule[] Earned(ReconciledUnit unit)
    {
        var earned = new List<EarnedRule>(unit.Run.Rules.Length);
        foreach (var rule in unit.Run.Rules)
        {
            if (PlanGroups.BelongsToAny(unit.Unit, rule.Rule.Units) && Earn(unit, rule) is { } earning)
            {
                earned.Add(new EarnedRule(rule, earning));
            }
        }
        return [.. earned];
    }

    /// <summary>The results in the order given, ranked inside their blocks.</summary>
    public static IReadOnlyList<UnitResult> Rank(EmulationPlan plan, Period period, IReadOnlyList<ScoredUnit> scored)
    {
        var ranked = plan.Blocks.Where(block => block.IsRanked).Select(block => block.Code).ToHashSet();
        var ranks = Ranking.Of([.. scored.Select(unit => ToRanked(unit, plan.Scoring) with { Part = unit.Unit.PartOf(period) })], plan.Scoring, ranked);
        return [.. scored.Select((unit, index) => ToResult(unit, ranks[index]))];
    }

    // Null if the rule does not speak to the unit in this run: it has no such indicator, or owes no such duty.
    private static Earning? Earn(ReconciledUnit unit, RunRule rule)
    {
        var rules = unit.Run.Plan.Scoring;
        if (rule.Duty is { } duty)
        {
            var standings = unit.Duties.Where(standing => standing.Duty == duty).ToList();
            return standings.Count == 0 ? null : Punctuality.OfDuty(rule, rules, standings, unit.Run.Data.AsOn);
        }
        return rule.Indicator is { } indicator && unit.Find(indicator) is { } measurement ? ScoreRules.OfFigure(rule, rules, measurement) : null;
    }

    private static RankedPoints ToRanked(ScoredUnit unit, RuleSet rules) => new(
        unit.Unit.Block, unit.Points, unit.Penalty,
        unit.Card.Groups.ToDictionary(group => group.Code, group => group.Points.Round(rules.RoundingPlaces)));

    private static UnitResult ToResult(ScoredUnit unit, (int? Rank, bool IsTied) rank) => new(
        unit.Unit.Code, unit.Unit.Block, unit.Points, unit.Bonus, unit.Penalty, rank.Rank, rank.IsTied, unit.Grade, unit.Gates,
        [.. unit.Card.Groups.Select(group => new GroupPoints(
            group.Code, group.Points.Round(ScoreRules.StoredPlaces), group.MaxPoints.Round(ScoreRules.StoredPlaces)))],
        unit.Card.Lines);
}
