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
    private readonly RunSpan span;
    private readonly TargetLines targets;

    public TargetBook(EmulationPlan plan, RunSpan span)
    {
        (this.plan, this.span) = (plan, span);
        targets = TargetLines.Of(plan.TargetsInForce);
    }

    /// <summary>The target of the run; null if none is set. See docs/adr/0005 for what a wave takes from the year and the year from its waves.</summary>
    public UnitTarget? Find(Unit unit, Indicator indicator) =>
        span.Period.Kind == PeriodKind.Year
            ? OfYear(unit, indicator) ?? FromWaves(unit, indicator)
            : ExemptionOfMonth(unit, indicator) ?? Line(unit, indicator.Code, span.Slots[0].Wave.Period.Code) ?? (IsSameInEveryPeriod(indicator) ? OfYear(unit, indicator) : ExemptionOfYear(unit, indicator));

    /// <summary>The reason why the unit is exempt from what <paramref name="code"/> (an indicator or a duty) asks in <paramref name="period"/>; null if it is not.</summary>
    public string? ExemptReason(Unit unit, IndicatorCode code, Period period) => !targets.Names(code) ? null :
        (Line(unit, code, period.Code)
            ?? plan.Waves.Where(wave => period.Kind == PeriodKind.Month && wave.Period.Contains(period.To))
                .Select(wave => Line(unit, code, wave.Period.Code)).FirstOrDefault(line => line is not null)
            ?? Line(unit, code, plan.YearPeriod.Code))?.ExemptReason;

    private UnitTarget? OfYear(Unit unit, Indicator indicator) => Line(unit, indicator.Code, plan.YearPeriod.Code);

    // A month is held against its wave's target, but a decision may excuse from it alone.
    private UnitTarget? ExemptionOfMonth(Unit unit, Indicator indicator) =>
        targets.DecisionOn(indicator.Code, span.Period.Code, unit) is { ExemptReason: not null } line ? ToTarget(line, null) : null;

    private UnitTarget? ExemptionOfYear(Unit unit, Indicator indicator) =>
        OfYear(unit, indicator) is { ExemptReason: not null } exemption ? exemption : null;

    // 98 % or "no violation" holds in a part of the year as well; 120 sessions a year do not say how many by June.
    private static bool IsSameInEveryPeriod(Indicator indicator) =>
        indicator.Aggregation != Aggregation.Sum || indicator.Direction == Direction.LessIsBetter;

    private UnitTarget? FromWaves(Unit unit, Indicator indicator)
    {
        var targets = plan.Waves.Where(wave => unit.ExistsIn(wave.Period)).Select(wave => Line(unit, indicator.Code, wave.Period.Code)).ToList();
        var owed = targets.Where(target => target is { ExemptReason: null }).ToList();
        if (owed.Count == 0)
        {
            return targets.FirstOrDefault(target => target is not null);
        }
        return indicator.Aggregation != Aggregation.Sum ? owed[^1]
            : targets.Contains(null) ? null
            : new UnitTarget(owed.Sum(target => target!.Value), null, null, owed.Select(target => target!.Decision).FirstOrDefault(decision => decision is not null))
            {
                Assigned = owed.Exists(target => target!.Decision is not null) ? owed.Sum(target => target!.Decision is null ? target.Value : target.Assigned) : null,
            };
    }

    private UnitTarget? Line(Unit unit, IndicatorCode indicator, PeriodCode period)
    {
        var assigned = targets.AssignedTo(indicator, period, unit);
        return targets.DecisionOn(indicator, period, unit) is { } decision ? ToTarget(decision, assigned)
            : assigned is null ? null : ToTarget(assigned, null);
    }

    private static UnitTarget ToTarget(Target line, Target? assigned) =>
        new(line.Value, line.Date, line.ExemptReason, line.Decision) { Assigned = assigned?.Value };
}
