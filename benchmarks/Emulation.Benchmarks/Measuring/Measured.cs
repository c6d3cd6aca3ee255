namespace Emulation.Benchmarks.Measuring;

/// <summary>One timed piece of work.</summary>
/// <param name="Seconds">Wall-clock time.</param>
/// <param name="PeakMiB">Highest resident memory of this process while it ran; null for work done by another process.</param>
internal readonly record struct Measured(double Seconds, double? PeakMiB);

/// <summary>Our work and its limits, timed in the same run on the same machine.</summary>
/// <param name="Ours">The work of this system.</param>
/// <param name="Stages">Seconds of its stages, in order; may be empty.</param>
/// <param name="Limits">What it is compared with, by name.</param>
internal sealed record Round(
    Measured Ours, IReadOnlyList<KeyValuePair<string, double>> Stages, IReadOnlyList<KeyValuePair<string, Measured>> Limits);

/// <summary>What a benchmark is compared with.</summary>
/// <param name="Name">As printed; the key in <see cref="Round.Limits"/>.</param>
/// <param name="Aim">Largest ratio ours ÷ limit we aim at; null if the limit is only for orientation.</param>
internal sealed record Limit(string Name, double? Aim);
