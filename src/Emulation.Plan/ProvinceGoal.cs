namespace Emulation.Plan;

/// <summary>What the province itself should reach with an indicator over a period: what a total over its units is compared with.</summary>
/// <param name="Value">In the indicator's measure; null for dates.</param>
/// <param name="Lines">The targets it is, or is added up from, in the order of the plan.</param>
public sealed record ProvinceGoal(decimal? Value, DateOnly? Date, IReadOnlyList<ProvinceTarget> Lines);

/// <summary>Finds the province's own target of a total over units. Pure.</summary>
/// <remarks>docs/adr/0034-province-targets-in-reports.md. Between periods as for a unit (docs/adr/0005): a month is held against its wave, a wave takes from the year what is the same in every period, the year without a target of its own is that of its waves.</remarks>
public sealed class ProvinceGoals
{
    private readonly EmulationPlan plan;
    private readonly ILookup<(IndicatorCode, PeriodCode), ProvinceTarget> targets;

    public ProvinceGoals(EmulationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        this.plan = plan;
        targets = plan.ProvinceTargets.ToLookup(target => (target.Indicator, target.Period));
    }

    /// <param name="units">Whose figures the total is made of.</param>
    /// <returns>Null if the province has no target, or none that speaks of the total: one divided among only some of these units, or one that each of them should reach by itself.</returns>
    public ProvinceGoal? Find(Indicator indicator, Period period, IReadOnlyCollection<UnitCode> units)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(period);
        ProvinceGoal? OfYear() => Of(indicator, plan.YearPeriod, units);
        return period.Kind switch
        {
            _ when plan.ProvinceTargets.Count == 0 => null,
            PeriodKind.Year => OfYear() ?? FromWaves(indicator, units),
            _ => Of(indicator, WaveOf(period), units) ?? (TargetsByUnit.IsSameInEveryPeriod(indicator) ? OfYear() : null),
        };
    }

    private Period WaveOf(Period period) => period.Kind == PeriodKind.Wave ? period : plan.Waves.First(wave => plan.MonthsOf(wave.Period).Any(month => month.Code == period.Code)).Period;

    private ProvinceGoal? FromWaves(Indicator indicator, IReadOnlyCollection<UnitCode> units)
    {
        var waves = plan.Waves.Select(wave => Of(indicator, wave.Period, units)).ToList();
        var known = waves.OfType<ProvinceGoal>().ToList();
        return indicator.Aggregation != Aggregation.Sum ? known.LastOrDefault()
            : known.Count == waves.Count ? Sum(known)
            : null;
    }

    // One target for all of them, or parts of which each unit belongs to one.
    private ProvinceGoal? Of(Indicator indicator, Period period, IReadOnlyCollection<UnitCode> units)
    {
        var lines = targets[(indicator.Code, period.Code)].Where(target => SpeaksOfTotals(target, indicator))
            .Select(target => (Goal: new ProvinceGoal(target.Value, target.Date, [target]), Units: plan.UnitsIn(target.Units).Select(unit => unit.Code).ToHashSet())).ToList();
        return lines.Find(line => units.All(line.Units.Contains)).Goal
            ?? (IsAdded(indicator) && lines.Count > 0 && units.All(unit => lines.Count(line => line.Units.Contains(unit)) == 1) ? Sum(lines.Select(line => line.Goal)) : null);
    }

    private static ProvinceGoal Sum(IEnumerable<ProvinceGoal> goals) =>
        goals.Aggregate((sum, goal) => new ProvinceGoal(sum.Value + goal.Value, null, [.. sum.Lines, .. goal.Lines]));

    // Amounts that each unit should reach say nothing about their sum; a yes is wanted of every unit anyway.
    private static bool SpeaksOfTotals(ProvinceTarget target, Indicator indicator) => indicator.Kind switch
    {
        IndicatorKind.Count or IndicatorKind.Money => target.Rule != ProvinceRule.Each,
        IndicatorKind.YesNo => target.Value == 1,
        _ => true,
    };

    private static bool IsAdded(Indicator indicator) => indicator.Kind is IndicatorKind.Count or IndicatorKind.Money;
}
