using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation.Register;

/// <summary>What an office states for itself against the sum of the units it reports for: a district's total over its communes.</summary>
/// <remarks>Only for an office that reports for a named group of units of other kinds than its own: one that may hand in for everybody (<c>*</c>) is a unit among others. Compared where every unit of the group has a figure.</remarks>
public static class UnitSums
{
    /// <param name="units">All units of the run with figures.</param>
    public static IEnumerable<Mismatch> Of(CountedRun run, IReadOnlyDictionary<UnitCode, CountedUnit> units) =>
        from total in run.Plan.Units
        let parts = PartsOf(run.Plan, total)
        where parts.Count > 0 && units.ContainsKey(total.Code)
        from indicator in run.Added
        from period in run.Plan.Periods
        from form in new[] { FormKind.Figures, FormKind.WaveReport }
        let stated = units[total.Code].Find(indicator.Code, form, period.Code)
        where stated is { Value: not null }
        let existing = parts.Where(part => part.ExistsIn(period)).ToList()
        let said = existing.Select(part => units.GetValueOrDefault(part.Code)?.RangeOf(indicator.Code, form, [period.Code])).ToList()
        where said.Count > 0 && said.TrueForAll(part => part is not null)
        let sum = new ValueRange(said.Sum(part => part!.Value.Actual), said.Sum(part => part!.Value.Whole))
        where !sum.Meets(new ValueRange(stated.Actual!.Value, stated.Value!.Value))
        select Found(units[total.Code], stated, indicator, period, existing, sum.Whole);

    /// <summary>The units that an office's own figures are the total of; empty for all others.</summary>
    public static IReadOnlyList<Unit> PartsOf(EmulationPlan plan, Unit total) =>
        total.ReportsFor is not { } group || group == "*" ? [] : [.. plan.UnitsIn(group).Where(unit => unit.Code != total.Code && unit.Kind != total.Kind)];

    /// <summary>The figures that an office states as the total of others': they are compared with the sum and never added to it. Empty where no office reports for a named group.</summary>
    public static IReadOnlySet<(UnitCode Unit, IndicatorCode Indicator)> StatedTotals(EmulationPlan plan) =>
        (from total in plan.Units
         let parts = PartsOf(plan, total)
         where parts.Count > 0
         from indicator in plan.Indicators
         where IsAdded(indicator) && indicator.Units.SelectMany(plan.UnitsIn).Intersect(parts).Any()
         select (total.Code, indicator.Code)).ToHashSet();

    /// <summary>True for indicators whose figures are added up over time and over units.</summary>
    public static bool IsAdded(Indicator indicator) => indicator is { FromDuty: null, Aggregation: Aggregation.Sum, Kind: IndicatorKind.Count or IndicatorKind.Money };

    private static Mismatch Found(CountedUnit total, CountedFigure stated, Indicator indicator, Period period, List<Unit> parts, decimal sum) => new(
        MismatchKinds.UnitSum, period.Code, total.Unit.Code, indicator.Code, stated.Form.ToName(),
        MismatchSide.Of(stated.Value!.Value, total.SourceOf(stated)),
        MismatchSide.Of(sum, [.. parts.Select(part => new FigureSource(part.Code, indicator.Code, stated.Form, [period.Code]))]),
        RunTexts.Get(
            "UnitSum", total.Unit.ShortName, indicator.Code, indicator.Name, period.Name, VietnameseNumber.Value(stated.Value.Value), parts.Count, VietnameseNumber.Value(sum)));
}
