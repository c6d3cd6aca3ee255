using Emulation.Plan;

namespace Emulation.Reports.Reconciliation;

/// <summary>What a unit explains beside a figure.</summary>
/// <param name="Value">Null if the figure is no number.</param>
/// <param name="Row">1-based row of the file, or line.</param>
public sealed record GivenExplanation(UnitCode Unit, IndicatorCode Indicator, FormKind Form, long SubmissionId, int Version, decimal? Value, int Row, string Text);

/// <summary>A report that still owes explanations.</summary>
/// <param name="Count">Figures that ask.</param>
public sealed record OpenExplanations(UnitCode Unit, FormKind Form, long SubmissionId, int Count);

/// <summary>The explanations of what a run counted: those given and those still owed, in the plan's order of units.</summary>
public sealed record RunExplanations(IReadOnlyList<GivenExplanation> Given, IReadOnlyList<OpenExplanations> Open)
{
    public static RunExplanations None { get; } = new([], []);
}
