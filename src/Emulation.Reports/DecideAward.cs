using Emulation.Plan.Storage;
using Emulation.Reports.Awards;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>Writes down what the council decided about a proposal. Appended: a later decision on the same proposal counts instead.</summary>
public sealed class DecideAward(CurrentPlan plans, AwardStore awards, TimeProvider clock, ILogger<DecideAward> log)
{
    /// <param name="title">What was decided instead; needed for <c>changed</c> and for nothing else.</param>
    /// <exception cref="ArgumentException">The reason is missing, the title does not fit the decision, or the rules know no such title.</exception>
    /// <exception cref="InvalidOperationException">There is no such proposal among those that count.</exception>
    public async Task<long> RunAsync(ProposalKey proposal, string decision, string? title, string reason, string decidedBy, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(decidedBy);
        if ((decision == AwardDecision.Changed) == string.IsNullOrWhiteSpace(title))
        {
            throw new ArgumentException("A changed decision names the title decided, and only that one does.", nameof(title));
        }

        var book = (await plans.ForYearAsync(cancellationToken)).Plan.Awards;
        if (title is not null && book.Find(title, isCollective: false) is null && book.Find(title, isCollective: true) is null)
        {
            throw new ArgumentException($"The award rules know no title '{title}'.", nameof(title));
        }

        var stored = await awards.DecideAsync(proposal, new AwardDecision(decision, title?.Trim(), reason.Trim(), decidedBy, clock.GetUtcNow()), cancellationToken)
            ?? throw new InvalidOperationException($"There is no proposal {proposal} among those that count; 'awards check' lists them.");
        log.LogInformation("Award decision {DecisionId} on proposal {Proposal}: {Decision}", stored, proposal, decision);
        return stored;
    }
}
