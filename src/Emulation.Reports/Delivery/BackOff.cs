namespace Emulation.Reports.Delivery;

/// <summary>How long a mail waits after an answer that says "later": 1, 5, 15, then every 60 minutes.</summary>
public static class BackOff
{
    private static readonly int[] Minutes = [1, 5, 15, 60];

    /// <param name="attempts">Attempts made so far, 1 or more.</param>
    public static TimeSpan After(int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        return TimeSpan.FromMinutes(Minutes[Math.Min(attempts, Minutes.Length) - 1]);
    }
}
