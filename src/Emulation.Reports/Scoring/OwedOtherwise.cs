using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>What is owed for a period by the plan version that holds for it, where the run's own version says otherwise: the word of the period's version counts, as in the receipt.</summary>
/// <remarks>docs/adr/0033-duties-by-period.md. Frozen with the run, so that a version applied later changes nothing.</remarks>
/// <param name="Owing">The units that owe it; none where that version does not ask for it.</param>
/// <param name="Exempt">Of these, who is excused.</param>
public sealed record OwedOtherwise(string Duty, FormKind Form, DutyOccurrence Occurrence, IReadOnlySet<UnitCode> Owing, IReadOnlySet<UnitCode> Exempt);
