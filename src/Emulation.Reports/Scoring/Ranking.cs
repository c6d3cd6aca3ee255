using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>A unit's points on the way to its rank.</summary>
/// <param name="Points">Final, rounded.</param>
/// <param name="Groups">Points by group, rounded as printed: ties are broken by what people see.</param>
public sealed record RankedPoints(string Block, decimal Points, decimal Penalty, IReadOnlyDictionary<string, decimal> Groups)
{
    /// <summary>The days of the period on which the unit existed; null for all. Units are compared with those of the same days.</summary>
    public (DateOnly From, DateOnly To)? Part { get; init; }
}

/// <summary>Competition ranks (1, 2, 2, 4) inside a block, among units that existed on the same days (docs/adr/0018). Equal units share a rank honestly; the council decides.</summary>
public static class Ranking
{
    /// <summary>The tie break that prefers fewer penalty points.</summary>
    public const string FewerPenalties = "penalty";

    /// <summary>Rank and tie of every entry, in the order given; rank null in blocks that are not ranked, and for a unit of a part of the period with nobody to compare it with.</summary>
    public static IReadOnlyList<(int? Rank, bool IsTied)> Of(IReadOnlyList<RankedPoints> entries, RuleSet rules, IReadOnlySet<string> rankedBlocks)
    {
        var ranks = new (int? Rank, bool IsTied)[entries.Count];
        foreach (var block in Enumerable.Range(0, entries.Count).Where(index => rankedBlocks.Contains(entries[index].Block)).GroupBy(index => (entries[index].Block, entries[index].Part)))
        {
            if (block.Key.Part is null || block.Count() > 1)
            {
                RankBlock([.. block], entries, rules.TieBreaks, ranks);
            }
        }
        return ranks;
    }

    private static void RankBlock(
        List<int> block, IReadOnlyList<RankedPoints> entries, IReadOnlyList<string> tieBreaks, (int? Rank, bool IsTied)[] ranks)
    {
        int Order(int left, int right) => Compare(entries[left], entries[right], tieBreaks);
        block.Sort(Order);
        for (int first = 0, next; first < block.Count; first = next)
        {
            next = first + 1;
            while (next < block.Count && Order(block[first], block[next]) == 0)
            {
                next++;
            }
            foreach (var index in block[first..next])
            {
                ranks[index] = (first + 1, next - first > 1);
            }
        }
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
