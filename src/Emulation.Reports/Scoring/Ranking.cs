using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>A unit's points on the way to its rank.</summary>
/// <param name="Points">Final, rounded.</param>
/// <param name="Groups">Points by group, rounded as printed: ties are broken by what people see.</param>
public sealed record RankedPoints(string Block, decimal Points, decimal Penalty, IReadOnlyDictionary<string, decimal> Groups);

/// <summary>Competition ranks (1, 2, 2, 4) inside a block. Equal units share a rank honestly; the council decides.</summary>
public static class Ranking
{
    /// <summary>The tie break that prefers fewer penalty points.</summary>
    public const string FewerPenalties = "penalty";

    /// <summary>Rank and tie of every entry, in the order given; rank null in blocks that are not ranked.</summary>
    public static IReadOnlyList<(int? Rank, bool IsTied)> Of(IReadOnlyList<RankedPoints> entries, RuleSet rules, IReadOnlySet<string> rankedBlocks)
    {
        var comparer = Comparer<RankedPoints>.Create((left, right) => Compare(left, right, rules.TieBreaks));
        var blocks = entries.GroupBy(entry => entry.Block)
            .ToDictionary(block => block.Key, block => block.Order(comparer).ToList());
        return [.. entries.Select(entry => rankedBlocks.Contains(entry.Block) ? RankIn(blocks[entry.Block], entry, comparer) : (null, false))];
    }

    private static (int? Rank, bool IsTied) RankIn(List<RankedPoints> block, RankedPoints entry, Comparer<RankedPoints> comparer)
    {
        var better = 0;
        while (comparer.Compare(block[better], entry) < 0)
        {
            better++;
        }
        var isTied = better + 1 < block.Count && comparer.Compare(block[better + 1], entry) == 0;
        return (better + 1, isTied);
    }

    // Smaller is better placed.
    private static int Compare(RankedPoints left, RankedPoints right, IReadOnlyList<string> tieBreaks)
    {
        var order = right.Points.CompareTo(left.Points);
        foreach (var tieBreak in tieBreaks)
        {
            if (order != 0)
            {
                break;
            }
            order = tieBreak == FewerPenalties
                ? left.Penalty.CompareTo(right.Penalty)
                : right.Groups[tieBreak].CompareTo(left.Groups[tieBreak]);
        }
        return order;
    }
}
