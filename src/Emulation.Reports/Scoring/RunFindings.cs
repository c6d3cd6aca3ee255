using Emulation.Plan;
using Emulation.Reports.Reconciliation;

namespace Emulation.Reports.Scoring;

/// <summary>What a run knows of what disagrees once it is computed; the register need not add up its figures again.</summary>
/// <param name="Data">Everything the run counted but its figures.</param>
/// <param name="Overall">What the run's result says in sentences, in the same order.</param>
/// <param name="DoubtfulParts">Units of which a single percentage may not agree with its own parts.</param>
public sealed record RunFindings(RunData Data, IReadOnlyList<Mismatch> Overall, IReadOnlySet<UnitCode> DoubtfulParts);
