namespace Emulation.Plan.Comparison;

/// <summary>One thing a plan says, named by its code, with what it says about it as texts: what versions are compared by.</summary>
/// <param name="Part">The part of the plan, e.g. <c>units</c>.</param>
/// <param name="Key">Unique in the part; made of codes, never of a line or a place in a list.</param>
/// <param name="Fields">Name and text, in the order of the value's properties; what is empty is left out.</param>
public sealed record PlanItem(string Part, string Key, IReadOnlyList<KeyValuePair<string, string>> Fields);
