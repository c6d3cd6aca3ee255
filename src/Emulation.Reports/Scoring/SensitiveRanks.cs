using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>Ranks of a block whose order files that have not come can still change.</summary>
/// <param name="Ranks">The places the units hold that can move, rising; three units that share rank 2 hold 2, 3 and 4.</param>
/// <param name="Files">The files that can change them, in the plan's order of units and duties.</param>
public sealed record SensitiveRanks(string Block, IReadOnlyList<int> Ranks, IReadOnlyList<DutyStanding> Files)
{
    /// <summary>The ranks in words: neighbours as a stretch, <c>2–5, 7</c>.</summary>
    public string Stretches()
    {
        var stretches = new List<string>();
        for (int first = 0, last; first < Ranks.Count; first = last + 1)
        {
            last = first;
            while (last + 1 < Ranks.Count && Ranks[last + 1] == Ranks[last] + 1)
            {
                last++;
            }
            stretches.Add(first == last ? $"{Ranks[first]}" : $"{Ranks[first]}–{Ranks[last]}");
        }
        return string.Join(", ", stretches);
    }

    /// <summary>One entry a ranked block in which something can still move, in the plan's order of blocks. Pure.</summary>
    /// <remarks>Two units can change places if the stretches of points they may still end on meet and at least one of them is still open.</remarks>
    public static IReadOnlyList<SensitiveRanks> Of(EmulationPlan plan, RunResult result, IReadOnlyDictionary<UnitCode, PointRange> ranges) =>
        [.. from block in plan.Blocks
            where block.IsRanked
            let units = result.Units.Where(unit => unit.Block == block.Code && unit.Rank is not null).Select(unit => (Result: unit, Range: ranges[unit.Unit])).ToList()
            let moving = units.Where(unit => units.Exists(other => other.Result != unit.Result
                && PartOf(plan, result, unit.Result) == PartOf(plan, result, other.Result) && CanChangePlaces(unit.Range, other.Range))).ToList()
            where moving.Count > 0
            select new SensitiveRanks(
                block.Code,
                [.. moving.SelectMany(unit => Enumerable.Range(unit.Result.Rank!.Value, Sharing(plan, result, unit.Result))).Distinct().Order()],
                [.. moving.SelectMany(unit => unit.Range.Files)])];

    // Units of other days of the period are ranked apart.
    private static (DateOnly From, DateOnly To)? PartOf(EmulationPlan plan, RunResult result, UnitResult unit) =>
        plan.UnitByCode(unit.Unit).PartOf(plan.PeriodByCode(result.Period));

    private static int Sharing(EmulationPlan plan, RunResult result, UnitResult unit) =>
        !unit.IsTied ? 1
        : result.Units.Count(other => other.Block == unit.Block && other.Rank == unit.Rank && PartOf(plan, result, other) == PartOf(plan, result, unit));

    private static bool CanChangePlaces(PointRange left, PointRange right) =>
        (left.Files.Count > 0 || right.Files.Count > 0) && left.Best >= right.Worst && right.Best >= left.Worst;
}
