using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>An indicator as a run looks at it: what depends on no unit is found once.</summary>
/// <param name="Place">0-based place in the catalogue.</param>
/// <param name="IsMeasured">True if figures of the run bring it; false for the date of a duty, and where the forms of the run do not ask for it.</param>
/// <param name="Aggregation">How its periods become one (<see cref="RunCatalogue"/>).</param>
/// <param name="Targets">What the run asks of units for it.</param>
public sealed record RunIndicator(Indicator Indicator, int Place, bool IsMeasured, Aggregation Aggregation, IndicatorTargets Targets);
