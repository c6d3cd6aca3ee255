using Emulation.Plan.Calendar;

namespace Emulation.Jobs.Slots;

/// <summary>The plan that slots are drawn from.</summary>
/// <param name="Between">The slots after the first instant up to and including the second, in order of time.</param>
public sealed record SlotCalendar(string PlanCode, Func<DateTimeOffset, DateTimeOffset, IReadOnlyList<ScheduledSlot>> Between);

/// <summary>Where the slots in force come from: the applied plan; in tests, whatever the case needs.</summary>
public interface ISlotCalendarSource
{
    /// <summary>The slots in force; null while no plan has been applied.</summary>
    Task<SlotCalendar?> CurrentAsync(CancellationToken cancellationToken);
}

/// <summary>What a slot of one schedule does. Safe to run twice: its effects are unique by themselves.</summary>
public interface ISlotAction
{
    /// <summary>The schedule's name.</summary>
    string Schedule { get; }

    /// <summary>Does what was due.</summary>
    /// <returns>What came of it, or until when it waits.</returns>
    Task<SlotOutcome> RunAsync(ClaimedSlot slot, CancellationToken cancellationToken);
}
