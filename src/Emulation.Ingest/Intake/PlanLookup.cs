using Emulation.Plan;
using Emulation.Plan.Storage;

namespace Emulation.Ingest.Intake;

/// <summary>A plan's units, indicators and periods by their database ids.</summary>
public sealed class PlanLookup(StoredPlan stored)
{
    private readonly Dictionary<int, Unit> units = stored.Plan.Units.ToDictionary(unit => stored.Ids.Units[unit.Code]);
    private readonly Dictionary<int, Indicator> indicators = stored.Plan.Indicators.ToDictionary(indicator => stored.Ids.Indicators[indicator.Code]);
    private readonly Dictionary<int, Period> periods = stored.Plan.Periods.ToDictionary(period => stored.Ids.Periods[period.Code]);

    public StoredPlan Stored { get; } = stored;

    public EmulationPlan Plan => Stored.Plan;

    public Unit Unit(int id) => units[id];

    public Indicator Indicator(int id) => indicators[id];

    public Period Period(int id) => periods[id];
}
