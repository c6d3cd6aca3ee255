namespace Emulation.Plan;

/// <summary>Which plan the host works with; the configuration section <c>Plan</c>.</summary>
public sealed record PlanOptions
{
    /// <summary>The code of the plan, e.g. <c>dak-lak-2020</c>.</summary>
    public required string Code { get; init; }
}
