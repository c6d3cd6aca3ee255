using Emulation.Jobs.Slots.Storage;
using Emulation.Plan;

namespace Emulation.Jobs.Slots;

/// <summary>A run of a schedule: one that has come due, with what came of it, or one to come.</summary>
/// <param name="State">planned, paused, due, waiting, running, done, missed or failed.</param>
/// <param name="Said">Outcome, fault, what it waits for or why it is paused; null for a run to come.</param>
public sealed record CalendarEntry(string Schedule, DateTimeOffset SlotAt, PeriodCode? Period, string State, string? Said);

/// <summary>The runs of the past and the coming time in one list.</summary>
public sealed class RunCalendar(ISlotCalendarSource calendars, SlotStore store, PauseStore pauses, TimeProvider clock)
{
    /// <summary>The runs between two instants in order of time: those already due from the slot table, the others from the plan.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> ListAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        if (await calendars.CurrentAsync(cancellationToken) is not { } calendar)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var paused = (await pauses.ListAsync(calendar.PlanCode, now, cancellationToken)).ToDictionary(pause => pause.Schedule);
        var recorded = await store.ListAsync(calendar.PlanCode, from, to, cancellationToken);
        var known = recorded.Select(slot => (slot.Schedule, slot.SlotAt)).ToHashSet();
        var coming = calendar.Between(from > now ? from : now, to)
            .Where(slot => !known.Contains((slot.Schedule, slot.SlotAt)))
            .Select(slot => new CalendarEntry(slot.Schedule, slot.SlotAt, slot.Period, "planned", null));
        return
        [
            .. recorded.Select(slot => Entry(slot, now)).Concat(coming).Select(entry => Paused(entry, paused))
                .OrderBy(entry => entry.SlotAt).ThenBy(entry => entry.Schedule, StringComparer.Ordinal),
        ];
    }

    private static CalendarEntry Entry(SlotRecord slot, DateTimeOffset now)
    {
        var isWaiting = slot.State == "due" && slot.NotBefore > now;
        return new CalendarEntry(
            slot.Schedule, slot.SlotAt, slot.Period, slot.IsRunning ? "running" : isWaiting ? "waiting" : slot.State,
            isWaiting ? slot.WaitsFor : slot.Fault ?? slot.Outcome);
    }

    private static CalendarEntry Paused(CalendarEntry entry, Dictionary<string, SchedulePause> paused) =>
        entry.State is "planned" or "due" or "waiting" or "failed" && paused.TryGetValue(entry.Schedule, out var pause) && entry.SlotAt < pause.EndsAt
            ? entry with { State = "paused", Said = Texts.Get("slot.paused-why", pause.Reason, pause.PausedBy) }
            : entry;
}
