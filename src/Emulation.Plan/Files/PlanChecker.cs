namespace Emulation.Plan.Files;

/// <summary>Judges a draft as a whole: references, sums, windows, ranges. Finds every fault at once.</summary>
internal static class PlanChecker
{
    public static void Check(PlanDraft draft, FaultList faults)
    {
    }
}
