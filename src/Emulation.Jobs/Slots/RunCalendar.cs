using Emulation.Jobs.Slots.Storage;
using Emulation.Plan;

namespace Emulation.Jobs.Slots;

/// <summary>A run of a schedule: one that has come due, with what came of it, or one to come.</summary>
/// <param name="State">planned, due, running, done, missed or failed.</param>
/// <param name="Said">Outcome or fault; null for a run to come.</param>
public sealed record CalendarEntry(string Schedule, DateTimeOffset SlotAt, PeriodCode? Period, string State, string? Said);

/// <summary>The runs of the past and the coming time in one list.</summary>
public sealed class RunCalendar(ISlotCalendarSource calendars, SlotStore store, TimeProvider clock)
{
    /// <summary>The runs between two instants in order of time: those already due from the slot table, the others from the plan.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> ListAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        if (await calendars.CurrentAsync(cancellationToken) is not { } calendar)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var recorded = await store.ListAsync(calendar.PlanCode, from, to, cancellationToken);
        var known = recorded.Select(slot => (slot.Schedule, slot.SlotAt)).ToHashSet();
        var coming = calendar.Between(from > now ? from : now, to)
            .Where(slot => !known.Contains((slot.Schedule, slot.SlotAt)))
            .Select(slot => new CalendarEntry(slot.Schedule, slot.SlotAt, slot.Period, "planned", null));
        return [.. recorded.Select(Entry).Concat(coming).OrderBy(entry => entry.SlotAt).ThenBy(entry => entry.Schedule, StringComparer.Ordinal)];
    }

    private static CalendarEntry Entry(SlotRecord slot) =>
        new(slot.Schedule, slot.SlotAt, slot.Period, slot.IsRunning ? "running" : slot.State, slot.Fault ?? slot.Outcome);
}
