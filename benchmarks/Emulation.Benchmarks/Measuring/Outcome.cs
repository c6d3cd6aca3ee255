namespace Emulation.Benchmarks.Measuring;

/// <summary>The medians of a benchmark's rounds.</summary>
internal sealed record Outcome
{
    public required string Code { get; init; }

    public required string Work { get; init; }

    public required int Rounds { get; init; }

    public required double Seconds { get; init; }

    public required double PeakMiB { get; init; }

    /// <summary>Longest time we aim at; null if only ratios count, because times drift from machine to machine.</summary>
    public double? AimSeconds { get; init; }

    public required IReadOnlyDictionary<string, double> Stages { get; init; }

    public required IReadOnlyList<LimitOutcome> Limits { get; init; }

    /// <summary>Summary of rounds: medians of times, and the median of the ratios (a ratio is only taken within its round).</summary>
    public static Outcome Of(IBenchmark benchmark, IReadOnlyList<Round> rounds) => new()
    {
        Code = benchmark.Code,
        Work = benchmark.Work,
        Rounds = rounds.Count,
        Seconds = Median(rounds.Select(round => round.Ours.Seconds)),
        PeakMiB = rounds.Max(round => round.Ours.PeakMiB ?? 0),
        AimSeconds = benchmark.AimSeconds,
        Stages = rounds[0].Stages
            .Select((stage, index) => KeyValuePair.Create(stage.Key, Median(rounds.Select(round => round.Stages[index].Value))))
            .ToDictionary(),
        Limits = [.. benchmark.Limits.Select((limit, index) => new LimitOutcome(
            limit.Name,
            Median(rounds.Select(round => round.Limits[index].Value.Seconds)),
            Median(rounds.Select(round => round.Ours.Seconds / round.Limits[index].Value.Seconds)),
            limit.Aim))],
    };

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

/// <summary>A limit and how we stand to it.</summary>
/// <param name="Seconds">Median time of the limit.</param>
/// <param name="Ratio">Median of ours ÷ limit.</param>
/// <param name="Aim">Largest ratio aimed at; null for orientation only.</param>
internal sealed record LimitOutcome(string Name, double Seconds, double Ratio, double? Aim)
{
    /// <summary>Null where nothing is aimed at.</summary>
    public bool? IsMet => Aim is null ? null : Ratio <= Aim;
}
