namespace Emulation.Plan.Storage;

/// <summary>The advisory lock of a period: held alone by whoever computes or closes its results, shared by those who store what bears on them.</summary>
/// <remarks>So a file is either among the inputs of a closing or knows that it came after it, never in between. Rooms that do not know each other meet here.</remarks>
public static class PeriodLock
{
    /// <summary>The name, to be hashed by <c>hashtextextended(name, 0)</c>.</summary>
    public static string NameOf(EmulationPlan plan, Period period) => $"emulation-run {plan.Code} {period.Code}";

    /// <summary>The periods whose results a figure of <paramref name="period"/> bears on: itself, the wave it belongs to and the year; in ordinal order of code.</summary>
    public static IReadOnlyList<Period> BearingOn(EmulationPlan plan, Period period) =>
        [.. plan.Periods
            .Where(other => other.Code == period.Code || (other.Kind > period.Kind && period.To >= other.From && period.To <= other.To))
            .OrderBy(other => other.Code)];
}
