using System.Runtime.CompilerServices;
using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>The target lines of a plan, found by indicator, period and the units they name. Those as assigned are put in order once for a plan's list of targets: a plan may hold a line for every unit and indicator.</summary>
internal sealed class TargetLines
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Target>, TargetLines> Known = [];

    private readonly Dictionary<(IndicatorCode, PeriodCode), Dictionary<string, Target>> lines = [];
    private readonly HashSet<IndicatorCode> named = [];

    public TargetLines(IEnumerable<Target> targets)
    {
        foreach (var target in targets)
        {
            if (!lines.TryGetValue((target.Indicator, target.Period), out var ofUnits))
            {
                named.Add(target.Indicator);
                lines.Add((target.Indicator, target.Period), ofUnits = new Dictionary<string, Target>(StringComparer.Ordinal));
            }
            ofUnits.TryAdd(target.Units, target);
        }
    }

    /// <summary>The targets as assigned.</summary>
    public static TargetLines Assigned(EmulationPlan plan) => Known.GetValue(plan.Targets, list => new TargetLines(list));

    /// <summary>The decisions about single units.</summary>
    public static TargetLines Decided(EmulationPlan plan) => new(
        plan.Exemptions.SelectMany(exemption => Exemptions.LinesOf(exemption, plan.UnitsIn(exemption.Units), plan.Periods, plan.Duties)));

    /// <summary>True if any line is about that indicator or duty.</summary>
    public bool Names(IndicatorCode code) => named.Contains(code);

    /// <summary>By the units they name; null if there is none.</summary>
    public Dictionary<string, Target>? Of(IndicatorCode code, PeriodCode period) => lines.GetValueOrDefault((code, period));
}
