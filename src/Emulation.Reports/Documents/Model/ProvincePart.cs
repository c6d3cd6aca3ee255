using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Documents.Model;

/// <summary>A total over units beside the province's own target. A yes or a day is asked of every unit, so there the total counts units.</summary>
/// <remarks>docs/adr/0034-province-targets-in-reports.md.</remarks>
internal static class ProvincePart
{
    /// <param name="results">Those the total is made of.</param>
    /// <returns>Null if the province has no target that can be compared with the total.</returns>
    public static ProvinceGoal? GoalOf(ProvinceGoals goals, Indicator indicator, Period period, IEnumerable<IndicatorResult> results) =>
        goals.Find(indicator, period, [.. results.Select(result => result.Unit)]);

    /// <summary>What the total is compared with, in its measure; null where nobody is asked.</summary>
    public static decimal? Target(Indicator indicator, ProvinceGoal goal, IReadOnlyList<IndicatorResult> results) =>
        !CountsUnits(indicator) ? goal.Value
        : results.Count(IsAsked) is > 0 and var asked ? asked : null;

    /// <summary>True for yes/no and date indicators.</summary>
    public static bool CountsUnits(Indicator indicator) => indicator.Kind is IndicatorKind.YesNo or IndicatorKind.Date;

    /// <summary>True if the unit counts among those of which the province wants a yes or a day.</summary>
    public static bool IsAsked(IndicatorResult result) => result.State != ScoredState.NotApplicable && result.Verdict != TargetVerdict.Exempt;

    /// <summary>True if the unit kept the province's day, or where that has none its own.</summary>
    public static bool IsOnTime(IndicatorResult result, DateOnly? day) => (day ?? result.TargetDate) is not { } due || result.Date <= due;
}
