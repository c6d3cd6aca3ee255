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
        var id = await store.FindCurrentIdAsync(options.Value.Code, cancellationToken) ?? throw NoneHolds();
        return await LoadAsync(id, cancellationToken);
    }

    /// <summary>The office's zone by the version in force now; the plan itself is not read.</summary>
    /// <exception cref="InvalidOperationException">No version of the plan is applied, or none holds yet.</exception>
    public async Task<TimeZoneInfo> ZoneAsync(CancellationToken cancellationToken) =>
        await store.FindCurrentZoneAsync(options.Value.Code, cancellationToken) ?? throw NoneHolds();

    /// <summary>The version by which a period is computed: the newest that held on its last day, today's while it lasts; with the rules that hold for it, and beside it the versions of other periods.</summary>
    /// <remarks>A period that only the version in force knows, or nobody, is left to that version (docs/adr/0017-plan-versions.md).</remarks>
    /// <exception cref="InvalidOperationException">No version of the plan is applied, or none holds yet.</exception>
    public async Task<StoredPlan> ForAsync(PeriodCode period, CancellationToken cancellationToken)
    {
        var current = await GetAsync(cancellationToken);
        if (current.Plan.Periods.FirstOrDefault(entry => entry.Code == period) is not { } named
            || await store.FindIdForAsync(current.Plan.Code, named.To, cancellationToken) is not { } id)
        {
            return await BesideOthersAsync(current.ScoredFor(period), cancellationToken);
        }

        var then = await LoadAsync(id, cancellationToken);
        return await BesideOthersAsync((then.Plan.Periods.Any(entry => entry.Code == period) ? then : current).ScoredFor(period), cancellationToken);
    }

    /// <summary>The version by which the year is computed (<see cref="ForAsync"/>): today's while the year lasts.</summary>
    /// <exception cref="InvalidOperationException">No version of the plan is applied, or none holds yet.</exception>
    public async Task<StoredPlan> ForYearAsync(CancellationToken cancellationToken) =>
        await ForAsync((await GetAsync(cancellationToken)).Plan.YearPeriod.Code, cancellationToken);

    /// <summary>The version in force now beside those by which its periods are read and computed, as <see cref="ForAsync"/> has them; rule sets are left to scoring.</summary>
    /// <exception cref="InvalidOperationException">No version of the plan is applied, or none holds yet.</exception>
    public async Task<PlanVersions> VersionsAsync(CancellationToken cancellationToken)
    {
        var current = await GetAsync(cancellationToken);
        var ids = await store.FindIdsForAsync(current.Plan.Code, [.. current.Plan.Periods.Select(period => period.To).Distinct()], cancellationToken);
        var others = new Dictionary<PeriodCode, StoredPlan>();
        foreach (var period in current.Plan.Periods)
        {
            if (ids.TryGetValue(period.To, out var id) && id != current.VersionId
                && await LoadAsync(id, cancellationToken) is var then && then.Plan.Periods.Any(entry => entry.Code == period.Code))
            {
                others[period.Code] = then;
            }
        }

        return new PlanVersions(current, others);
    }

    // A wave may have begun under one version and end under another.
    private async Task<StoredPlan> BesideOthersAsync(StoredPlan plan, CancellationToken cancellationToken)
    {
        var versions = await VersionsAsync(cancellationToken);
        var beside = plan.Plan.Periods.Select(period => (period.Code, Version: versions.For(period.Code))).Where(pair => pair.Version.VersionId != plan.VersionId).ToDictionary();
        return beside.Count == 0 ? plan : plan with { Beside = beside };
    }

    private InvalidOperationException NoneHolds() =>
        new($"No version of plan '{options.Value.Code}' (Plan:Code) is in force today: apply one with 'emulation plan apply'.");

    private async Task<StoredPlan> LoadAsync(long id, CancellationToken cancellationToken) =>
        versions.TryGetValue(id, out var known) ? known : versions.GetOrAdd(id, await store.LoadAsync(id, cancellationToken));
}
