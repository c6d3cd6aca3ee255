using Emulation.Plan;

namespace Emulation.Jobs.Looks;

/// <summary>Somebody had a period computed again from the page of the register.</summary>
/// <param name="EndedAt">Null while it is under way.</param>
/// <param name="RunId">The run that came of it; null while under way, or if it failed.</param>
public sealed record AskedLook(long Number, PeriodCode Period, string AskedBy, DateTimeOffset AskedAt, DateTimeOffset? EndedAt, long? RunId)
{
    public bool IsUnderWay => EndedAt is null;
}
