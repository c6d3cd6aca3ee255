namespace Emulation.Plan.Storage;

/// <summary>The version in force today, and the versions by which the periods before it are read and computed (docs/adr/0017-plan-versions.md).</summary>
/// <param name="today">Who takes part, where files lie, what is told to whom.</param>
/// <param name="others">By period, where another version than today's holds for it.</param>
public sealed class PlanVersions(StoredPlan today, IReadOnlyDictionary<PeriodCode, StoredPlan> others)
{
    /// <summary>One version for all periods.</summary>
    public PlanVersions(StoredPlan today)
        : this(today, new Dictionary<PeriodCode, StoredPlan>())
    {
    }

    public StoredPlan Today { get; } = today;

    /// <summary>By period, where it is not today's.</summary>
    public IReadOnlyDictionary<PeriodCode, StoredPlan> Others { get; } = others;

    /// <summary>Each version once, today's first.</summary>
    public IEnumerable<StoredPlan> All => Others.Values.Prepend(Today).DistinctBy(version => version.VersionId);

    /// <summary>What is owed, every period of a duty once: each version with those periods of its duties alone for which it holds, today's first (docs/adr/0033-duties-by-period.md).</summary>
    public IReadOnlyList<EmulationPlan> Owing { get; } = others.Count == 0
        ? [today.Plan]
        : [.. others.Values.Prepend(today).DistinctBy(version => version.VersionId).Select(version => OwingOf(version, today, others))];

    /// <summary>The version that holds for a period; today's for one nobody knows.</summary>
    public StoredPlan For(PeriodCode period) => Others.Count == 0 ? Today : Others.GetValueOrDefault(period, Today);

    private static EmulationPlan OwingOf(StoredPlan version, StoredPlan today, IReadOnlyDictionary<PeriodCode, StoredPlan> others) => version.Plan with
    {
        Duties =
        [
            .. from duty in version.Plan.Duties
               let held = duty.Occurrences.Where(occurrence => others.GetValueOrDefault(occurrence.Period.Code, today).VersionId == version.VersionId).ToList()
               where held.Count > 0
               select duty with { Occurrences = held },
        ],
    };
}
