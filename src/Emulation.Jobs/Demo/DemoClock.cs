namespace Emulation.Jobs.Demo;

/// <summary>The demo's clock: stands still at an instant of the plan year until it is moved on. Timers and stopwatches run on real time.</summary>
/// <remarks>Standing still makes every stored instant a function of the scenario, so that a killed and resumed year ends in the same rows.</remarks>
public sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private long utcTicks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref utcTicks), TimeSpan.Zero);

    /// <summary>Moves the clock on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies in the past.</exception>
    public void MoveTo(DateTimeOffset instant)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(instant.UtcTicks, Interlocked.Read(ref utcTicks), nameof(instant));
        Interlocked.Exchange(ref utcTicks, instant.UtcTicks);
    }
}
