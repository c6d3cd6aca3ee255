using Emulation.Reports.Storage;

namespace Emulation.Reports.Lineage;

/// <summary>What a node is, or how its value follows from the nodes below it.</summary>
public enum LineageStep
{
    /// <summary>A leaf: a cell of an accepted file.</summary>
    Figure,

    /// <summary>A leaf: a file that came, with its receipt.</summary>
    Receipt,

    /// <summary>A leaf: nothing came, or nothing was said.</summary>
    Absence,

    /// <summary>A leaf: a line of the plan version that the run was computed with.</summary>
    PlanLine,

    /// <summary>A leaf: somebody decided it.</summary>
    Decision,

    /// <summary>A leaf: what the run or the report itself is.</summary>
    Run,

    /// <summary>The value of the first node below, as printed.</summary>
    Same,

    /// <summary>The values below added up.</summary>
    Sum,

    /// <summary>The values below added up, not below 0.</summary>
    SumNotBelowZero,

    /// <summary>The values below added up, the last one left out: it is the most that counts.</summary>
    CappedSum,

    /// <summary>The first value below ÷ the second × 100.</summary>
    Percent,

    /// <summary>The number of nodes below.</summary>
    Count,

    /// <summary>0: nothing is below but the line that says what would have been counted.</summary>
    None,

    /// <summary>The value of the last node below.</summary>
    Last,

    /// <summary>The place of the first value among all values below; equal ones by the tie-breaks of the rule set.</summary>
    Rank,

    /// <summary>A scoring rule applied to what is below.</summary>
    Rule,

    /// <summary>Standard points after what a unit is not asked for has left the denominator (docs/adr/0005).</summary>
    Share,

    /// <summary>A statement that rests on what is below: a standing, a verdict, a choice between sources.</summary>
    Statement,
}

/// <summary>A value, and what it follows from.</summary>
/// <param name="Says">One English sentence or less.</param>
/// <param name="Value">Not rounded; null for dates and words.</param>
/// <param name="From">Empty for leaves.</param>
public sealed record LineageNode(LineageStep Step, string Says, decimal? Value, IReadOnlyList<LineageNode> From)
{
    /// <summary>Decimal places of the value as printed, away from zero; null if it is printed as it is.</summary>
    public int? Places { get; init; }

    /// <summary>The cell, of a figure.</summary>
    public TracedFigure? Figure { get; init; }

    /// <summary>As printed.</summary>
    public decimal? Printed => Value is { } value && Places is { } places ? decimal.Round(value, places, MidpointRounding.AwayFromZero) : Value;

    /// <summary>All leaves below, or the node itself.</summary>
    public IEnumerable<LineageNode> Leaves() => From.Count == 0 ? [this] : From.SelectMany(node => node.Leaves());
}
