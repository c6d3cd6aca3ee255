using System.Collections.Concurrent;
using Emulation.Plan;
using Emulation.Reports.Reconciliation;

namespace Emulation.Reports.Scoring;

/// <summary>How far a unit's points can still move by files that have not come or need fixing.</summary>
/// <param name="Worst">Final points are never less, whatever these files say.</param>
/// <param name="Best">Final points are never more, the files coming today.</param>
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
        var endings = Corners(unit, scored, moving).Concat(IsMixed(moving) ? Averages(unit, scored, moving) : []).Append(scored.Points).ToList();
        return new PointRange(unit.Unit.Code, endings.Min(), endings.Max(), open);
    }

    /// <summary>All lines that move at their least or at their most, those that may leave the denominator in it or out of it.</summary>
    private static IEnumerable<decimal> Corners(ReconciledUnit unit, ScoredUnit scored, IReadOnlyList<OpenLine> lines) =>
        from share in new Func<OpenLine, Fraction?>[] { line => line.Least, line => line.Most }
        from leaves in new[] { false, true }
        select Points(unit, scored, lines.Select(line => leaves && line.CanLeave ? Excluded(line.Rule) : With(line.Rule, share(line))));

    /// <summary>Several lines may leave, or one that is out may come in: some do and others stay, and the corners are not all there is.</summary>
    private static bool IsMixed(IReadOnlyList<OpenLine> lines) =>
        lines.Count(line => line.CanLeave) > 1 || lines.Any(line => line is { Least: not null, Rule.Earning.Excluded: not null });

    /// <summary>Whatever is left out and rescaled, an average lies between the least and the greatest share that any line may have.</summary>
    private static IEnumerable<decimal> Averages(ReconciledUnit unit, ScoredUnit scored, IReadOnlyList<OpenLine> lines)
    {
        var counted = lines.Where(line => line.Least is not null || line.Rule.Earning.Excluded is null).ToList();
        Fraction[] shares = [counted.Min(line => line.Least ?? line.Rule.Earning.Share), counted.Max(line => line.Most ?? line.Rule.Earning.Share)];
        return shares.Select(share => Points(unit, scored, lines.Select(line => With(line.Rule, share))));
    }

    private static EarnedRule With(EarnedRule rule, Fraction? share) =>
        share is { } moved ? rule with { Earning = rule.Earning with { Share = moved, Excluded = null } } : rule;

    private static EarnedRule Excluded(EarnedRule rule) => rule with { Earning = rule.Earning with { Share = 0, Excluded = Exclusion.NothingArose } };

    private static decimal Points(ReconciledUnit unit, ScoredUnit scored, IEnumerable<EarnedRule> earned)
    {
        var rules = unit.Run.Plan.Scoring;
        return Fraction.Max(ScoreCard.Of(rules, earned.ToArray()).Points + scored.Bonus - scored.Penalty, 0).Round(rules.RoundingPlaces);
    }
}

/// <summary>The ranges of the units of a run, told by several threads.</summary>
internal sealed class PointRanges : IProgress<PointRange>
{
    private readonly ConcurrentDictionary<UnitCode, PointRange> ranges = new();

    public IReadOnlyDictionary<UnitCode, PointRange> All => ranges;

    public void Report(PointRange value) => ranges[value.Unit] = value;
}
