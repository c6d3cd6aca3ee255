using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>Finds where the versions that hold for the parts of a run's period ask for something else than the run's own version. Pure.</summary>
/// <remarks>A duty that the run's version has not at all is left out: none of its rules speaks of it.</remarks>
public static class PeriodDuties
{
    /// <summary>In the order of the plan's duties and periods; empty where one version holds for all.</summary>
    public static IReadOnlyList<OwedOtherwise> Of(StoredPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Beside.Count == 0)
        {
            return [];
        }
        var units = plan.Plan.Units.Select(unit => unit.Code).ToHashSet();
        var own = new SaidBy(plan.Plan, units);
        var others = plan.Beside.Values.DistinctBy(version => version.VersionId).ToDictionary(version => version.VersionId, version => new SaidBy(version.Plan, units));
        return [.. from duty in plan.Plan.Duties
                   from period in plan.Plan.Periods
                   where plan.Beside.ContainsKey(period.Code)
                   let said = own.Of(duty.Code, period.Code)
                   let then = others[plan.Beside[period.Code].VersionId].Of(duty.Code, period.Code)
                   where !IsSame(said, then)
                   select then is not null ? then with { Occurrence = then.Occurrence with { Period = period } } : said! with { Owing = new HashSet<UnitCode>(), Exempt = new HashSet<UnitCode>() }];
    }

    private static bool IsSame(OwedOtherwise? one, OwedOtherwise? other) => one is null || other is null ? one is null && other is null
        : (one.Form, Days(one)) == (other.Form, Days(other)) && one.Owing.SetEquals(other.Owing) && one.Exempt.SetEquals(other.Exempt);

    private static (DateOnly, DateOnly, DateOnly, DateOnly) Days(OwedOtherwise owed) =>
        (owed.Occurrence.OpensOn, owed.Occurrence.CutoffOn, owed.Occurrence.DueOn, owed.Occurrence.LocksOn);

    /// <summary>What one version says is owed by those units.</summary>
    private sealed class SaidBy(EmulationPlan plan, HashSet<UnitCode> units)
    {
        private readonly TargetBook targets = new(plan, RunSpan.Of(plan, plan.YearPeriod));

        public OwedOtherwise? Of(string code, PeriodCode period)
        {
            if (plan.Duties.FirstOrDefault(duty => duty.Code == code) is not { } duty
                || duty.Occurrences.FirstOrDefault(occurrence => occurrence.Period.Code == period) is not { } occurrence)
            {
                return null;
            }
            var codes = DutyBoard.ExemptionCodes(plan, duty.Code);
            var owing = plan.Units.Where(unit => units.Contains(unit.Code) && PlanGroups.BelongsToAny(unit, duty.Units) && unit.Owes(occurrence)).ToList();
            return new OwedOtherwise(
                code, duty.Form, occurrence, owing.Select(unit => unit.Code).ToHashSet(),
                owing.Where(unit => codes.Exists(one => targets.ExemptReason(unit, one, occurrence.Period) is not null)).Select(unit => unit.Code).ToHashSet());
        }
    }
}
