using System.Collections.Concurrent;
using Emulation.Plan;
using Emulation.Plan.Storage;

namespace Emulation.Ingest.Intake;

/// <summary>A plan's units, indicators and periods by their database ids: today's version, and the version of a period beside it.</summary>
public sealed class PlanLookup(PlanVersions versions)
{
    private readonly Dictionary<int, Unit> units = versions.Today.Plan.Units.ToDictionary(unit => versions.Today.Ids.Units[unit.Code]);
    private readonly Dictionary<int, Indicator> indicators = versions.Today.Plan.Indicators.ToDictionary(indicator => versions.Today.Ids.Indicators[indicator.Code]);
    private readonly Dictionary<int, Period> periods = versions.Today.Plan.Periods.ToDictionary(period => versions.Today.Ids.Periods[period.Code]);
    private readonly ConcurrentDictionary<long, PlanLookup> others = new();

    /// <summary>One version for all periods.</summary>
    public PlanLookup(StoredPlan stored)
        : this(new PlanVersions(stored))
    {
    }

    public PlanVersions Versions { get; } = versions;

    /// <summary>Today's version; what <see cref="For"/> gives has the period's in its place.</summary>
    public StoredPlan Stored => Versions.Today;

    public EmulationPlan Plan => Stored.Plan;

    public Unit Unit(int id) => units[id];

    public Indicator Indicator(int id) => indicators[id];

    public Period Period(int id) => periods[id];

    /// <summary>The version by which files about a period are read; this one if it is today's, or nobody knows the period.</summary>
    public PlanLookup For(int periodId) =>
        periods.TryGetValue(periodId, out var period) && Versions.For(period.Code) is var stored && stored != Stored
            ? others.GetOrAdd(stored.VersionId, _ => new PlanLookup(stored))
            : this;
}
