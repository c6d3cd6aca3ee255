namespace Emulation.Plan.Files;

/// <summary>What came of reading a plan folder: the plan, or every fault found.</summary>
/// <param name="Plan">Null if there is any fault.</param>
/// <param name="Faults">By file and line; empty if there is a plan.</param>
/// <param name="Notices">What the office should look at in a plan without faults, by file and line; empty if there are faults.</param>
public sealed record PlanReading(EmulationPlan? Plan, IReadOnlyList<PlanFault> Faults, IReadOnlyList<PlanNotice> Notices);
