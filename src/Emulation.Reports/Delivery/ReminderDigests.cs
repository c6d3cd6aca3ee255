using Emulation.Plan;

namespace Emulation.Reports.Delivery;

/// <summary>What one person is reminded of on a day, whatever the number of duties and units.</summary>
/// <param name="Address">In lower case.</param>
/// <param name="IsHead">True if the person is told only as the head of the unit.</param>
/// <param name="Items">Overdue first, then by due date and plan order; never empty.</param>
/// <param name="Steps">The rungs the digest tells for the first time; never empty.</param>
public sealed record ReminderDigest(string Address, DateOnly Day, bool IsHead, IReadOnlyList<OpenDuty> Items, IReadOnlyList<ToldStep> Steps)
{
    public IEnumerable<OpenDuty> Overdue => Items.Where(item => item.IsOverdueOn(Day));

    public IEnumerable<OpenDuty> Soon => Items.Where(item => !item.IsOverdueOn(Day));

    public IEnumerable<Unit> Units => Items.Select(item => item.Unit).Distinct();
}

/// <summary>Finds whom to remind of what. A person is written to when a rung was reached that he has not been told of, and then of all that concerns him. Pure.</summary>
/// <remarks>Resting on what was told, not on the day, it makes good what an outage missed, and says nothing twice. ADR 0024.</remarks>
public static class ReminderDigests
{
    /// <summary>One entry a person, in the order of the first unit that concerns him.</summary>
    public static IReadOnlyList<ReminderDigest> On(EmulationPlan plan, DateOnly day, IReadOnlyList<OpenDuty> open, IReadOnlySet<ToldStep> told)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(told);
        var horizon = day.AddDays(Math.Max(0, plan.Calendar.ReminderDaysBefore.DefaultIfEmpty(0).Max()));
        var concerns =
            from item in open
            where item.Reached is not null || item.Occurrence.CutoffOn <= horizon
            from role in RolesOf(item)
            from address in plan.AddressesOf(item.Unit, role, day)
            select (Address: address, Role: role, Item: item);
        return [.. concerns.GroupBy(concern => concern.Address).Select(person => DigestOf(person.Key, day, [.. person], told)).OfType<ReminderDigest>()];
    }

    private static ReminderDigest? DigestOf(string address, DateOnly day, List<(string Address, ContactRole Role, OpenDuty Item)> concerns, IReadOnlySet<ToldStep> told)
    {
        var items = concerns.Select(concern => concern.Item).Distinct().OrderBy(item => item.Occurrence.DueOn).ToList();
        var fresh = items.Where(item => item.Reached is not null)
            .Select(item => new ToldStep(item.Unit.Code, item.Duty.Code, item.Occurrence.Period.Code, item.Reached!.Code, address, ToldStep.InReminder))
            .Where(step => !told.Contains(step)).ToList();
        return fresh.Count == 0 ? null : new ReminderDigest(address, day, concerns.TrueForAll(concern => concern.Role == ContactRole.Head), items, fresh);
    }

    /// <summary>The officer always; the head once the ladder has climbed to him.</summary>
    private static ContactRole[] RolesOf(OpenDuty item) =>
        item.Reached?.To >= ContactRole.Head ? [ContactRole.Officer, ContactRole.Head] : [ContactRole.Officer];
}
