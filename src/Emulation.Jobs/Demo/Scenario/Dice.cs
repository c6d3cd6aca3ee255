namespace Emulation.Jobs.Demo.Scenario;

/// <summary>Chance that always falls the same way for the same seed and the same question, whatever was asked before.</summary>
/// <remarks>Not <see cref="Random"/>: there one more question would shift every later answer, and one new file would change the whole year.</remarks>
public sealed class Dice(int seed)
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>A share in [0, 1).</summary>
    public double Share(params ReadOnlySpan<string> question) => (Roll(question) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number between the bounds, both inclusive.</summary>
    public int Between(int from, int to, params ReadOnlySpan<string> question) =>
        from + (int)(Roll(question) % (ulong)(to - from + 1));

    /// <summary>One of the choices.</summary>
    public T Pick<T>(IReadOnlyList<T> choices, params ReadOnlySpan<string> question) =>
        choices[Between(0, choices.Count - 1, question)];

    /// <summary>A whole number near <paramref name="expected"/>: rounded up or down so that the mean is kept.</summary>
    public decimal Whole(decimal expected, params ReadOnlySpan<string> question) =>
        Math.Floor(expected + (decimal)Share(question));

    private ulong Roll(ReadOnlySpan<string> question)
    {
        unchecked
        {
            var hash = (FnvOffset ^ (uint)seed) * FnvPrime;
            foreach (var word in question)
            {
                foreach (var letter in word)
                {
                    hash = (hash ^ letter) * FnvPrime;
                }

                hash = (hash ^ 0xFFFF) * FnvPrime;
            }

            // SplitMix64 finaliser: FNV alone is weak in its high bits.
            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
            return hash ^ (hash >> 31);
        }
    }
}
