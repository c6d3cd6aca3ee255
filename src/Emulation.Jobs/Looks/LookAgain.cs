using Emulation.Jobs.Pages.Storage;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Scoring;

namespace Emulation.Jobs.Looks;

/// <summary>Computes a period again for the register because somebody at the page asked: asked for in the request, carried out by a job, said on the page.</summary>
/// <remarks>docs/adr/0027-acting-pages.md. The row decides and the job reminds: a job that was lost or killed is begun again by the sweep, and computing twice gives the same run.</remarks>
public sealed class LookAgain(CurrentPlan plans, LookStore looks, ComputeRun compute, TimeProvider clock, ILogger<LookAgain> log)
{
    /// <summary>Longer than any run takes: what was begun earlier and is not over has no job any more.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    /// <param name="seen">The newest look the page showed; 0 for none.</param>
    /// <returns>Its number; null if one of the period is under way, or came since.</returns>
    public async Task<long?> AskAsync(PeriodCode period, string askedBy, long seen, CancellationToken cancellationToken)
    {
        var plan = await plans.GetAsync(cancellationToken);
        return await looks.AskAsync(plan.Plan.Code, plan.Ids.Periods[period], askedBy, clock.GetUtcNow(), seen, cancellationToken);
    }

    /// <summary>The newest of each period, the newest first.</summary>
    public async Task<IReadOnlyList<AskedLook>> ListAsync(CancellationToken cancellationToken) =>
        await looks.ListAsync((await plans.GetAsync(cancellationToken)).Plan.Code, cancellationToken);

    /// <summary>Those whose job was lost.</summary>
    public Task<IReadOnlyList<long>> ListLostAsync(string planCode, CancellationToken cancellationToken) =>
        looks.ListWaitingAsync(planCode, clock.GetUtcNow() - Idle, cancellationToken);

    /// <summary>Carries it out; does nothing if it is over.</summary>
    public async Task RunAsync(long number, CancellationToken cancellationToken)
    {
        if (await looks.BeginAsync(number, clock.GetUtcNow(), cancellationToken) is not { } period)
        {
            return;
        }

        long? runId = null;
        try
        {
            runId = (await compute.RunAsync(period, RunKind.Provisional, cancellationToken)).RunId;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Whoever waits at the page is told; the log says why.
            log.LogError(fault, "Look {Number} at {Period} failed", number, period);
        }

        await looks.EndAsync(number, runId, clock.GetUtcNow(), cancellationToken);
        log.LogInformation("Look {Number} at {Period}: run {RunId}", number, period, runId);
    }
}
