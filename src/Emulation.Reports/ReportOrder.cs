namespace Emulation.Reports;

/// <summary>How a report is asked for by the schedule.</summary>
/// <param name="DueAt">When it was due; null for one made by hand, which cannot be late.</param>
/// <param name="HoldsMail">True to keep the mails of a new report back until a person releases it, whatever the plan's rule says.</param>
public sealed record ReportOrder(DateTimeOffset? DueAt, bool HoldsMail)
{
    /// <summary>A report made later than this after it was due says so.</summary>
    public static readonly TimeSpan Punctual = TimeSpan.FromMinutes(10);

    internal static ReportOrder ByHand { get; } = new(null, false);

    /// <summary>When it was due, if it is made late; null if not.</summary>
    public DateTimeOffset? LateSince(DateTimeOffset now) => now - DueAt > Punctual ? DueAt : null;
}
