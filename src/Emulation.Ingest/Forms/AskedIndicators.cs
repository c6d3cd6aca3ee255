using Emulation.Plan;

namespace Emulation.Ingest.Forms;

/// <summary>The indicators a form asks a unit for: the rows of its template.</summary>
public static class AskedIndicators
{
    /// <summary>In the order of the catalogue; the monthly form asks for the core catalogue only, a list of people for none.</summary>
    public static IReadOnlyList<Indicator> Of(FormKind form, EmulationPlan plan, Unit unit) => form switch
    {
        FormKind.Figures => [.. ReportedBy(unit, plan).Where(indicator => indicator.IsCore)],
        FormKind.WaveReport => [.. ReportedBy(unit, plan)],
        _ => [],
    };

    private static IEnumerable<Indicator> ReportedBy(Unit unit, EmulationPlan plan) =>
        plan.Indicators.Where(indicator => indicator.FromDuty is null && (indicator.Units.Count == 0 || indicator.Units.Any(unit.IsIn)));

    /// <summary>True if a group names the unit as <see cref="EmulationPlan.UnitsIn"/> has it.</summary>
    internal static bool IsIn(this Unit unit, string group) =>
        group == "*" || unit.Kind == group || unit.Block == group || unit.Code.Value == group;
}
