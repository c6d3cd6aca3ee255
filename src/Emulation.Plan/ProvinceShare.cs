namespace Emulation.Plan;

/// <summary>A target of the province beside what its units were given to bear it.</summary>
/// <param name="Sum">The units' targets in force added up; null where targets are not added (percentages, dates, yes-no) or no unit has one.</param>
/// <param name="Assigned">The same as assigned, before any decision about single units; null as <paramref name="Sum"/>.</param>
/// <param name="With">The units that have a target in force, with it; in the order of the plan, as the lists below.</param>
/// <param name="Without">Units that report the indicator and have neither a target nor an exemption.</param>
/// <param name="Exempt">Units that owe nothing here, by the plan or by a decision.</param>
/// <param name="Weaker">Units whose own target is weaker than the province's; what only <see cref="ProvinceRule.Each"/> asks about.</param>
public sealed record ProvinceShare(
    ProvinceTarget Target,
    Indicator Indicator,
    Period Period,
    decimal? Sum,
    decimal? Assigned,
    IReadOnlyList<(Unit Unit, TargetInForce Target)> With,
    IReadOnlyList<Unit> Without,
    IReadOnlyList<Unit> Exempt,
    IReadOnlyList<Unit> Weaker)
{
    /// <summary>The sum less the province's target; null where there is no sum.</summary>
    public decimal? Difference => Sum - Target.Value;

    /// <summary>True if the units bear it by its rule; nobody bears what no unit was given.</summary>
    public bool Holds => Target.Rule switch
    {
        ProvinceRule.None => true,
        _ when With.Count == 0 => false,
        ProvinceRule.Each => Weaker.Count == 0,
        ProvinceRule.Equal => Math.Abs(Difference ?? 0) <= Allowed,
        _ => (Indicator.Direction == Direction.LessIsBetter ? -Difference : Difference) >= -Allowed,
    };

    private decimal Allowed => Math.Abs(Target.Value ?? 0) * Target.Tolerance / 100;
}

/// <summary>The province's targets against those of its units. Pure.</summary>
/// <remarks>Decisions about single units count as of the last day of each period, as everywhere (docs/adr/0017-plan-versions.md).</remarks>
public static class ProvinceShares
{
    /// <summary>One a target of the province, in their order.</summary>
    public static IReadOnlyList<ProvinceShare> Of(EmulationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var targets = new TargetsByUnit(plan);
        return [.. plan.ProvinceTargets.Select(target => Share(plan, targets, target))];
    }

    private static ProvinceShare Share(EmulationPlan plan, TargetsByUnit targets, ProvinceTarget target)
    {
        var (indicator, period) = (plan.IndicatorByCode(target.Indicator), plan.PeriodByCode(target.Period));
        var asked = UnitsOf(plan, target, indicator, period).Select(unit => (Unit: unit, Target: targets.Find(unit, indicator, period))).ToList();
        var with = asked.Where(one => one.Target is { ExemptReason: null }).Select(one => (one.Unit, Target: one.Target!)).ToList();
        var isAdded = indicator.Kind is IndicatorKind.Count or IndicatorKind.Money && with.Count > 0;
        return new ProvinceShare(
            target,
            indicator,
            period,
            isAdded ? with.Sum(one => one.Target.Value ?? 0) : null,
            isAdded ? asked.Sum(one => one.Target?.Assigned ?? 0) : null,
            with,
            [.. asked.Where(one => one.Target is null).Select(one => one.Unit)],
            [.. asked.Where(one => one.Target is { ExemptReason: not null }).Select(one => one.Unit)],
            [.. with.Where(one => IsWeaker(one.Target, target, indicator)).Select(one => one.Unit)]);
    }

    /// <summary>What is added up over time is borne by every unit that existed in the period; of a stock, or a percentage, only by those there on its last day: successors do not count twice.</summary>
    private static IEnumerable<Unit> UnitsOf(EmulationPlan plan, ProvinceTarget target, Indicator indicator, Period period)
    {
        var reporting = indicator.Units.SelectMany(plan.UnitsIn).Select(unit => unit.Code).ToHashSet();
        return plan.UnitsIn(target.Units)
            .Where(unit => reporting.Contains(unit.Code) && (indicator.Aggregation == Aggregation.Sum ? unit.ExistsIn(period) : unit.ExistsOn(period.To)));
    }

    private static bool IsWeaker(TargetInForce unit, ProvinceTarget province, Indicator indicator) => indicator.Kind switch
    {
        IndicatorKind.Date => unit.Date > province.Date,
        _ => indicator.Direction == Direction.LessIsBetter ? unit.Value > province.Value : unit.Value < province.Value,
    };
}
