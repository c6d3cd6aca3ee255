using System.Collections.Concurrent;
using Emulation.Plan;
using Emulation.Reports.Reconciliation;

namespace Emulation.Reports.Scoring;

/// <summary>How far a unit's points can still move by files that have not come or need fixing.</summary>
/// <param name="Worst">Final points if every line these files speak to ends at its least.</param>
/// <param name="Best">Final points if every such line ends at its most, the files coming today.</param>
/// <param name="Files">The duties still open; empty if nothing can move the points.</param>
public sealed record PointRange(UnitCode Unit, decimal Worst, decimal Best, IReadOnlyList<DutyStanding> Files)
{
    /// <summary>The range of a unit; null if it is not scored.</summary>
    /// <remarks>Bounds, not forecasts: a line that a file speaks to may end anywhere between nothing and its cap, or leave the denominator; sums that should be more never fall by another month, sums that should be less never shrink.</remarks>
    public static PointRange? Of(ReconciledUnit unit, ScoredUnit? scored)
    {
        if (scored is null)
        {
            return null;
        }
        var open = unit.Duties.Where(duty => duty.Standing is Standing.Missing or Standing.NeedsFixing or Standing.NotYetDue).ToList();
        var moving = open.Count == 0 ? [] : new OpenLines(unit, open).Of(UnitScoring.Earned(unit));
        if (moving.All(line => line.Least is null))
        {
            return new PointRange(unit.Unit.Code, scored.Points, scored.Points, []);
        }
        decimal Ending(bool leaves, Func<OpenLine, Fraction?> share) =>
            Points(unit, scored, moving.Select(line => leaves && line.CanLeave ? Excluded(line.Rule) : With(line.Rule, share(line))));
        // Where several lines may leave, or one that is out may come in, some may and others stay: whatever is rescaled, an average lies between the least and the greatest share.
        IEnumerable<decimal> Averages()
        {
            var staying = moving.Where(line => line.Least is not null || line.Rule.Earning.Excluded is null).ToList();
            var least = staying.Min(line => line.Least ?? line.Rule.Earning.Share);
            var most = staying.Max(line => line.Most ?? line.Rule.Earning.Share);
            return [Ending(leaves: false, _ => least), Ending(leaves: false, _ => most)];
        }
        decimal[] endings =
        [
            scored.Points,
            Ending(leaves: false, line => line.Least), Ending(leaves: true, line => line.Least),
            Ending(leaves: false, line => line.Most), Ending(leaves: true, line => line.Most),
            .. moving.Count(line => line.CanLeave) > 1 || moving.Any(line => line is { Least: not null, Rule.Earning.Excluded: not null }) ? Averages() : [],
        ];
        return new PointRange(unit.Unit.Code, endings.Min(), endings.Max(), open);
    }

    private static EarnedRule With(EarnedRule rule, Fraction? share) =>
        share is { } moved ? rule with { Earning = rule.Earning with { Share = moved, Excluded = null } } : rule;

    private static EarnedRule Excluded(EarnedRule rule) => rule with { Earning = rule.Earning with { Share = 0, Excluded = Exclusion.NothingArose } };

    private static decimal Points(ReconciledUnit unit, ScoredUnit scored, IEnumerable<EarnedRule> earned)
    {
        var rules = unit.Run.Plan.Scoring;
        return Fraction.Max(ScoreCard.Of(rules, [.. earned]).Points + scored.Bonus - scored.Penalty, 0).Round(rules.RoundingPlaces);
    }
}

/// <summary>The ranges of the units of a run, told by several threads.</summary>
internal sealed class PointRanges : IProgress<PointRange>
{
    private readonly ConcurrentDictionary<UnitCode, PointRange> ranges = new();

    public IReadOnlyDictionary<UnitCode, PointRange> All => ranges;

    public void Report(PointRange value) => ranges[value.Unit] = value;
}
