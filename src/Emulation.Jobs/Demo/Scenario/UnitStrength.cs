using Emulation.Plan;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>How well an invented unit does: the share of its targets it tends to reach.</summary>
public static class UnitStrength
{
    /// <summary>0.72 (weak) to 1.12 (strong), the same all year.</summary>
    public static decimal Of(Unit unit, Dice dice) => 0.72m + (0.40m * (decimal)dice.Share("strength", unit.Code.Value));

    /// <summary>0 for the weakest possible unit to 1 for the strongest.</summary>
    public static decimal Rank(Unit unit, Dice dice) => (Of(unit, dice) - 0.72m) / 0.40m;
}
