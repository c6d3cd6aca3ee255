using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Emulation.Reports.Waves;

namespace Emulation.Reports;

/// <summary>An objection that was written down.</summary>
/// <param name="IsClosed">True if the period is closed: if the unit is right, it takes a reopening.</param>
public sealed record RaisedObjection(long Id, bool IsClosed);

/// <summary>Objections of units to results, and their answers. A period with an unanswered objection is not closed.</summary>
public sealed class RaiseObjection(CurrentPlan plans, WaveStore waves, RunStore runs, TimeProvider clock)
{
    /// <param name="lateBecause">Why it is taken after the last day for objections; kept with the text.</param>
    /// <exception cref="ArgumentException">The plan has no such unit, wave or year; text or name is missing.</exception>
    /// <exception cref="InvalidOperationException">The last day for objections has passed and no reason is given.</exception>
    public async Task<RaisedObjection> RunAsync(UnitCode unit, PeriodCode period, string text, string enteredBy, string? lateBecause, CancellationToken cancellationToken) =>
        (await RunAsync(unit, period, text, enteredBy, lateBecause, seen: null, cancellationToken))!;

    /// <param name="lateBecause">Why it is taken after the last day for objections; kept with the text.</param>
    /// <param name="seen">The newest objection the page showed, 0 for none; null for a command, which shows none.</param>
    /// <returns>Null if the unit said something about the period since.</returns>
    /// <exception cref="ArgumentException">The plan has no such unit, wave or year; text or name is missing.</exception>
    /// <exception cref="InvalidOperationException">The last day for objections has passed and no reason is given.</exception>
    public async Task<RaisedObjection?> RunAsync(
        UnitCode unit, PeriodCode period, string text, string enteredBy, string? lateBecause, long? seen, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(enteredBy);
        var plan = await plans.ForAsync(period, cancellationToken);
        if (!plan.Plan.Units.Any(one => one.Code == unit))
        {
            throw new ArgumentException($"Plan {plan.Plan.Code} has no unit {unit}.", nameof(unit));
        }

        var about = plan.Plan.Closable(period);
        var said = InTime(plan.Plan, about, text.Trim(), lateBecause?.Trim());
        return await waves.ObjectAsync(plan, about, unit, said, enteredBy.Trim(), clock.GetUtcNow(), seen, cancellationToken) is { } id
            ? new RaisedObjection(id, await runs.FindClosedAsync(plan, about, cancellationToken) is not null)
            : null;
    }

    private string InTime(EmulationPlan plan, Period period, string text, string? lateBecause) =>
        plan.ObjectionsUntil(period) is not { } until || plan.TimeZone.DateOf(clock.GetUtcNow()) <= until ? text
        : !string.IsNullOrEmpty(lateBecause) ? Texts.Get("Objection.Late", text, VietnameseNumber.Day(until), lateBecause)
        : throw new InvalidOperationException(Texts.Get("Objection.TooLate", period.Name, VietnameseNumber.Day(until)));

    /// <exception cref="InvalidOperationException">There is no such objection, or it was answered before.</exception>
    public async Task AnswerAsync(long objectionId, bool isUpheld, string text, string decidedBy, CancellationToken cancellationToken)
    {
        if (!await TryAnswerAsync(objectionId, isUpheld, text, decidedBy, cancellationToken))
        {
            throw new InvalidOperationException(FormattableString.Invariant($"There is no unanswered objection {objectionId}."));
        }
    }

    /// <returns>False if there is no such objection, or it was answered before.</returns>
    public Task<bool> TryAnswerAsync(long objectionId, bool isUpheld, string text, string decidedBy, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(decidedBy);
        return waves.AnswerAsync(objectionId, new ObjectionAnswer(isUpheld, text.Trim(), decidedBy.Trim(), clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>In order of entry.</summary>
    public async Task<IReadOnlyList<Objection>> ListAsync(PeriodCode period, CancellationToken cancellationToken)
    {
        var plan = await plans.GetAsync(cancellationToken);
        return await waves.ObjectionsAsync(plan, plan.Plan.Closable(period), cancellationToken);
    }
}
