using Emulation.Plan;
using Emulation.Reports.Reconciliation;

namespace Emulation.Reports.Scoring;

/// <summary>Cards, bonus and penalty, grades and ranks of all units of a run.</summary>
public static class UnitScoring
{
    /// <summary>In the plan's order of units; a unit to which no rule speaks is not scored.</summary>
    public static IReadOnlyList<UnitResult> Of(ReconciledRun run, IReadOnlyList<Unit> units)
    {
        var duties = run.Duties.ToLookup(duty => duty.Unit);
        var scored = units.Select(unit => Score(run, unit, [.. duties[unit.Code]])).OfType<ScoredUnit>().ToList();
        var ranked = run.Plan.Blocks.Where(block => block.IsRanked).Select(block => block.Code).ToHashSet();
        var ranks = Ranking.Of([.. scored.Select(unit => ToRanked(unit, run.Plan.Scoring))], run.Plan.Scoring, ranked);
        return [.. scored.Select((unit, index) => ToResult(run, unit, ranks[index], [.. duties[unit.Unit.Code]]))];
    }

    private static ScoredUnit? Score(ReconciledRun run, Unit unit, List<DutyStanding> duties)
    {
        var earned = run.Plan.Scoring.Rules
            .Where(rule => PlanGroups.BelongsToAny(unit, rule.Units) && IsOfRun(rule, run.Span))
            .Select(rule => (Rule: rule, Earning: Earn(run, rule, unit, duties)))
            .Where(pair => pair.Earning is not null)
            .Select(pair => new EarnedRule(pair.Rule, pair.Earning!))
            .ToList();
        if (earned.Count == 0)
        {
            return null;
        }
        var rules = run.Plan.Scoring;
        var card = ScoreCard.Of(rules, earned);
        var bonus = Math.Min(Adjusted(run, unit, points => points > 0), rules.BonusCap);
        var penalty = Math.Min(-Adjusted(run, unit, points => points < 0), rules.PenaltyCap);
        var points = Fraction.Max(card.Points + bonus - penalty, 0).Round(rules.RoundingPlaces);
        return new ScoredUnit(unit, card, bonus, penalty, points);
    }

    // Null if the rule does not speak to the unit in this run: it has no such indicator, or owes no such duty.
    private static Earning? Earn(ReconciledRun run, ScoringRule rule, Unit unit, List<DutyStanding> duties)
    {
        var indicator = rule.Indicator ?? new IndicatorCode(rule.Code);
        if ((rule.Duty ?? run.DutyOf(indicator)) is { } code)
        {
            var standings = duties.FindAll(duty => duty.Duty == code);
            return standings.Count == 0 ? null : Punctuality.OfDuty(rule, run.Plan.Scoring, standings, run.Data.AsOn);
        }
        return run.ByUnit[unit.Code].TryGetValue(indicator, out var measurement)
            ? ScoreRules.OfFigure(rule, run.Plan.Scoring, measurement)
            : null;
    }

    // A month is scored by the rules of its wave.
    private static bool IsOfRun(ScoringRule rule, RunSpan span) =>
        rule.Periods.Count == 0
        || rule.Periods.Contains(span.Period.Kind == PeriodKind.Month ? span.Slots[0].Wave.Period.Code : span.Period.Code);

    private static decimal Adjusted(ReconciledRun run, Unit unit, Func<decimal, bool> counts)
    {
        var periods = run.Span.AdjustmentPeriods;
        return run.Data.Adjustments
            .Where(adjustment => adjustment.Unit == unit.Code && periods.Contains(adjustment.Period) && counts(adjustment.Points))
            .Sum(adjustment => adjustment.Points);
    }

    private static RankedPoints ToRanked(ScoredUnit unit, RuleSet rules) => new(
        unit.Unit.Block, unit.Points, unit.Penalty,
        unit.Card.Groups.ToDictionary(group => group.Code, group => group.Points.Round(rules.RoundingPlaces)));

    private static UnitResult ToResult(ReconciledRun run, ScoredUnit unit, (int? Rank, bool IsTied) rank, List<DutyStanding> duties)
    {
        var (grade, gates) = Grading.Of(run.Plan, unit.Points, run.ByUnit[unit.Unit.Code], duties);
        return new UnitResult(
            unit.Unit.Code, unit.Unit.Block, unit.Points, unit.Bonus, unit.Penalty, rank.Rank, rank.IsTied, grade, gates,
            [.. unit.Card.Groups.Select(group => new GroupPoints(
                group.Code, group.Points.Round(ScoreRules.StoredPlaces), group.MaxPoints.Round(ScoreRules.StoredPlaces)))],
            unit.Card.Lines);
    }

    private sealed record ScoredUnit(Unit Unit, ScoreCard Card, decimal Bonus, decimal Penalty, decimal Points);
}
