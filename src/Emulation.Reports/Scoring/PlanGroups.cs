using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>Which units a line of the plan speaks of.</summary>
public static class PlanGroups
{
    /// <summary>The same rule as <see cref="EmulationPlan.UnitsIn"/>, for one unit.</summary>
    public static bool Belongs(Unit unit, string group) =>
        group == "*" || unit.Kind == group || unit.Block == group || unit.Code.Value == group;

    /// <summary>True if no group is named (all units) or the unit is in one of them.</summary>
    public static bool BelongsToAny(Unit unit, IReadOnlyList<string> groups)
    {
        for (var index = 0; index < groups.Count; index++)
        {
            if (Belongs(unit, groups[index]))
            {
                return true;
            }
        }
        return groups.Count == 0;
    }
}
