namespace Emulation.Plan;

/// <summary>What a plan asks of one unit for an indicator over a wave or the year.</summary>
/// <param name="Value">What holds, in the indicator's measure; null for dates and exemptions.</param>
/// <param name="ExemptReason">Why the unit owes nothing; null if it does.</param>
/// <param name="Assigned">What was assigned before any decision about the unit; null where nothing was.</param>
public sealed record TargetInForce(decimal? Value, DateOnly? Date, string? ExemptReason, decimal? Assigned);

/// <summary>The targets of single units: a decision about a unit goes before a line for the unit, that before one for its block, its kind and all units.</summary>
/// <remarks>Says what scoring says (docs/adr/0005): a wave takes from the year what is the same in every period, the year of a unit without one of its own is that of the waves in which it existed.</remarks>
public sealed class TargetsByUnit
{
    private readonly EmulationPlan plan;
    private readonly Dictionary<(IndicatorCode, PeriodCode, string), Target> lines = [];
    private readonly Dictionary<(IndicatorCode, PeriodCode, string), Target> decisions = [];

    public TargetsByUnit(EmulationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        this.plan = plan;
        foreach (var target in plan.TargetsInForce)
        {
            (target.Decision is null ? lines : decisions).TryAdd((target.Indicator, target.Period, target.Units), target);
        }
    }

    /// <param name="period">A wave or the year.</param>
    /// <returns>Null if nothing is set.</returns>
    public TargetInForce? Find(Unit unit, Indicator indicator, Period period) => period.Kind == PeriodKind.Year
        ? Line(unit, indicator.Code, period.Code) ?? FromWaves(unit, indicator)
        : Line(unit, indicator.Code, period.Code) ?? FromYear(unit, indicator);

    /// <summary>The decision about that very unit, indicator and period; null if there is none.</summary>
    public Exemption? DecisionOn(Unit unit, Indicator indicator, Period period) =>
        decisions.GetValueOrDefault((indicator.Code, period.Code, unit.Code.Value))?.Decision;

    /// <summary>True if a target of the year holds in a wave as well: 98 % or "no violation" does; 120 sessions a year do not say how many by June.</summary>
    public static bool IsSameInEveryPeriod(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Aggregation != Aggregation.Sum || indicator.Direction == Direction.LessIsBetter;
    }

    private TargetInForce? FromYear(Unit unit, Indicator indicator) =>
        Line(unit, indicator.Code, plan.YearPeriod.Code) is { } year && (year.ExemptReason is not null || IsSameInEveryPeriod(indicator)) ? year : null;

    private TargetInForce? FromWaves(Unit unit, Indicator indicator)
    {
        var waves = plan.Waves.Where(wave => unit.ExistsIn(wave.Period)).Select(wave => Line(unit, indicator.Code, wave.Period.Code)).ToList();
        var owed = waves.OfType<TargetInForce>().Where(target => target.ExemptReason is null).ToList();
        return owed.Count == 0 ? waves.Find(target => target is not null)
            : indicator.Aggregation != Aggregation.Sum ? owed[^1]
            : waves.Contains(null) ? null
            : new TargetInForce(owed.Sum(target => target.Value), null, null, waves.Sum(target => target!.Assigned ?? 0));
    }

    private TargetInForce? Line(Unit unit, IndicatorCode indicator, PeriodCode period)
    {
        var assigned = new[] { unit.Code.Value, unit.Block, unit.Kind, "*" }.Select(units => lines.GetValueOrDefault((indicator, period, units))).FirstOrDefault(line => line is not null);
        return (decisions.GetValueOrDefault((indicator, period, unit.Code.Value)) ?? assigned) is { } line
            ? new TargetInForce(line.Value, line.Date, line.ExemptReason, assigned?.Value)
            : null;
    }
}
