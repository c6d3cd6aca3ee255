using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>For every duty × unit × period owed in a run: how the unit stands. Expected = on time + late + needs fixing + missing + exempt.</summary>
/// <remarks>What counts is when our sweep first saw a version that could be accepted; the due day is inclusive and in the plan's zone.</remarks>
public sealed class DutyBoard
{
    private readonly EmulationPlan plan;
    private readonly TargetBook targets;
    private readonly RunData data;
    private readonly Dictionary<(UnitCode, FormKind, PeriodCode), ReceivedForm> received;
    private readonly HashSet<RefusedForm> refused;
    private readonly ILookup<string, IndicatorCode> exemptionCodes;

    public DutyBoard(EmulationPlan plan, TargetBook targets, RunData data)
    {
        (this.plan, this.targets, this.data) = (plan, targets, data);
        received = data.Received.ToDictionary(form => (form.Unit, form.Form, form.Period));
        refused = [.. data.Refused];
        exemptionCodes = plan.Indicators.Where(indicator => indicator.FromDuty is not null)
            .Select(indicator => (Duty: indicator.FromDuty!, indicator.Code))
            .Concat(plan.Duties.Select(duty => (Duty: duty.Code, Code: new IndicatorCode(duty.Code))))
            .ToLookup(pair => pair.Duty, pair => pair.Code);
    }

    /// <summary>The board, in the order of duties, their occurrences and the plan's units.</summary>
    public IReadOnlyList<DutyStanding> Of(Func<DutyOccurrence, bool> isOwed)
    {
        var owed = plan.Duties.SelectMany(duty => duty.Occurrences.Where(isOwed).Select(occurrence => (Duty: duty, Occurrence: occurrence))).ToList();
        var rows = new IReadOnlyList<DutyStanding>[owed.Count];
        Parallel.For(0, owed.Count, index => rows[index] = OfOccurrence(owed[index].Duty, owed[index].Occurrence));
        return [.. rows.SelectMany(row => row)];
    }

    private IReadOnlyList<DutyStanding> OfOccurrence(Duty duty, DutyOccurrence occurrence)
    {
        var extendedDueOn = DueDays.Extended(plan.TimeZone, occurrence.DueOn, data.Outages);
        return [.. from unit in plan.Units
                   where PlanGroups.BelongsToAny(unit, duty.Units) && unit.Owes(occurrence)
                   select Stand(duty, occurrence, extendedDueOn, unit)];
    }

    private DutyStanding Stand(Duty duty, DutyOccurrence occurrence, DateOnly extendedDueOn, Unit unit)
    {
        var form = received.GetValueOrDefault((unit.Code, duty.Form, occurrence.Period.Code));
        var daysLate = form is null ? 0 : Math.Max(0, plan.TimeZone.DateOf(form.FirstReceivedAt).DayNumber - extendedDueOn.DayNumber);
        var standing = IsExempt(duty, occurrence, unit) ? Standing.Exempt
            : form is not null ? (daysLate > 0 ? Standing.Late : Standing.OnTime)
            : refused.Contains(new RefusedForm(unit.Code, duty.Form, occurrence.Period.Code)) ? Standing.NeedsFixing
            : data.AsOn > extendedDueOn ? Standing.Missing
            : Standing.NotYetDue;
        return new DutyStanding(
            duty.Code, unit.Code, occurrence.Period.Code, occurrence.DueOn, standing,
            form?.FirstReceivedAt, standing == Standing.Late ? daysLate : 0, form?.Version);
    }

    private bool IsExempt(Duty duty, DutyOccurrence occurrence, Unit unit) =>
        exemptionCodes[duty.Code].Any(code => targets.ExemptReason(unit, code, occurrence.Period) is not null);
}
