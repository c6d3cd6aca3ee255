namespace Emulation.Plan;

/// <summary>With what of an earlier period a unit's figures can be compared.</summary>
public abstract record Comparability
{
    private Comparability()
    {
    }

    /// <summary>With its own: nothing happened in between.</summary>
    public sealed record Same : Comparability;

    /// <summary>With those of other units: of one (rename), or of several added up, which only sums can be.</summary>
    /// <param name="Units">Whose figures of the earlier period they are, in the order of the plan.</param>
    public sealed record Successor(IReadOnlyList<Unit> Units) : Comparability
    {
        /// <summary>True if this indicator's earlier figures are known from those units': any after a mere rename, else sums that are no ratios.</summary>
        public bool Carries(Indicator indicator) =>
            Units.Count == 1 || (indicator.Aggregation == Aggregation.Sum && indicator.Kind is IndicatorKind.Count or IndicatorKind.Money);
    }

    /// <summary>With nothing: the unit is new, or was split or made out of units that were.</summary>
    /// <param name="Since">First day from which it is what it is now.</param>
    public sealed record Broken(DateOnly Since) : Comparability;
}

/// <summary>What became of units: successors, predecessors, and which periods can be compared.</summary>
public static class UnitHistory
{
    /// <summary>How the unit ended, one entry a successor; empty if it did not, or the plan does not say.</summary>
    public static IReadOnlyList<Succession> EndOf(this EmulationPlan plan, Unit unit) =>
        unit.ValidTo is not { } last ? [] : [.. plan.Successions.Where(line => line.From == unit.Code && line.On > last)];

    /// <summary>The units that took over from <paramref name="unit"/>, in the order of the plan.</summary>
    public static IReadOnlyList<Unit> SuccessorsOf(this EmulationPlan plan, Unit unit)
    {
        var codes = plan.Successions.Where(line => line.From == unit.Code).Select(line => line.To).ToHashSet();
        return [.. plan.Units.Where(one => codes.Contains(one.Code))];
    }

    /// <summary>The units from which <paramref name="unit"/> took over, in the order of the plan.</summary>
    public static IReadOnlyList<Unit> PredecessorsOf(this EmulationPlan plan, Unit unit)
    {
        var codes = plan.Successions.Where(line => line.To == unit.Code).Select(line => line.From).ToHashSet();
        return [.. plan.Units.Where(one => codes.Contains(one.Code))];
    }

    /// <summary>With what the unit's figures of a period can be compared that ended on <paramref name="earlier"/>, given that the later one ends on <paramref name="later"/>.</summary>
    public static Comparability Compare(this EmulationPlan plan, Unit unit, DateOnly earlier, DateOnly later)
    {
        var sources = new HashSet<UnitCode>();
        return plan.Collect(unit, earlier, later, sources) is { } broken ? new Comparability.Broken(broken)
            : sources.SetEquals([unit.Code]) ? new Comparability.Same()
            : new Comparability.Successor([.. plan.Units.Where(one => sources.Contains(one.Code))]);
    }

    /// <summary>The latest day between two at which units were rearranged; null if none was.</summary>
    public static DateOnly? LatestChange(this EmulationPlan plan, DateOnly after, DateOnly until) =>
        plan.Successions.Where(line => line.On > after && line.On <= until).Select(line => (DateOnly?)line.On).Max();

    // Adds the units as of the earlier day that make up this one; the day of the break if that cannot be said.
    private static DateOnly? Collect(this EmulationPlan plan, Unit unit, DateOnly earlier, DateOnly later, HashSet<UnitCode> sources)
    {
        var changes = plan.Successions.Where(line => line.On > earlier && line.On <= later).ToList();
        var into = changes.Where(line => line.To == unit.Code).ToList();
        var broken = changes.Where(line => (line.To == unit.Code || line.From == unit.Code) && line.Kind is SuccessionKind.Split or SuccessionKind.Abolish)
            .Where(line => line.To == unit.Code || unit.ExistsOn(line.On)).ToList();
        if (broken.Count > 0)
        {
            return broken.Max(line => line.On);
        }
        if (unit.ExistsOn(earlier))
        {
            sources.Add(unit.Code);
        }
        else if (into.Count == 0)
        {
            return unit.ValidFrom ?? later;
        }
        return into.Select(line => plan.Collect(plan.UnitByCode(line.From), earlier, line.Eve, sources)).Max();
    }
}
