using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Emulation.Plan.Storage;

/// <summary>The plan the host works with: of the configured code, the newest version in force today.</summary>
/// <remarks>Versions are immutable, so each is read once; a newly applied version is seen at the next call.</remarks>
public sealed class CurrentPlan(PlanStore store, IOptions<PlanOptions> options)
{
    private readonly ConcurrentDictionary<long, StoredPlan> versions = new();

    /// <summary>The version in force now.</summary>
    /// <exception cref="InvalidOperationException">No version of the plan is applied, or none holds yet.</exception>
    public async Task<StoredPlan> GetAsync(CancellationToken cancellationToken)
    {
        var code = options.Value.Code;
        var id = await store.FindCurrentIdAsync(code, cancellationToken)
            ?? throw new InvalidOperationException($"No version of plan '{code}' (Plan:Code) is in force today: apply one with 'emulation plan apply'.");
        return await LoadAsync(id, cancellationToken);
    }

    /// <summary>The version by which a period is computed: the newest that held on its last day, today's while it lasts; with the rules that hold for it.</summary>
    /// <remarks>A period that only the version in force knows, or nobody, is left to that version (docs/adr/0017-plan-versions.md).</remarks>
    /// <exception cref="InvalidOperationException">No version of the plan is applied, or none holds yet.</exception>
    public async Task<StoredPlan> ForAsync(PeriodCode period, CancellationToken cancellationToken)
    {
        var current = await GetAsync(cancellationToken);
        if (current.Plan.Periods.FirstOrDefault(entry => entry.Code == period) is not { } named
            || await store.FindIdForAsync(current.Plan.Code, named.To, cancellationToken) is not { } id)
        {
            return current.ScoredFor(period);
        }

        var then = await LoadAsync(id, cancellationToken);
        return then.Plan.Periods.Any(entry => entry.Code == period) ? then.ScoredFor(period) : current.ScoredFor(period);
    }

    private async Task<StoredPlan> LoadAsync(long id, CancellationToken cancellationToken) =>
        versions.TryGetValue(id, out var known) ? known : versions.GetOrAdd(id, await store.LoadAsync(id, cancellationToken));
}
