namespace Emulation.Plan.Files.Checks;

/// <summary>Decisions about a wave that leave the target of the year as it was: only the office knows whether the unit is to make it up.</summary>
internal static class DecisionNotices
{
    public static IEnumerable<PlanNotice> Of(EmulationPlan plan, IReadOnlyList<Located<Exemption>> lines)
    {
        var targets = new TargetsByUnit(plan);
        foreach (var line in lines)
        {
            var exemption = line.Value;
            if (plan.Indicators.FirstOrDefault(indicator => indicator.Code.Value == exemption.Subject) is { Aggregation: Aggregation.Sum, Direction: Direction.MoreIsBetter } indicator)
            {
                var left = plan.UnitsIn(exemption.Units).Where(unit => IsYearLeft(plan, targets, unit, indicator, exemption)).ToList();
                if (left.Count > 0)
                {
                    yield return new PlanNotice(
                        line.File, line.Line, PlanNoticeKind.YearTargetUnadjusted,
                        [exemption.Subject, PlanNotices.Named(left), WavesOf(plan, targets, left, indicator, exemption), plan.YearPeriod.Code.Value]);
                }
            }
        }
    }

    /// <summary>True if the decision is about waves of the unit, none is about its year, and the year has a target of its own.</summary>
    private static bool IsYearLeft(EmulationPlan plan, TargetsByUnit targets, Unit unit, Indicator indicator, Exemption exemption) =>
        plan.Waves.Any(wave => targets.DecisionOn(unit, indicator, wave.Period) == exemption)
        && targets.DecisionOn(unit, indicator, plan.YearPeriod) is null
        && plan.Targets.Any(target => target.Indicator == indicator.Code && target.Period == plan.YearPeriod.Code && target.Value > 0 && plan.UnitsIn(target.Units).Contains(unit));

    private static string WavesOf(EmulationPlan plan, TargetsByUnit targets, List<Unit> units, Indicator indicator, Exemption exemption) => string.Join(
        ", ", plan.Waves.Where(wave => units.Exists(unit => targets.DecisionOn(unit, indicator, wave.Period) == exemption)).Select(wave => wave.Period.Code.Value));
}
