using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>The targets of one indicator, or the exemptions from one duty, in one period.</summary>
internal sealed class PeriodTargets(Dictionary<string, Target>? assigned, Dictionary<string, Target>? decided)
{
    /// <summary>False if no line speaks of the period.</summary>
    public bool Any => assigned is not null || decided is not null;

    /// <summary>A decision about the unit, else what is assigned to it; null if there is neither.</summary>
    public UnitTarget? Find(Unit unit) =>
        DecisionOn(unit) is { } decision ? ToTarget(decision) with { Assigned = AssignedTo(unit)?.Value }
        : AssignedTo(unit) is { } line ? ToTarget(line)
        : null;

    /// <summary>The decision that excuses the unit; null if there is none.</summary>
    public UnitTarget? ExemptionOf(Unit unit) => DecisionOn(unit) is { ExemptReason: not null } decision ? ToTarget(decision) : null;

    private Target? DecisionOn(Unit unit) => decided?.GetValueOrDefault(unit.Code.Value);

    // The line for the unit, else for its block, its kind, all units.
    private Target? AssignedTo(Unit unit) => assigned is null ? null
        : assigned.GetValueOrDefault(unit.Code.Value) ?? assigned.GetValueOrDefault(unit.Block) ?? assigned.GetValueOrDefault(unit.Kind) ?? assigned.GetValueOrDefault("*");

    private static UnitTarget ToTarget(Target line) => new(line.Value, line.Date, line.ExemptReason, line.Decision);
}
