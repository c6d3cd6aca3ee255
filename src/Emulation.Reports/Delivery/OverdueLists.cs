using Emulation.Plan;
using Emulation.Plan.Calendar;

namespace Emulation.Reports.Delivery;

/// <summary>The list of who owes what, for one address of the office.</summary>
/// <param name="Items">Everything overdue and not locked, by unit in plan order, then by due date; never empty.</param>
public sealed record OverdueList(string Address, DateOnly Day, IReadOnlyList<OpenDuty> Items, IReadOnlyList<ToldStep> Steps);

/// <summary>When the office gets the overdue list: on the first rung after a due day, and when something has climbed to the province. Pure.</summary>
/// <remarks>A plan without a ladder after the due day sends none. ADR 0024.</remarks>
public static class OverdueLists
{
    /// <summary>One entry an address of the office; none if it has been told of everything.</summary>
    public static IReadOnlyList<OverdueList> On(EmulationPlan plan, DateOnly day, IReadOnlyList<OpenDuty> open, IReadOnlySet<ToldStep> told)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(told);
        var order = plan.Units.Select((unit, number) => (unit.Code, number)).ToDictionary(pair => pair.Code, pair => pair.number);
        var overdue = open.Where(item => item.IsOverdueOn(day)).OrderBy(item => order.GetValueOrDefault(item.Unit.Code, int.MaxValue)).ThenBy(item => item.Occurrence.DueOn).ToList();
        var rungs = overdue.Select(item => (Item: item, Rung: RungOf(plan.Calendar, item.Occurrence, day))).Where(pair => pair.Rung is not null).ToList();
        var lists = new List<OverdueList>();
        foreach (var address in rungs.Count == 0 ? [] : plan.AddressesOf(rungs[0].Item.Unit, ContactRole.Province, day))
        {
            var fresh = rungs
                .Select(pair => new ToldStep(pair.Item.Unit.Code, pair.Item.Duty.Code, pair.Item.Occurrence.Period.Code, pair.Rung!.Code, address, ToldStep.InOverdueList))
                .Where(step => !told.Contains(step)).ToList();
            if (fresh.Count > 0)
            {
                lists.Add(new OverdueList(address, day, overdue, fresh));
            }
        }

        return lists;
    }

    /// <summary>The last rung of those that call for a list: the first after the due day, and those of the province.</summary>
    private static LadderStep? RungOf(PlanCalendar calendar, DutyOccurrence occurrence, DateOnly day)
    {
        var first = calendar.Escalation.FirstOrDefault(step => step.DaysAfterDue > 0)?.DaysAfterDue;
        return Ladder.Of(calendar, occurrence)
            .LastOrDefault(step => step.Day <= day && step.DaysAfterDue > 0 && (step.DaysAfterDue == first || step.To == ContactRole.Province));
    }
}
