using System.Runtime.CompilerServices;
using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>The target lines of a plan, found by indicator, period and the units they name. Built once for a plan's list of targets: a plan may hold a line for every unit and indicator.</summary>
internal sealed class TargetLines
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Target>, TargetLines> Known = [];

    private readonly Dictionary<(IndicatorCode, PeriodCode), Dictionary<string, Target>> lines = [];
    private readonly Dictionary<(IndicatorCode, PeriodCode, string), Target> decisions = [];
    private readonly HashSet<IndicatorCode> named = [];

    private TargetLines(IReadOnlyList<Target> targets)
    {
        foreach (var target in targets)
        {
            named.Add(target.Indicator);
            if (target.Decision is not null)
            {
                decisions.TryAdd((target.Indicator, target.Period, target.Units), target);
                continue;
            }
            if (!lines.TryGetValue((target.Indicator, target.Period), out var ofUnits))
            {
                lines.Add((target.Indicator, target.Period), ofUnits = new Dictionary<string, Target>(StringComparer.Ordinal));
            }
            ofUnits.TryAdd(target.Units, target);
        }
    }

    public static TargetLines Of(IReadOnlyList<Target> targets) => Known.GetValue(targets, list => new TargetLines(list));

    /// <summary>True if any line is about that indicator or duty.</summary>
    public bool Names(IndicatorCode code) => named.Contains(code);

    /// <summary>The line for the unit, else for its block, its kind, all units; null if there is none.</summary>
    public Target? AssignedTo(IndicatorCode indicator, PeriodCode period, Unit unit) =>
        !lines.TryGetValue((indicator, period), out var ofUnits) ? null
        : ofUnits.GetValueOrDefault(unit.Code.Value) ?? ofUnits.GetValueOrDefault(unit.Block) ?? ofUnits.GetValueOrDefault(unit.Kind) ?? ofUnits.GetValueOrDefault("*");

    /// <summary>The decision about this unit; null if there is none.</summary>
    public Target? DecisionOn(IndicatorCode indicator, PeriodCode period, Unit unit) =>
        decisions.Count == 0 ? null : decisions.GetValueOrDefault((indicator, period, unit.Code.Value));
}
