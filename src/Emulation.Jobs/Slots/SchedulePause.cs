namespace Emulation.Jobs.Slots;

/// <summary>A schedule that a person has stopped for a while; what comes due meanwhile waits.</summary>
/// <param name="EndsAt">The first instant after the pause: it is over by itself then.</param>
public sealed record SchedulePause(string Schedule, DateTimeOffset EndsAt, string Reason, string PausedBy, DateTimeOffset PausedAt);
