using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Delivery;

/// <summary>What a unit is reminded of on a day.</summary>
/// <param name="Items">Overdue first, then by due date and plan order; never empty.</param>
public sealed record ReminderDigest(Unit Unit, DateOnly Day, IReadOnlyList<ReminderItem> Items)
{
    public IEnumerable<ReminderItem> Overdue => Items.Where(item => item.Occurrence.DueOn < Day);

    public IEnumerable<ReminderItem> Soon => Items.Where(item => item.Occurrence.DueOn >= Day);
}

/// <param name="NeedsFixing">True if a file came but could not be accepted.</param>
public sealed record ReminderItem(Duty Duty, DutyOccurrence Occurrence, bool NeedsFixing);

/// <summary>Finds whom to remind of what: a unit is written to when one of its reminder days has come, and then of all it owes. Pure.</summary>
public static class ReminderDigests
{
    /// <summary>One entry a unit to be reminded, in plan order.</summary>
    /// <param name="forms">What has been received so far.</param>
    public static IReadOnlyList<ReminderDigest> On(EmulationPlan plan, DateOnly day, RunData forms)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var due = Reminders.On(plan, day).Select(reminder => (reminder.Duty.Code, reminder.Occurrence.Period.Code)).ToHashSet();
        if (due.Count == 0)
        {
            return [];
        }

        var horizon = day.AddDays(Math.Max(0, plan.Calendar.ReminderDaysBefore.DefaultIfEmpty(0).Max()));
        var open = Open(plan, day, horizon, due, forms).ToLookup(pair => pair.Unit, pair => pair.Item);
        return
        [
            .. plan.Units
                .Where(unit => open[unit.Code].Any(item => due.Contains((item.Duty.Code, item.Occurrence.Period.Code))))
                .Select(unit => new ReminderDigest(unit, day, [.. open[unit.Code].OrderBy(item => item.Occurrence.DueOn)])),
        ];
    }

    /// <summary>What is open for files, not received, and either due for a reminder, overdue, or due within the horizon.</summary>
    private static IEnumerable<(UnitCode Unit, ReminderItem Item)> Open(
        EmulationPlan plan, DateOnly day, DateOnly horizon, HashSet<(string, PeriodCode)> due, RunData forms)
    {
        var occurrences = plan.Duties
            .SelectMany(duty => duty.Occurrences.Select(occurrence => (duty, occurrence)))
            .ToDictionary(pair => (pair.duty.Code, pair.occurrence.Period.Code));
        var board = new DutyBoard(plan, new TargetBook(plan, RunSpan.Of(plan, plan.YearPeriod)), forms);
        return board
            .Of(occurrence => occurrence.OpensOn <= day && occurrence.LocksOn >= day)
            .Where(standing => standing.Standing is Standing.Missing or Standing.NotYetDue or Standing.NeedsFixing)
            .Select(standing => (standing, pair: occurrences[(standing.Duty, standing.Period)]))
            .Where(found => found.pair.occurrence.CutoffOn <= horizon || due.Contains((found.standing.Duty, found.standing.Period)))
            .Select(found => (found.standing.Unit, new ReminderItem(found.pair.duty, found.pair.occurrence, found.standing.Standing == Standing.NeedsFixing)));
    }
}
