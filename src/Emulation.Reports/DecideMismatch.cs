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

    public Task RunAsync(long id, string counts, string reason, string decidedBy, CancellationToken cancellationToken) =>
        RunAsync(id, counts, reason, decidedBy, seen: null, cancellationToken);

    /// <param name="counts">One of <see cref="Choices"/>.</param>
    /// <param name="seen">How many events of the entry the person has seen; null to decide without having looked.</param>
    /// <returns>False if something was found, decided or arranged since the person looked; nothing was decided then.</returns>
    /// <exception cref="ArgumentException">Reason or name is missing, or the choice is unknown.</exception>
    /// <exception cref="InvalidOperationException">There is no such entry, or it is gone.</exception>
    public async Task<bool> RunAsync(long id, string counts, string reason, string decidedBy, int? seen, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(decidedBy);
        if (!Choices.Contains(counts))
        {
            throw new ArgumentException($"'{counts}' is none of {string.Join(", ", Choices)}.", nameof(counts));
        }
        var decision = new MismatchDecision(counts, reason.Trim(), decidedBy.Trim(), clock.GetUtcNow());
        var answer = await register.DecideAsync(await plans.GetAsync(cancellationToken), id, decision, seen, cancellationToken);
        log.LogInformation("Mismatch {MismatchId} decided: {Counts}, {Answer}", id, counts, answer);
        return IsDone(answer, id, "that still stands");
    }

    public Task FollowAsync(long id, string owner, DateOnly dueOn, string? note, string enteredBy, CancellationToken cancellationToken) =>
        FollowAsync(id, owner, dueOn, note, enteredBy, seen: null, cancellationToken);

    /// <summary>Somebody sees to it until a day; a later arrangement replaces an earlier one.</summary>
    /// <param name="seen">How many events of the entry the person has seen; null to decide without having looked.</param>
    /// <returns>False if something was found, decided or arranged since the person looked; nothing was arranged then.</returns>
    /// <exception cref="ArgumentException">Owner or name is missing, or the day is past.</exception>
    /// <exception cref="InvalidOperationException">There is no such entry.</exception>
    public async Task<bool> FollowAsync(long id, string owner, DateOnly dueOn, string? note, string enteredBy, int? seen, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(owner);
        ArgumentException.ThrowIfNullOrWhiteSpace(enteredBy);
        var plan = await plans.GetAsync(cancellationToken);
        if (dueOn < plan.Plan.TimeZone.DateOf(clock.GetUtcNow()))
        {
            throw new ArgumentException(FormattableString.Invariant($"{dueOn:yyyy-MM-dd} is past."), nameof(dueOn));
        }
        var follow = new FollowUp(owner.Trim(), dueOn, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), enteredBy.Trim());
        var answer = await register.FollowAsync(plan, id, follow, clock.GetUtcNow(), seen, cancellationToken);
        log.LogInformation("Mismatch {MismatchId} is followed until {DueOn}, {Answer}", id, dueOn, answer);
        return IsDone(answer, id, "");
    }

    public Task EndFollowUpAsync(long id, string? note, string endedBy, CancellationToken cancellationToken) =>
        EndFollowUpAsync(id, note, endedBy, seen: null, cancellationToken);

    /// <summary>Ends the follow-up of an entry: what was to be done is done.</summary>
    /// <param name="seen">How many events of the entry the person has seen; null to decide without having looked.</param>
    /// <returns>False if something was found, decided or arranged since the person looked; nothing was ended then.</returns>
    /// <exception cref="ArgumentException">The name is missing.</exception>
    /// <exception cref="InvalidOperationException">Nobody sees to such an entry.</exception>
    public async Task<bool> EndFollowUpAsync(long id, string? note, string endedBy, int? seen, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(endedBy);
        var answer = await register.EndFollowUpAsync(
            await plans.GetAsync(cancellationToken), id, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), endedBy.Trim(), clock.GetUtcNow(), seen, cancellationToken);
        log.LogInformation("Follow-up of mismatch {MismatchId} ended, {Answer}", id, answer);
        return IsDone(answer, id, "with an open follow-up");
    }

    private static bool IsDone(MismatchAnswer answer, long id, string that) => answer switch
    {
        MismatchAnswer.NoSuchEntry => throw new InvalidOperationException(FormattableString.Invariant($"There is no mismatch {id} {that}").TrimEnd() + "."),
        _ => answer == MismatchAnswer.Added,
    };
}
