using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Reports.Scoring;

namespace Emulation.Reports;

/// <summary>What a draft, of the rules or of the whole plan, would do to the results of a period.</summary>
/// <param name="Faults">What is wrong with the draft; the lists below are empty then.</param>
/// <param name="IsClosed">True if the comparison is with the result under which the period was closed.</param>
public sealed record RulesTrial(IReadOnlyList<PlanFault> Faults, bool IsClosed, IReadOnlyList<TriedUnit> Units, IReadOnlyList<TriedRule> Rules)
{
    /// <summary>The units of <paramref name="plan"/> and then those only the draft has; the rules whose points differ.</summary>
    internal static RulesTrial Of(EmulationPlan plan, EmulationPlan draft, bool isClosed, RunResult standing, RunResult trial) =>
        new([], isClosed, [.. UnitsOf(plan, draft, standing, trial)], [.. RulesOf(standing, trial)]);

    private static IEnumerable<TriedUnit> UnitsOf(EmulationPlan plan, EmulationPlan draft, RunResult standing, RunResult trial)
    {
        var (before, after) = (standing.Units.ToDictionary(unit => unit.Unit), trial.Units.ToDictionary(unit => unit.Unit));
        return plan.Units.Concat(draft.Units).DistinctBy(unit => unit.Code)
            .Select(unit => new TriedUnit(unit, before.GetValueOrDefault(unit.Code), after.GetValueOrDefault(unit.Code)))
            .Where(unit => unit.Standing is not null || unit.Trial is not null);
    }

    private static IEnumerable<TriedRule> RulesOf(RunResult standing, RunResult trial)
    {
        var (before, after) = (PointsByRule(standing), PointsByRule(trial));
        return before.Keys.Union(after.Keys)
            .Select(rule => new TriedRule(rule, before.TryGetValue(rule, out var old) ? old : null, after.TryGetValue(rule, out var tried) ? tried : null))
            .Where(rule => rule.Standing != rule.Trial);
    }

    private static Dictionary<string, decimal> PointsByRule(RunResult result) => result.Units.SelectMany(unit => unit.Lines)
        .GroupBy(line => line.Rule).ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Points));
}

/// <summary>A unit by what stands and by the draft; null where it is not scored.</summary>
public sealed record TriedUnit(Unit Unit, UnitResult? Standing, UnitResult? Trial)
{
    public bool IsMoved => Standing?.Points != Trial?.Points || Standing?.Rank != Trial?.Rank || Standing?.Grade != Trial?.Grade;
}

/// <summary>Points of one rule over all units; null where a rule set does not have it.</summary>
public sealed record TriedRule(string Code, decimal? Standing, decimal? Trial);
