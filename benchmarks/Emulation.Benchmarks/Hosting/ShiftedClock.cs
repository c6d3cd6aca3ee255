namespace Emulation.Benchmarks.Hosting;

/// <summary>A clock that runs as fast as the system's and began in the plan's year, so that every month of the plan may be reported.</summary>
internal sealed class ShiftedClock(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan shift = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
