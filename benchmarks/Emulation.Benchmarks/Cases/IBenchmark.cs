using Emulation.Benchmarks.Measuring;

namespace Emulation.Benchmarks;

/// <summary>A piece of real work, measured beside the limit of the same rows.</summary>
internal interface IBenchmark
{
    /// <summary>The letter by which <c>--only</c> names it.</summary>
    string Code { get; }

    /// <summary>What is done, with its size.</summary>
    string Work { get; }

    /// <summary>Longest time aimed at; null if only ratios count.</summary>
    double? AimSeconds { get; }

    IReadOnlyList<Limit> Limits { get; }

    /// <summary>Runs the work and its limits once, on fresh data in <paramref name="folder"/>.</summary>
    /// <param name="number">1-based number of the round.</param>
    Task<Round> RunAsync(string folder, int number, CancellationToken cancellationToken);
}
