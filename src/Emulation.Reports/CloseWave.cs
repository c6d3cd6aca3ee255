using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>A closed wave or year.</summary>
/// <param name="RunId">The run whose results stand.</param>
/// <param name="Hash">SHA-256 over plan version, data version and results.</param>
/// <param name="Units">Number of units scored.</param>
/// <param name="WasClosedBefore">True if an earlier closing was found; nothing was changed then.</param>
public sealed record ClosedWave(PeriodCode Period, long RunId, byte[] Hash, int Units, bool WasClosedBefore)
{
    /// <summary>What disagrees in the run; null if it was not computed just now.</summary>
    public RunFindings? Findings { get; init; }
}

/// <summary>A period that units object to is not closed over their heads.</summary>
/// <param name="objections">Numbers of the objections without an answer.</param>
public sealed class OpenObjectionsException(PeriodCode period, IReadOnlyList<long> objections)
    : InvalidOperationException(FormattableString.Invariant($"{period} has objections without an answer: {string.Join(", ", objections)}. Answer them first ('wave objections {period}' lists them)."));

/// <summary>Closes a wave, or the year: one transaction freezes what was accepted, the plan version and the results under one hash. Closing again returns the same.</summary>
/// <remarks>docs/adr/0006; a reopened period is closed anew (<see cref="ReopenWave"/>). What is accepted later is an amendment (closed_wave_amendments) and changes nothing.</remarks>
public sealed class CloseWave(CurrentPlan plans, RunStore runs, WatchMismatches mismatches, TimeProvider clock, ILogger<CloseWave> log)
{
    /// <exception cref="ArgumentException">The plan has no such wave or year.</exception>
    /// <exception cref="InvalidOperationException">The period still lasts, or units may still object.</exception>
    /// <exception cref="OpenObjectionsException">An objection has no answer yet.</exception>
    public async Task<ClosedWave> RunAsync(PeriodCode period, string closedBy, CancellationToken cancellationToken)
    {
        var plan = await plans.ForAsync(period, cancellationToken);
        var closing = plan.Plan.Closable(period);
        var today = plan.Plan.TimeZone.DateOf(clock.GetUtcNow());
        RefuseBeforeItsEnd(closing, today);
        RefuseWhileUnitsMayObject(closing, plan.Plan.ObjectionsUntil(closing), today);
        var closed = await runs.CloseAsync(plan, closing, closedBy, clock.GetUtcNow(), cancellationToken);
        log.LogInformation(
            "Closed {Period}: run {RunId}, {Units} units, hash {Hash}, closed before: {WasClosedBefore}",
            closed.Period, closed.RunId, closed.Units, Convert.ToHexStringLower(closed.Hash), closed.WasClosedBefore);
        FailPoint.Reach("wave-closed");
        await mismatches.RunAsync(closed.RunId, period, closed.Findings, cancellationToken);
        return closed;
    }

    private static void RefuseWhileUnitsMayObject(Period period, DateOnly? until, DateOnly today)
    {
        if (until is { } last && today <= last)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"Units may object to {period.Code} until {last:yyyy-MM-dd}: it cannot be closed on {today:yyyy-MM-dd}."));
        }
    }

    // A closed result never changes, so a slip of the hand in March must not close December.
    private static void RefuseBeforeItsEnd(Period period, DateOnly today)
    {
        if (today < period.To)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"{period.Code} lasts until {period.To:yyyy-MM-dd} and cannot be closed on {today:yyyy-MM-dd}."));
        }
    }
}
