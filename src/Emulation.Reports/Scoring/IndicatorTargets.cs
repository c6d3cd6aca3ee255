using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>What a run asks of units for one indicator. See docs/adr/0005 for what a wave takes from the year and the year from its waves.</summary>
public sealed class IndicatorTargets
{
    private readonly Indicator indicator;
    private readonly Period period;
    private readonly PeriodTargets ofPeriod;
    private readonly PeriodTargets ofYear;
    private readonly PeriodTargets ofFirstWave;
    private readonly IReadOnlyList<(Period Wave, PeriodTargets Targets)> ofWaves;
    private readonly bool isSetByWave;

    /// <param name="targets">The indicator's targets in a period.</param>
    internal IndicatorTargets(EmulationPlan plan, RunSpan span, Indicator indicator, Func<PeriodCode, PeriodTargets> targets)
    {
        (this.indicator, period) = (indicator, span.Period);
        ofPeriod = targets(period.Code);
        ofYear = targets(plan.YearPeriod.Code);
        ofFirstWave = targets(span.Slots[0].Wave.Period.Code);
        ofWaves = [.. plan.Waves.Select(wave => (wave.Period, targets(wave.Period.Code)))];
        isSetByWave = ofWaves.Any(wave => wave.Targets.Any);
    }

    /// <summary>The target of the run; null if none is set.</summary>
    public UnitTarget? Find(Unit unit) => period.Kind == PeriodKind.Year
        ? ofYear.Find(unit) ?? FromWaves(unit)
        : ofPeriod.ExemptionOf(unit) ?? ofFirstWave.Find(unit) ?? FromYear(unit);

    // 98 % or "no violation" holds in a part of the year as well; 120 sessions a year do not say how many by June.
    private UnitTarget? FromYear(Unit unit) =>
        ofYear.Find(unit) is { } target && (target.ExemptReason is not null || indicator.Aggregation != Aggregation.Sum || indicator.Direction == Direction.LessIsBetter)
            ? target
            : null;

    private UnitTarget? FromWaves(Unit unit)
    {
        if (!isSetByWave)
        {
            return null;
        }
        var targets = ofWaves.Where(wave => unit.ExistsIn(wave.Wave)).Select(wave => wave.Targets.Find(unit)).ToList();
        var owed = targets.OfType<UnitTarget>().Where(target => target.ExemptReason is null).ToList();
        if (owed.Count == 0)
        {
            return targets.Find(target => target is not null);
        }
        return indicator.Aggregation != Aggregation.Sum ? owed[^1]
            : targets.Contains(null) ? null
            : new UnitTarget(owed.Sum(target => target.Value), null, null, owed.Select(target => target.Decision).FirstOrDefault(decision => decision is not null))
            {
                Assigned = owed.Exists(target => target.Decision is not null) ? owed.Sum(target => target.Decision is null ? target.Value : target.Assigned) : null,
            };
    }
}
