using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports.Reconciliation.Register;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>What people decide and arrange about entries of the register. Figures and results stay what they are: a decision is printed beside them, and only a new file or an adjustment changes anything.</summary>
public sealed class DecideMismatch(CurrentPlan plans, MismatchStore register, TimeProvider clock, ILogger<DecideMismatch> log)
{
    /// <summary>What can be decided: the value stated counts, or the one compared with, or both stand.</summary>
    public static IReadOnlyList<string> Choices { get; } = ["stated", "compared", "as-is"];

    /// <param name="counts">One of <see cref="Choices"/>.</param>
    /// <exception cref="ArgumentException">Reason or name is missing, or the choice is unknown.</exception>
    /// <exception cref="InvalidOperationException">There is no such entry, or it is gone.</exception>
    public async Task RunAsync(long id, string counts, string reason, string decidedBy, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(decidedBy);
        if (!Choices.Contains(counts))
        {
            throw new ArgumentException($"'{counts}' is none of {string.Join(", ", Choices)}.", nameof(counts));
        }
        var decision = new MismatchDecision(counts, reason.Trim(), decidedBy.Trim(), clock.GetUtcNow());
        Must(await register.DecideAsync(await plans.GetAsync(cancellationToken), id, decision, cancellationToken), id, "that still stands");
        log.LogInformation("Mismatch {MismatchId} decided: {Counts}", id, counts);
    }

    /// <summary>Somebody sees to it until a day; a later arrangement replaces an earlier one.</summary>
    /// <exception cref="ArgumentException">Owner or name is missing, or the day is past.</exception>
    /// <exception cref="InvalidOperationException">There is no such entry.</exception>
    public async Task FollowAsync(long id, string owner, DateOnly dueOn, string? note, string enteredBy, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(owner);
        ArgumentException.ThrowIfNullOrWhiteSpace(enteredBy);
        var plan = await plans.GetAsync(cancellationToken);
        if (dueOn < plan.Plan.TimeZone.DateOf(clock.GetUtcNow()))
        {
            throw new ArgumentException(FormattableString.Invariant($"{dueOn:yyyy-MM-dd} is past."), nameof(dueOn));
        }
        var follow = new FollowUp(owner.Trim(), dueOn, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), enteredBy.Trim());
        Must(await register.FollowAsync(plan, id, follow, clock.GetUtcNow(), cancellationToken), id, "");
        log.LogInformation("Mismatch {MismatchId} is followed until {DueOn}", id, dueOn);
    }

    /// <summary>Ends the follow-up of an entry: what was to be done is done.</summary>
    /// <exception cref="ArgumentException">The name is missing.</exception>
    /// <exception cref="InvalidOperationException">Nobody sees to such an entry.</exception>
    public async Task EndFollowUpAsync(long id, string? note, string endedBy, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(endedBy);
        var isEnded = await register.EndFollowUpAsync(
            await plans.GetAsync(cancellationToken), id, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), endedBy.Trim(), clock.GetUtcNow(), cancellationToken);
        Must(isEnded, id, "with an open follow-up");
        log.LogInformation("Follow-up of mismatch {MismatchId} ended", id);
    }

    private static void Must(bool isDone, long id, string that)
    {
        if (!isDone)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"There is no mismatch {id} {that}").TrimEnd() + ".");
        }
    }
}
