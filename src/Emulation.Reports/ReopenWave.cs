using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Storage;
using Emulation.Reports.Waves;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>Reopens a closed wave or year: one person asks with a reason, a second approves or declines; whoever asked may withdraw. The closing stays as it was and binds no longer; closing again makes a new edition, and its report a corrigendum.</summary>
/// <remarks>docs/adr/0015-reopening.md.</remarks>
public sealed class ReopenWave(CurrentPlan plans, WaveStore waves, TimeProvider clock, ILogger<ReopenWave> log)
{
    /// <returns>The request's number, which the second person names.</returns>
    /// <exception cref="ArgumentException">The plan has no such wave or year; reason or name is missing.</exception>
    /// <exception cref="InvalidOperationException">The period is open.</exception>
    public async Task<long> AskAsync(PeriodCode period, string reason, string askedBy, CancellationToken cancellationToken) =>
        await AskAsync(period, reason, askedBy, seen: null, cancellationToken) ?? throw new InvalidOperationException($"{period} is not closed.");

    /// <param name="seen">What the page showed; null for a command, which shows nothing.</param>
    /// <returns>The request's number; null if the period is open, or what was seen is no longer so.</returns>
    /// <exception cref="ArgumentException">The plan has no such wave or year; reason or name is missing.</exception>
    public async Task<long?> AskAsync(PeriodCode period, string reason, string askedBy, SeenClosing? seen, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(askedBy);
        var plan = await plans.GetAsync(cancellationToken);
        return await waves.AskReopeningAsync(plan, plan.Plan.Closable(period), reason.Trim(), askedBy.Trim(), clock.GetUtcNow(), seen, cancellationToken);
    }

    /// <exception cref="ArgumentException">The plan has no such wave or year; the name is missing, or is that of the person who asked.</exception>
    /// <exception cref="InvalidOperationException">The request is not about the closing that binds, or was declined.</exception>
    public async Task ApproveAsync(PeriodCode period, long requestId, string approvedBy, CancellationToken cancellationToken)
    {
        switch (await TryApproveAsync(period, requestId, approvedBy, cancellationToken))
        {
            case ReopeningOutcome.SamePerson:
                throw new ArgumentException($"{approvedBy} asked for it: a second person approves.", nameof(approvedBy));
            case ReopeningOutcome.NotBinding:
                throw new InvalidOperationException(NoSuchRequest(period, requestId));
        }
    }

    /// <summary>The request comes to nothing: withdrawn by whoever asked, or not agreed to by another. The closing stands.</summary>
    /// <exception cref="ArgumentException">The plan has no such wave or year; reason or name is missing.</exception>
    /// <exception cref="InvalidOperationException">The request is not about the closing that binds, or was declined before.</exception>
    public async Task DeclineAsync(PeriodCode period, long requestId, string reason, string declinedBy, CancellationToken cancellationToken)
    {
        if (!await TryDeclineAsync(period, requestId, reason, declinedBy, cancellationToken))
        {
            throw new InvalidOperationException(NoSuchRequest(period, requestId));
        }
    }

    /// <returns>False if the request is not about the closing that binds, or was declined before.</returns>
    /// <exception cref="ArgumentException">The plan has no such wave or year; reason or name is missing.</exception>
    public async Task<bool> TryDeclineAsync(PeriodCode period, long requestId, string reason, string declinedBy, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(declinedBy);
        var plan = await plans.GetAsync(cancellationToken);
        return await waves.DeclineReopeningAsync(plan, plan.Plan.Closable(period), requestId, reason.Trim(), declinedBy.Trim(), clock.GetUtcNow(), cancellationToken);
    }

    /// <exception cref="ArgumentException">The plan has no such wave or year; the name is missing.</exception>
    public async Task<ReopeningOutcome> TryApproveAsync(PeriodCode period, long requestId, string approvedBy, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(approvedBy);
        var plan = await plans.GetAsync(cancellationToken);
        var outcome = await waves.ReopenAsync(plan, plan.Plan.Closable(period), requestId, approvedBy.Trim(), clock.GetUtcNow(), cancellationToken);
        if (outcome == ReopeningOutcome.Reopened)
        {
            log.LogWarning("Reopened {Period} by request {RequestId}", period, requestId);
        }

        return outcome;
    }

    private static string NoSuchRequest(PeriodCode period, long requestId) =>
        FormattableString.Invariant($"There is no request {requestId} about the closing of {period} that binds and waits for a second person.");
}
