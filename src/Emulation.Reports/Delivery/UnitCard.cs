using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Reports.Delivery;

/// <summary>Everything one unit's score card is written from; nothing of any other unit.</summary>
internal sealed record UnitCard(
    EmulationPlan Plan, ComputedRun Run, Unit Unit, UnitResult Result, IReadOnlyList<TracedFigure> Figures, IReadOnlyList<Adjustment> Adjustments,
    IReadOnlyList<ScoreOpinion> Opinions)
{
    /// <summary>True if the unit was mailed a card of the period before, of a closing that was reopened.</summary>
    public bool IsCorrected { get; init; }
}
