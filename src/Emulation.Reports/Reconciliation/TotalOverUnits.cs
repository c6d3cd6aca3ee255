using Emulation.Plan;
using Emulation.Reports.Reconciliation.Register;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>Which units' results make up an indicator's total over all units. Pure.</summary>
/// <remarks>
/// Two kinds are left out, so that nothing counts twice: what an office states as the total of others, which is compared with their sum;
/// and a last value (a stock, <see cref="Aggregation.Last"/>) of a unit that ended before the period did, where those who took over report
/// the same indicator on the last day (docs/adr/0018-units-over-time.md).
/// </remarks>
public sealed class TotalOverUnits
{
    private readonly IReadOnlySet<(UnitCode Unit, IndicatorCode Indicator)> stated;
    private readonly HashSet<(UnitCode Unit, IndicatorCode Indicator)> handedOn;

    /// <param name="period">The period of the run.</param>
    public TotalOverUnits(EmulationPlan plan, Period period)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(period);
        stated = UnitSums.StatedTotals(plan);
        handedOn = HandedOn(plan, period);
    }

    /// <summary>The results that are added up, compared and counted for the total, in their order.</summary>
    public IEnumerable<IndicatorResult> Of(IEnumerable<IndicatorResult> results) =>
        results.Where(result => !stated.Contains((result.Unit, result.Indicator)) && !handedOn.Contains((result.Unit, result.Indicator)));

    private static HashSet<(UnitCode, IndicatorCode)> HandedOn(EmulationPlan plan, Period period)
    {
        var stocks = plan.Indicators.Where(IsStock).Select(indicator => (indicator.Code, Units: indicator.Units.SelectMany(plan.UnitsIn).Select(unit => unit.Code).ToHashSet())).ToList();
        return
        [
            .. from unit in plan.Units
               where unit.ValidTo < period.To
               let heirs = HeirsOf(plan, unit, period.To).Select(heir => heir.Code).ToHashSet()
               from stock in stocks
               where stock.Units.Overlaps(heirs)
               select (unit.Code, stock.Code),
        ];
    }

    // A yes and a date are facts about the unit, not amounts that go over to somebody.
    private static bool IsStock(Indicator indicator) =>
        indicator is { Aggregation: Aggregation.Last, Kind: IndicatorKind.Count or IndicatorKind.Money or IndicatorKind.Ratio };

    // Who is there on that day after all changes; the plan's check has refused circles.
    private static IEnumerable<Unit> HeirsOf(EmulationPlan plan, Unit unit, DateOnly day) =>
        plan.SuccessorsOf(unit).SelectMany(heir => heir.ExistsOn(day) ? [heir] : HeirsOf(plan, heir, day));
}
