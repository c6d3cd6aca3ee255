using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>What a plan asks of a unit for an indicator over a run.</summary>
/// <param name="Value">In the indicator's measure; null for dates and exemptions.</param>
/// <param name="ExemptReason">Why the unit owes nothing; null if it does.</param>
/// <param name="Decision">The decision about this unit that put it there; null for what was assigned.</param>
public sealed record UnitTarget(decimal? Value, DateOnly? Date, string? ExemptReason, Exemption? Decision = null)
{
    /// <summary>What was assigned before the decision; null without decision or where nothing was.</summary>
    public decimal? Assigned { get; init; }
}

/// <summary>Finds the target that holds for a unit: a decision about it goes before a line for the unit, that before one for its block, its kind and all units.</summary>
public sealed class TargetBook
{
    private readonly EmulationPlan plan;
    private readonly TargetLines assigned;
    private readonly TargetLines decided;
    private readonly Dictionary<IndicatorCode, IndicatorTargets> byIndicator;
    private readonly PeriodCode year;

    public TargetBook(EmulationPlan plan, RunSpan span)
    {
        (this.plan, assigned, decided, year) = (plan, TargetLines.Assigned(plan), TargetLines.Decided(plan), plan.YearPeriod.Code);
        byIndicator = plan.Indicators.ToDictionary(
            indicator => indicator.Code, indicator => new IndicatorTargets(plan, span, indicator, period => Of(indicator.Code, period)));
    }

    /// <summary>The target of the run; null if none is set.</summary>
    public UnitTarget? Find(Unit unit, Indicator indicator) => Of(indicator).Find(unit);

    /// <summary>The reason why the unit is exempt from what <paramref name="code"/> (an indicator or a duty) asks in <paramref name="period"/>; null if it is not.</summary>
    public string? ExemptReason(Unit unit, IndicatorCode code, Period period) => !assigned.Names(code) && !decided.Names(code) ? null :
        (Of(code, period.Code).Find(unit)
            ?? plan.Waves.Where(wave => period.Kind == PeriodKind.Month && wave.Period.Contains(period.To))
                .Select(wave => Of(code, wave.Period.Code).Find(unit)).FirstOrDefault(target => target is not null)
            ?? Of(code, year).Find(unit))?.ExemptReason;

    internal IndicatorTargets Of(Indicator indicator) => byIndicator[indicator.Code];

    private PeriodTargets Of(IndicatorCode code, PeriodCode period) => new(assigned.Of(code, period), decided.Of(code, period));
}
