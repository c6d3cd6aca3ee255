using System.Collections.Concurrent;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;
using Emulation.Plan.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Ingest;

/// <summary>What one drain of the waiting files did.</summary>
/// <param name="States">How many files got which verdict; verdicts nobody got are absent.</param>
public sealed record DrainedSubmissions(IReadOnlyDictionary<SubmissionState, int> States)
{
    public int Total => States.Values.Sum();
}

/// <summary>Works off all waiting files, in batches under leases, several side by side. Several hosts may do so at once.</summary>
public sealed class IngestSubmissions(
    IntakeOptions options, CurrentPlan plan, LeaseStore leases, IngestSubmission ingest, ILogger<IngestSubmissions> log)
{
    /// <summary>Returns when nothing is left that could be worked on now.</summary>
    /// <exception cref="ShareUnavailableException">The share is away; the files wait.</exception>
    public async Task<DrainedSubmissions> DrainAsync(CancellationToken cancellationToken)
    {
        await leases.FreeTheDeadAsync(cancellationToken);
        var lookup = new PlanLookup(await plan.VersionsAsync(cancellationToken));
        var states = new ConcurrentDictionary<SubmissionState, int>();
        var isBusy = true;
        while (isBusy)
        {
            // What killed a process once is tried alone, before the others, while nothing else can die with it.
            var suspects = await DrainSuspectsAsync(lookup, states, cancellationToken);
            var batches = await Task.WhenAll(Enumerable.Range(0, options.Workers).Select(_ => Task.Run(() => DrainBatchesAsync(lookup, states, cancellationToken), cancellationToken)));
            isBusy = suspects + batches.Sum() > 0;
        }

        var drained = new DrainedSubmissions(states);
        if (drained.Total > 0)
        {
            log.LogInformation("Decided {Total} submissions: {States}", drained.Total, string.Join(", ", states.OrderBy(state => state.Key).Select(state => $"{state.Key} {state.Value}")));
        }

        return drained;
    }

    private async Task<int> DrainSuspectsAsync(PlanLookup lookup, ConcurrentDictionary<SubmissionState, int> states, CancellationToken cancellationToken)
    {
        var count = 0;
        while (await leases.LeaseSuspectAsync(lookup.Plan.Code, cancellationToken) is { } suspect)
        {
            await IngestAsync(lookup, [suspect], states, cancellationToken);
            count++;
        }

        return count;
    }

    private async Task<int> DrainBatchesAsync(PlanLookup lookup, ConcurrentDictionary<SubmissionState, int> states, CancellationToken cancellationToken)
    {
        var count = 0;
        while (await leases.LeaseBatchAsync(lookup.Plan.Code, cancellationToken) is { Count: > 0 } batch)
        {
            await IngestAsync(lookup, batch, states, cancellationToken);
            count++;
        }

        return count;
    }

    private async Task IngestAsync(PlanLookup lookup, IReadOnlyList<Claim> batch, ConcurrentDictionary<SubmissionState, int> states, CancellationToken cancellationToken)
    {
        await using var lease = new BatchLease(leases, batch, options.Lease / 3, log);
        try
        {
            foreach (var decision in await ingest.RunAsync(lookup, batch, cancellationToken))
            {
                states.AddOrUpdate(decision.State, 1, (_, count) => count + 1);
            }
        }
        catch
        {
            // The world broke, not the files: others may have them at once. Clean-up finishes also when we are told to stop.
            await ReleaseAsync(batch);
            throw;
        }
    }

    private async Task ReleaseAsync(IReadOnlyList<Claim> batch)
    {
        try
        {
            await leases.ReleaseAsync(batch, TimeSpan.Zero, givesAttemptBack: batch.All(claim => claim.Attempts <= 1), CancellationToken.None);
        }
        catch (System.Data.Common.DbException exception)
        {
            log.LogWarning(exception, "{Count} files stay leased until their lease runs out", batch.Count);
        }
    }
}
