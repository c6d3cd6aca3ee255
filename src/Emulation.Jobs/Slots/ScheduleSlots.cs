using System.Globalization;
using Emulation.Jobs.Hosting;
using Emulation.Jobs.Slots.Storage;
using Emulation.Plan;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Slots;

/// <summary>Runs what is due: slots are written down as rows, claimed under a lease, run and settled. However often and wherever this is started, every slot has one effect.</summary>
/// <remarks>ADR 0001. Hangfire only ticks; killed anywhere, the slot is still open and the next tick takes it up.</remarks>
public sealed class ScheduleSlots(
    ISlotCalendarSource calendars,
    SlotStore store,
    IEnumerable<ISlotAction> actions,
    TimeProvider clock,
    IOptions<ScheduleOptions> options,
    ILogger<ScheduleSlots> log)
{
    private readonly string owner = $"{Environment.MachineName}:{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Writes down what has come due since the last look.</summary>
    /// <returns>The schedules with open slots, in ordinal order.</returns>
    public async Task<IReadOnlyList<string>> PlanAsync(CancellationToken cancellationToken)
    {
        if (await calendars.CurrentAsync(cancellationToken) is not { } calendar)
        {
            return [];
        }

        await PlanAsync(calendar, cancellationToken);
        await store.OpenCorrectedScoreCardsAsync(calendar.PlanCode, cancellationToken);
        return await store.DueSchedulesAsync(calendar.PlanCode, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Runs every due slot of a schedule, oldest first; a slot that fails is tried again later and never blocks another.</summary>
    public async Task<SlotCounts> RunDueAsync(string schedule, CancellationToken cancellationToken)
    {
        var counts = default(SlotCounts);
        if (await calendars.CurrentAsync(cancellationToken) is not { } calendar)
        {
            return counts;
        }

        await PlanAsync(calendar, cancellationToken);
        while (await ClaimAsync(calendar.PlanCode, schedule, cancellationToken) is { } slot)
        {
            counts = await RunAsync(calendar, slot, counts, cancellationToken);
        }

        return counts;
    }

    private async Task PlanAsync(SlotCalendar calendar, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (since, found) = await store.PlanAsync(
            calendar.PlanCode,
            now,
            (from, to) => [.. calendar.Between(from, to).Where(slot => !CatchUp.IsForgotten(slot.Schedule, slot.SlotAt, now))],
            cancellationToken);
        if (since > now + CatchUp.Punctual)
        {
            log.LogWarning("The clock stepped back: slots are known until {Since:u}, now is {Now:u}; nothing is repeated", since, now);
        }
        else if (now - since > CatchUp.Useful)
        {
            log.LogWarning("No look at the schedule since {Since:u}, or the clock stepped ahead; {Found} slots are caught up", since, found);
        }
    }

    private async Task<ClaimedSlot?> ClaimAsync(string planCode, string schedule, CancellationToken cancellationToken)
    {
        var slot = await store.ClaimAsync(planCode, [schedule], clock.GetUtcNow(), owner, options.Value.Lease, cancellationToken);
        FailPoint.Reach("slot-claimed");
        return slot;
    }

    private async Task<SlotCounts> RunAsync(SlotCalendar calendar, ClaimedSlot slot, SlotCounts counts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (CatchUp.IsMissed(slot.Schedule, slot.SlotAt, now, IsSuperseded(calendar, slot, now)))
        {
            await store.SettleAsync(slot, isMissed: true, now, Texts.Get("slot.outcome-missed"), cancellationToken);
            return counts with { Missed = counts.Missed + 1 };
        }

        if (await TryActAsync(slot, cancellationToken) is not { } outcome)
        {
            return counts with { Failed = counts.Failed + 1 };
        }

        FailPoint.Reach("slot-acted");
        if (outcome.NotBefore is { } notBefore)
        {
            await store.WaitAsync(slot, notBefore, outcome.Said, cancellationToken);
            log.LogInformation("Slot {Schedule} {SlotAt:u} waits until {NotBefore:u}", slot.Schedule, slot.SlotAt, notBefore);
            return counts with { Waiting = counts.Waiting + 1 };
        }

        var settled = await store.SettleAsync(slot, isMissed: false, clock.GetUtcNow(), outcome.Said + Lateness(slot, now), cancellationToken);
        FailPoint.Reach("slot-settled");
        log.LogInformation("Slot {Schedule} {SlotAt:u}: {Outcome}", slot.Schedule, slot.SlotAt, settled ? outcome.Said : "fenced");
        return counts with { Done = counts.Done + 1 };
    }

    /// <returns>What came of it; null if it failed or was taken over.</returns>
    private async Task<SlotOutcome?> TryActAsync(ClaimedSlot slot, CancellationToken cancellationToken)
    {
        await using var lease = new SlotLease(slot, store, options.Value.Lease, log, cancellationToken);
        try
        {
            return await actions.Single(action => action.Schedule == slot.Schedule).RunAsync(slot, lease.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host is stopping; giving the slot back must not be stopped with it.
            await store.ReleaseAsync(slot, CancellationToken.None);
            throw;
        }
        catch (OperationCanceledException) when (lease.IsLost)
        {
            return null;
        }
        catch (Exception exception)
        {
            // Whatever the fault: it is kept on the slot's row, and the other slots go on.
            log.LogError(exception, "Slot {Schedule} {SlotAt:u} failed at attempt {Attempts}", slot.Schedule, slot.SlotAt, slot.Attempts);
            await store.PostponeAsync(slot, CatchUp.Delay(slot.Attempts), $"{exception.GetType().Name}: {exception.Message}", cancellationToken);
            return null;
        }
    }

    private static bool IsSuperseded(SlotCalendar calendar, ClaimedSlot slot, DateTimeOffset now) =>
        CatchUp.Of(slot.Schedule) == CatchUpPolicy.RunOnce && calendar.Between(slot.SlotAt, now).Any(later => later.Schedule == slot.Schedule);

    private static string Lateness(ClaimedSlot slot, DateTimeOffset now)
    {
        var late = CatchUp.Lateness(slot.SlotAt, now);
        return late == TimeSpan.Zero ? "" : " " + Texts.Get("slot.late", (int)late.TotalHours, late.Minutes);
    }
}
