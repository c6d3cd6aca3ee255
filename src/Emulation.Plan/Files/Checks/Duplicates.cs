namespace Emulation.Plan.Files.Checks;

/// <summary>Codes that stand twice in one list.</summary>
internal static class Duplicates
{
    public static void Check<T>(IEnumerable<Located<T>>? items, Func<T, string> codeOf, FaultList faults)
    {
        foreach (var (first, second) in Of(items ?? [], codeOf))
        {
            faults.Add(second.File, second.Line, PlanFaultKind.DuplicateCode, codeOf(second.Value), first.Line.ToInvariant());
        }
    }

    /// <summary>Each later item with the first that has the same key; items without a key are left out.</summary>
    public static IEnumerable<(Located<T> First, Located<T> Second)> Of<T, TKey>(IEnumerable<Located<T>> items, Func<T, TKey> keyOf) =>
        items.GroupBy(item => keyOf(item.Value))
            .Where(group => group.Key is not "" and not null)
            .SelectMany(group => group.Skip(1).Select(second => (group.First(), second)));
}
