using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>What a draft rule set would do.</summary>
/// <param name="Faults">What is wrong with the draft; the lists below are empty then.</param>
/// <param name="IsClosed">True if the comparison is with the result under which the period was closed.</param>
public sealed record RulesTrial(IReadOnlyList<PlanFault> Faults, bool IsClosed, IReadOnlyList<TriedUnit> Units, IReadOnlyList<TriedRule> Rules);

/// <summary>A unit by the standing rules and by the draft; null where it is not scored.</summary>
public sealed record TriedUnit(Unit Unit, UnitResult? Standing, UnitResult? Trial)
{
    public bool IsMoved => Standing?.Points != Trial?.Points || Standing?.Rank != Trial?.Rank || Standing?.Grade != Trial?.Grade;
}

/// <summary>Points of one rule over all units; null where a rule set does not have it.</summary>
public sealed record TriedRule(string Code, decimal? Standing, decimal? Trial);

/// <summary>Computes a draft rule set over past data and compares it with what stands. Stores nothing.</summary>
public sealed class TryRules(CurrentPlan plans, PlanStore versions, RunStore runs, RunPreviews previews, TimeProvider clock)
{
    /// <param name="scoring">The text of the draft scoring.yaml.</param>
    /// <exception cref="ArgumentException">The plan has no such period.</exception>
    public async Task<RulesTrial> RunAsync(string scoring, PeriodCode period, CancellationToken cancellationToken)
    {
        var current = await plans.GetAsync(cancellationToken);
        var closed = await runs.FindClosedAsync(current, current.Plan.Period(period), cancellationToken);
        var plan = closed is null || closed.PlanVersionId == current.VersionId ? current : await versions.LoadAsync(closed.PlanVersionId, cancellationToken);
        var (draft, faults) = await versions.DraftAsync(plan.VersionId, scoring, cancellationToken);
        if (draft is null)
        {
            return new RulesTrial(faults, closed is not null, [], []);
        }
        var (standing, trial) = await previews.TrialAsync(plan, draft, plan.Plan.Period(period), closed?.RunId, clock.GetUtcNow(), cancellationToken);
        return new RulesTrial([], closed is not null, [.. Units(plan.Plan, standing, trial)], [.. Rules(standing, trial)]);
    }

    private static IEnumerable<TriedUnit> Units(EmulationPlan plan, RunResult standing, RunResult trial)
    {
        var (before, after) = (standing.Units.ToDictionary(unit => unit.Unit), trial.Units.ToDictionary(unit => unit.Unit));
        return plan.Units.Select(unit => new TriedUnit(unit, before.GetValueOrDefault(unit.Code), after.GetValueOrDefault(unit.Code)))
            .Where(unit => unit.Standing is not null || unit.Trial is not null);
    }

    private static IEnumerable<TriedRule> Rules(RunResult standing, RunResult trial)
    {
        var (before, after) = (PointsByRule(standing), PointsByRule(trial));
        return before.Keys.Union(after.Keys)
            .Select(rule => new TriedRule(rule, before.TryGetValue(rule, out var old) ? old : null, after.TryGetValue(rule, out var tried) ? tried : null))
            .Where(rule => rule.Standing != rule.Trial);
    }

    private static Dictionary<string, decimal> PointsByRule(RunResult result) => result.Units.SelectMany(unit => unit.Lines)
        .GroupBy(line => line.Rule).ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Points));
}
