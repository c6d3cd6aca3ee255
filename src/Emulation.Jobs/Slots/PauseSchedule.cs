using Emulation.Jobs.Slots.Storage;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;

namespace Emulation.Jobs.Slots;

/// <summary>Stops a schedule for a while, and lets it go on.</summary>
public sealed class PauseSchedule(CurrentPlan plans, PauseStore pauses, TimeProvider clock)
{
    /// <summary>The longest pause: a schedule that nobody remembers to have stopped must come back by itself.</summary>
    public const int MostDays = 92;

    /// <param name="until">The last day of the pause, in the plan's zone.</param>
    /// <exception cref="ArgumentException">There is no such schedule, the day is past or too far, or reason or person are empty.</exception>
    /// <exception cref="InvalidOperationException">The schedule is paused already.</exception>
    public async Task<SchedulePause> PauseAsync(string schedule, DateOnly until, string reason, string by, CancellationToken cancellationToken) =>
        await TryPauseAsync(schedule, until, reason, by, cancellationToken)
        ?? throw new InvalidOperationException($"{schedule} is paused already; 'emulation calendar' says until when.");

    /// <param name="until">The last day of the pause, in the plan's zone.</param>
    /// <returns>Null if the schedule is paused already.</returns>
    /// <exception cref="ArgumentException">There is no such schedule, the day is past or too far, or reason or person are empty.</exception>
    public async Task<SchedulePause?> TryPauseAsync(string schedule, DateOnly until, string reason, string by, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        var plan = (await plans.GetAsync(cancellationToken)).Plan;
        var now = clock.GetUtcNow();
        var today = plan.TimeZone.DateOf(now);
        if (!Schedules.Pausable.Contains(schedule))
        {
            throw new ArgumentException($"'{schedule}' cannot be paused. These can: {string.Join(", ", Schedules.Pausable)}.", nameof(schedule));
        }

        if (until < today || until > today.AddDays(MostDays))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A pause ends on a day from {today:yyyy-MM-dd} to {today.AddDays(MostDays):yyyy-MM-dd}, not on {until:yyyy-MM-dd}."), nameof(until));
        }

        var pause = new SchedulePause(schedule, plan.TimeZone.InstantOf(until.AddDays(1), TimeOnly.MinValue), reason.Trim(), by.Trim(), now);
        return await pauses.AddAsync(plan.Code, pause, cancellationToken) ? pause : null;
    }

    /// <exception cref="InvalidOperationException">The schedule is not paused.</exception>
    public async Task ResumeAsync(string schedule, string by, CancellationToken cancellationToken)
    {
        if (!await TryResumeAsync(schedule, by, cancellationToken))
        {
            throw new InvalidOperationException($"{schedule} is not paused.");
        }
    }

    /// <returns>False if the schedule is not paused.</returns>
    public async Task<bool> TryResumeAsync(string schedule, string by, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        return await pauses.EndAsync((await plans.GetAsync(cancellationToken)).Plan.Code, schedule, by.Trim(), clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>The pauses that hold now.</summary>
    public async Task<IReadOnlyList<SchedulePause>> ListAsync(CancellationToken cancellationToken) =>
        await pauses.ListAsync((await plans.GetAsync(cancellationToken)).Plan.Code, clock.GetUtcNow(), cancellationToken);
}
