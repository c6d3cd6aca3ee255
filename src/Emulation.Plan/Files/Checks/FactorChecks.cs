namespace Emulation.Plan.Files.Checks;

/// <summary>Factors are shares of points: 0–1.</summary>
internal static class FactorChecks
{
    public static void Check<T>(IEnumerable<Located<T>> items, Func<T, decimal> factorOf, FaultList faults)
    {
        foreach (var item in items.Where(item => item.IsWhole && factorOf(item.Value) is < 0 or > 1))
        {
            faults.Add(item.File, item.Line, PlanFaultKind.FactorOutOfRange, factorOf(item.Value).ToText());
        }
    }
}
