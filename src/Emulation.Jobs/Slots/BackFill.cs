using Emulation.Jobs.Slots.Storage;
using Emulation.Plan.Calendar;

namespace Emulation.Jobs.Slots;

/// <summary>Which runs of the past are made.</summary>
public enum BackFillScope
{
    /// <summary>Those that never ran, were missed, or left no report.</summary>
    Missing,

    /// <summary>Those that failed.</summary>
    Failed,

    /// <summary>All; a report that stands is found again and stays as it is.</summary>
    All,
}

/// <summary>A run of the past that is to be made.</summary>
/// <param name="Found">What stands there now: absent, without-report, or the slot's state.</param>
public sealed record BackFillItem(ScheduledSlot Slot, string Found);

/// <summary>Has reports, closings and score cards of the past made. It only writes down slots; the usual machinery runs them, each for its own period. Mails are held unless asked for.</summary>
public sealed class BackFill(ISlotCalendarSource calendars, SlotStore store, BackFillStore fills, TimeProvider clock)
{
    private static readonly IReadOnlyList<string> Filled = [.. Schedules.Reporting, Schedules.ScoreCards];

    /// <summary>What would be made, in order of time.</summary>
    /// <param name="from">First instant.</param>
    /// <param name="to">Last instant; what is not due yet is left out.</param>
    public async Task<IReadOnlyList<BackFillItem>> FindAsync(BackFillScope scope, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        if (await calendars.CurrentAsync(cancellationToken) is not { } calendar)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var last = to < now ? to : now;
        var recorded = (await store.ListAsync(calendar.PlanCode, from, last, cancellationToken)).ToDictionary(slot => (slot.Schedule, slot.SlotAt));
        var reported = await fills.ReportedPeriodsAsync(calendar.PlanCode, cancellationToken);
        return
        [
            .. calendar.Between(from.AddTicks(-1), last).Where(slot => Filled.Contains(slot.Schedule))
                .Select(slot => new BackFillItem(slot, Found(slot, recorded.GetValueOrDefault((slot.Schedule, slot.SlotAt)), reported)))
                .Where(item => item.Found != "running" && IsIn(scope, item.Found)),
        ];
    }

    /// <summary>Writes the runs down as due, with the order and who gave it.</summary>
    public async Task OrderAsync(IReadOnlyList<BackFillItem> items, bool sends, string by, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        if (await calendars.CurrentAsync(cancellationToken) is { } calendar)
        {
            await fills.AddAsync(calendar.PlanCode, items, sends ? "send" : "hold", by.Trim(), clock.GetUtcNow(), cancellationToken);
        }
    }

    private static string Found(ScheduledSlot slot, SlotRecord? record, IReadOnlySet<string> reported) =>
        record is null ? "absent"
        : record.IsRunning ? "running"
        : record.State == "done" && Schedules.Reporting.Contains(slot.Schedule) && !reported.Contains(slot.Period?.Value ?? "") ? "without-report"
        : record.State;

    private static bool IsIn(BackFillScope scope, string found) => scope switch
    {
        BackFillScope.Missing => found is "absent" or "missed" or "without-report",
        BackFillScope.Failed => found is "failed",
        _ => true,
    };
}
