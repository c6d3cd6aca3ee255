using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>A rule with what it earned for a unit.</summary>
public sealed record EarnedRule(ScoringRule Rule, Earning Earning);

/// <summary>The points of one unit before bonus, penalty and rank, exact.</summary>
/// <param name="Points">Sum over the groups.</param>
public sealed record ScoreCard(Fraction Points, IReadOnlyList<CardGroup> Groups, IReadOnlyList<ScoreLine> Lines)
{
    /// <summary>Shares the points out: what a unit is not asked for leaves the denominator of its group; a group left empty leaves the total.</summary>
    public static ScoreCard Of(RuleSet rules, IReadOnlyList<EarnedRule> earned)
    {
        var full = rules.NotApplicable == NotApplicablePolicy.FullPoints;
        var counted = earned.Where(rule => Counts(rule.Earning, full)).ToLookup(rule => rule.Rule.Group);
        var total = Sum(rules.Groups.Select(group => group.Points));
        var filled = Sum(rules.Groups.Where(group => MaxOf(counted[group.Code]) > 0).Select(group => group.Points));
        var groupScale = filled.IsZero ? 0 : total / filled;

        var lines = new List<ScoreLine>();
        var groups = new List<CardGroup>();
        foreach (var group in rules.Groups)
        {
            var max = MaxOf(counted[group.Code]);
            var scale = max.IsZero ? 0 : groupScale * group.Points / max;
            var scored = earned.Where(rule => rule.Rule.Group == group.Code).Select(rule => Line(rule, scale, full)).ToList();
            lines.AddRange(scored.Select(line => line.Line));
            var points = scored.Aggregate(Fraction.Zero, (sum, line) => sum + line.Points);
            groups.Add(new CardGroup(group.Code, points, max.IsZero ? 0 : groupScale * group.Points));
        }
        return new ScoreCard(groups.Aggregate(Fraction.Zero, (sum, group) => sum + group.Points), groups, lines);
    }

    private static bool Counts(Earning earning, bool full) => earning.Excluded is null || IsGiven(earning, full);

    // Only what could have arisen is given in full; what was never asked or is not yet due always leaves the denominator.
    private static bool IsGiven(Earning earning, bool full) => full && earning.Excluded is (Exclusion.NothingArose or Exclusion.Exempt);

    private static (ScoreLine Line, Fraction Points) Line(EarnedRule earned, Fraction scale, bool full)
    {
        var (rule, earning) = earned;
        var max = Counts(earning, full) ? scale * rule.MaxPoints : 0;
        var points = IsGiven(earning, full) ? max : max * earning.Share;
        var arithmetic = IsGiven(earning, full)
            ? RunTexts.Get("FullPoints", VietnameseNumber.Points(max), RunTexts.Get($"Reason{earning.Excluded}"))
            : earning.Formula(max);
        return (new ScoreLine(
            rule.Group, rule.Code, earning.State, max.Round(ScoreRules.StoredPlaces), points.Round(ScoreRules.StoredPlaces), arithmetic, earning.Inputs), points);
    }

    private static Fraction MaxOf(IEnumerable<EarnedRule> rules) => Sum(rules.Select(rule => rule.Rule.MaxPoints));

    private static Fraction Sum(IEnumerable<decimal> points) => points.Sum();
}

/// <summary>Points of a group, exact.</summary>
public sealed record CardGroup(string Code, Fraction Points, Fraction MaxPoints);
