using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>For every duty × unit × period owed in a run: how the unit stands. Expected = on time + late + needs fixing + missing + exempt.</summary>
/// <remarks>What counts is when our sweep first saw a version that could be accepted; the due day is inclusive and in the plan's zone. Where another version of the plan holds for the period, its word counts (<see cref="OwedOtherwise"/>).</remarks>
public sealed class DutyBoard
{
    private readonly EmulationPlan plan;
    private readonly TargetBook targets;
    private readonly RunData data;
    private readonly Dictionary<(UnitCode, FormKind, PeriodCode), ReceivedForm> received;
    private readonly HashSet<RefusedForm> refused;

    public DutyBoard(EmulationPlan plan, TargetBook targets, RunData data)
    {
        (this.plan, this.targets, this.data) = (plan, targets, data);
        received = data.Received.ToDictionary(form => (form.Unit, form.Form, form.Period));
        refused = [.. data.Refused];
    }

    /// <summary>The board, in the order of duties, their occurrences and the plan's units.</summary>
    public IReadOnlyList<DutyStanding> Of(Func<DutyOccurrence, bool> isOwed)
    {
        var owed = plan.Duties.SelectMany(OwedOf).Where(one => isOwed(one.Occurrence)).ToList();
        var rows = new IReadOnlyList<DutyStanding>[owed.Count];
        Parallel.For(0, owed.Count, index => rows[index] = OfOccurrence(owed[index]));
        return [.. rows.SelectMany(row => row)];
    }

    /// <summary>The codes under which a plan excuses from the duty: its own, and those of the indicators it fills.</summary>
    internal static List<IndicatorCode> ExemptionCodes(EmulationPlan plan, string duty) =>
        [.. plan.Indicators.Where(indicator => indicator.FromDuty == duty).Select(indicator => indicator.Code), new IndicatorCode(duty)];

    private IEnumerable<Owed> OwedOf(Duty duty)
    {
        var others = data.OwedOtherwise.Where(other => other.Duty == duty.Code).ToDictionary(other => other.Occurrence.Period.Code);
        foreach (var occurrence in duty.Occurrences)
        {
            yield return others.Remove(occurrence.Period.Code, out var other) ? new Owed(duty, other.Form, other.Occurrence, other) : new Owed(duty, duty.Form, occurrence, null);
        }
        foreach (var other in others.Values.OrderBy(other => other.Occurrence.Period.From))
        {
            yield return new Owed(duty, other.Form, other.Occurrence, other);
        }
    }

    private IReadOnlyList<DutyStanding> OfOccurrence(Owed owed)
    {
        var extendedDueOn = OutageDays.Extended(plan.TimeZone, owed.Occurrence.DueOn, data.Outages, data.Rules);
        var codes = ExemptionCodes(plan, owed.Duty.Code);
        return [.. from unit in plan.Units
                   where owed.IsOwedBy(unit)
                   let isExempt = owed.Other is { } other ? other.Exempt.Contains(unit.Code) : codes.Exists(code => targets.ExemptReason(unit, code, owed.Occurrence.Period) is not null)
                   select Stand(owed, extendedDueOn, unit, isExempt)];
    }

    private DutyStanding Stand(Owed owed, DateOnly extendedDueOn, Unit unit, bool isExempt)
    {
        var period = owed.Occurrence.Period.Code;
        var form = received.GetValueOrDefault((unit.Code, owed.Form, period));
        var daysLate = form is null ? 0 : Math.Max(0, plan.TimeZone.DateOf(form.FirstReceivedAt).DayNumber - extendedDueOn.DayNumber);
        var standing = isExempt ? Standing.Exempt
            : form is not null ? (daysLate > 0 ? Standing.Late : Standing.OnTime)
            : refused.Contains(new RefusedForm(unit.Code, owed.Form, period)) ? Standing.NeedsFixing
            : data.AsOn > extendedDueOn ? Standing.Missing
            : Standing.NotYetDue;
        return new DutyStanding(
            owed.Duty.Code, unit.Code, period, owed.Occurrence.DueOn, standing,
            form?.FirstReceivedAt, standing == Standing.Late ? daysLate : 0, form?.Version);
    }

    /// <summary>A period of a duty, and whose word it is; <c>Other</c> is null for the run's own version.</summary>
    private sealed record Owed(Duty Duty, FormKind Form, DutyOccurrence Occurrence, OwedOtherwise? Other)
    {
        public bool IsOwedBy(Unit unit) => Other is { } other ? other.Owing.Contains(unit.Code) : PlanGroups.BelongsToAny(unit, Duty.Units) && unit.Owes(Occurrence);
    }
}
