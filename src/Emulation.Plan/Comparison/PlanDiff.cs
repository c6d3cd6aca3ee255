namespace Emulation.Plan.Comparison;

/// <summary>How an item differs between two plans.</summary>
public enum PlanChangeKind
{
    Added,
    Removed,
    Changed,

    /// <summary>The same items in another order, in a part whose order is printed.</summary>
    Reordered,
}

/// <summary>One field of an item, before and after.</summary>
/// <param name="Old">Null where it said nothing.</param>
/// <param name="New">Null where it says nothing.</param>
public sealed record FieldChange(string Field, string? Old, string? New);

/// <summary>One item that differs between two plans.</summary>
/// <param name="Key">Codes, never a line; empty for the order of a part.</param>
/// <param name="Fields">All fields of an item that came or went; of a changed one those that differ.</param>
public sealed record PlanChange(string Part, string Key, PlanChangeKind Kind, IReadOnlyList<FieldChange> Fields);

/// <summary>What one plan says differently from another: item by item and field by field, keyed by code. Comments, notes and the place of lines that nothing prints make no difference.</summary>
/// <remarks>docs/adr/0017-plan-versions.md.</remarks>
public static class PlanDiff
{
    private static readonly HashSet<string> Ordered =
        ["movements", "blocks", "duties", "units", "indicators", "scoring groups", "scoring rules", "grades", "recipients"];

    /// <summary>By part and, inside it, in the order of <paramref name="before"/> with what was added at the end; empty if the plans say the same.</summary>
    public static IReadOnlyList<PlanChange> Of(EmulationPlan before, EmulationPlan after) => Of(PlanItems.Of(before), PlanItems.Of(after));

    /// <inheritdoc cref="Of(EmulationPlan, EmulationPlan)"/>
    public static IReadOnlyList<PlanChange> Of(IReadOnlyList<PlanItem> before, IReadOnlyList<PlanItem> after)
    {
        var (old, now) = (ByPart(before), ByPart(after));
        return [.. before.Concat(after).Select(item => item.Part).Distinct().SelectMany(part => OfPart(part, old[part].ToList(), now[part].ToList()))];
    }

    // Checks have become stricter: a version stored before may name a thing twice, and the first has always counted.
    private static ILookup<string, PlanItem> ByPart(IReadOnlyList<PlanItem> items) =>
        items.DistinctBy(item => (item.Part, item.Key)).ToLookup(item => item.Part);

    private static IEnumerable<PlanChange> OfPart(string part, IReadOnlyList<PlanItem> before, IReadOnlyList<PlanItem> after)
    {
        var now = after.ToDictionary(item => item.Key);
        var old = before.Select(item => item.Key).ToHashSet();
        var changed = before.Select(item => now.TryGetValue(item.Key, out var other) ? Changed(item, other) : Whole(item, PlanChangeKind.Removed)).OfType<PlanChange>();
        var added = after.Where(item => !old.Contains(item.Key)).Select(item => Whole(item, PlanChangeKind.Added));
        return [.. changed, .. added, .. Ordered.Contains(part) ? Reordered(part, before, after) : []];
    }

    private static PlanChange Whole(PlanItem item, PlanChangeKind kind) => new(
        item.Part, item.Key, kind,
        [.. item.Fields.Select(field => kind == PlanChangeKind.Added ? new FieldChange(field.Key, null, field.Value) : new FieldChange(field.Key, field.Value, null))]);

    private static PlanChange? Changed(PlanItem before, PlanItem after)
    {
        var (old, now) = (before.Fields.ToDictionary(), after.Fields.ToDictionary());
        var fields = before.Fields.Concat(after.Fields).Select(field => field.Key).Distinct()
            .Select(name => new FieldChange(name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)))
            .Where(field => field.Old != field.New).ToList();
        return fields.Count == 0 ? null : new PlanChange(before.Part, before.Key, PlanChangeKind.Changed, fields);
    }

    private static IEnumerable<PlanChange> Reordered(string part, IReadOnlyList<PlanItem> before, IReadOnlyList<PlanItem> after)
    {
        var both = before.Select(item => item.Key).Intersect(after.Select(item => item.Key)).ToHashSet();
        var (old, now) = (Order(before, both), Order(after, both));
        return old.SequenceEqual(now) ? [] :
            [new PlanChange(part, "", PlanChangeKind.Reordered, [new FieldChange("order", string.Join(", ", old), string.Join(", ", now))])];
    }

    private static List<string> Order(IReadOnlyList<PlanItem> items, HashSet<string> both) =>
        [.. items.Select(item => item.Key).Where(both.Contains)];
}
