using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>A rule with what it earned for a unit.</summary>
public readonly record struct EarnedRule(RunRule Rule, Earning Earning);

/// <summary>The points of one unit before bonus, penalty and rank, exact.</summary>
/// <param name="Points">Sum over the groups.</param>
public sealed record ScoreCard(Fraction Points, IReadOnlyList<CardGroup> Groups, IReadOnlyList<ScoreLine> Lines)
{
    /// <summary>Shares the points out: what a unit is not asked for leaves the denominator of its group; a group left empty leaves the total.</summary>
    public static ScoreCard Of(RuleSet rules, ReadOnlySpan<EarnedRule> earned)
    {
        var full = rules.NotApplicable == NotApplicablePolicy.FullPoints;
        var counted = Counted(rules, earned, full);
        var groupScale = GroupScale(rules, counted);

        var (total, groups, lines) = (Fraction.Zero, new List<CardGroup>(rules.Groups.Count), new List<ScoreLine>(earned.Length));
        for (var place = 0; place < rules.Groups.Count; place++)
        {
            var (group, max) = (rules.Groups[place], (Fraction)counted[place]);
            var scale = max.IsZero ? 0 : groupScale * group.Points / max;
            var points = Fraction.Zero;
            foreach (var rule in earned)
            {
                if (rule.Rule.GroupPlace == place)
                {
                    points += Add(lines, rule, scale, full);
                }
            }
            groups.Add(new CardGroup(group.Code, points, max.IsZero ? 0 : groupScale * group.Points));
            total += points;
        }
        return new ScoreCard(total, groups, lines);
    }

    // The most that the rules which count can bring, by group.
    private static decimal[] Counted(RuleSet rules, ReadOnlySpan<EarnedRule> earned, bool full)
    {
        var counted = new decimal[rules.Groups.Count];
        foreach (var (rule, earning) in earned)
        {
            if (rule.GroupPlace >= 0 && Counts(earning, full))
            {
                counted[rule.GroupPlace] += rule.Rule.MaxPoints;
            }
        }
        return counted;
    }

    private static Fraction GroupScale(RuleSet rules, decimal[] counted)
    {
        var (total, filled) = (0m, 0m);
        for (var place = 0; place < counted.Length; place++)
        {
            total += rules.Groups[place].Points;
            filled += counted[place] > 0 ? rules.Groups[place].Points : 0;
        }
        return filled == 0 ? 0 : (Fraction)total / filled;
    }

    private static bool Counts(Earning earning, bool full) => earning.Excluded is null || IsGiven(earning, full);

    // Only what could have arisen is given in full; what was never asked or is not yet due always leaves the denominator.
    private static bool IsGiven(Earning earning, bool full) => full && earning.Excluded is (Exclusion.NothingArose or Exclusion.Exempt);

    // Returns the line's points.
    private static Fraction Add(List<ScoreLine> lines, EarnedRule earned, Fraction scale, bool full)
    {
        var (rule, earning) = earned;
        var max = Counts(earning, full) ? scale * rule.MaxPoints : 0;
        var points = IsGiven(earning, full) ? max : max * earning.Share;
        var arithmetic = IsGiven(earning, full)
            ? RunTexts.Get("FullPoints", VietnameseNumber.Points(max), RunTexts.Get($"Reason{earning.Excluded}"))
            : earning.Formula(max, points);
        lines.Add(new ScoreLine(
            rule.Rule.Group, rule.Rule.Code, earning.State, max.Round(ScoreRules.StoredPlaces), points.Round(ScoreRules.StoredPlaces), arithmetic, earning.Inputs));
        return points;
    }
}

/// <summary>Points of a group, exact.</summary>
public sealed record CardGroup(string Code, Fraction Points, Fraction MaxPoints);
