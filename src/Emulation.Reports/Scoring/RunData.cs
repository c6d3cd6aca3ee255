using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>Everything a run counts besides the plan, as frozen in run_inputs and its sister tables. The order of the lists never matters.</summary>
/// <param name="AsOn">The business date of the data: decides what is already due.</param>
/// <param name="Figures">Sums of the accepted figures.</param>
/// <param name="Received">What was accepted, one entry a unit × form × period.</param>
/// <param name="Refused">What came but was never accepted.</param>
/// <param name="Outages">When the share could not be read.</param>
/// <param name="Adjustments">Bonus and penalty entries of the run's periods.</param>
public sealed record RunData(
    DateOnly AsOn,
    IReadOnlyList<FigureSum> Figures,
    IReadOnlyList<ReceivedForm> Received,
    IReadOnlyList<RefusedForm> Refused,
    IReadOnlyList<Outage> Outages,
    IReadOnlyList<Adjustment> Adjustments)
{
    /// <summary>What is owed by other plan versions than the run's own; empty where one version holds for all its periods.</summary>
    public IReadOnlyList<OwedOtherwise> OwedOtherwise { get; init; } = [];

    /// <summary>The number of the rules it is computed by (<see cref="ComputingRules"/>).</summary>
    public int Rules { get; init; } = ComputingRules.Current;
}

/// <summary>A form that was accepted from a unit for a period.</summary>
/// <param name="FirstReceivedAt">When the first accepted version was first seen in the inbox.</param>
/// <param name="Version">The version that counts, 1-based.</param>
public sealed record ReceivedForm(UnitCode Unit, FormKind Form, PeriodCode Period, DateTimeOffset FirstReceivedAt, int Version);

/// <summary>A form that came from a unit for a period, but in no version that could be accepted.</summary>
public sealed record RefusedForm(UnitCode Unit, FormKind Form, PeriodCode Period);

/// <summary>A time when the share could not be read: lateness of those hours is ours, not the unit's.</summary>
/// <param name="EndedAt">Null while it lasts.</param>
public sealed record Outage(DateTimeOffset BeganAt, DateTimeOffset? EndedAt);

/// <summary>A bonus (positive) or penalty (negative) entered by hand, with its reason.</summary>
public sealed record Adjustment(UnitCode Unit, PeriodCode Period, decimal Points, string Reason, string Evidence)
{
    /// <summary>The document behind it; null if none was handed in.</summary>
    public EvidenceFile? File { get; init; }
}
