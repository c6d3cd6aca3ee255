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
        if (versions.TryGetValue(id, out var known))
        {
            return known;
        }

        return versions.GetOrAdd(id, await store.LoadAsync(id, cancellationToken));
    }
}
