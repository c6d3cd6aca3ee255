using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Storage;
using Emulation.Reports.Waves;

namespace Emulation.Reports;

/// <summary>Objections of units to results, and their answers. A period with an unanswered objection is not closed.</summary>
public sealed class RaiseObjection(CurrentPlan plans, WaveStore waves, TimeProvider clock)
{
    /// <returns>The objection's number.</returns>
    /// <exception cref="ArgumentException">The plan has no such unit, wave or year; text or name is missing.</exception>
    public async Task<long> RunAsync(UnitCode unit, PeriodCode period, string text, string enteredBy, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(enteredBy);
        var plan = await plans.ForAsync(period, cancellationToken);
        if (!plan.Plan.Units.Any(one => one.Code == unit))
        {
            throw new ArgumentException($"Plan {plan.Plan.Code} has no unit {unit}.", nameof(unit));
        }

        return await waves.ObjectAsync(plan, plan.Plan.Closable(period), unit, text.Trim(), enteredBy.Trim(), clock.GetUtcNow(), cancellationToken);
    }

    /// <exception cref="InvalidOperationException">There is no such objection, or it was answered before.</exception>
    public async Task AnswerAsync(long objectionId, bool isUpheld, string text, string decidedBy, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(decidedBy);
        if (!await waves.AnswerAsync(objectionId, new ObjectionAnswer(isUpheld, text.Trim(), decidedBy.Trim(), clock.GetUtcNow()), cancellationToken))
        {
            throw new InvalidOperationException(FormattableString.Invariant($"There is no unanswered objection {objectionId}."));
        }
    }

    /// <summary>In order of entry.</summary>
    public async Task<IReadOnlyList<Objection>> ListAsync(PeriodCode period, CancellationToken cancellationToken)
    {
        var plan = await plans.GetAsync(cancellationToken);
        return await waves.ObjectionsAsync(plan, plan.Plan.Closable(period), cancellationToken);
    }
}
