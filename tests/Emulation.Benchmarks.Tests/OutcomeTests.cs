using Emulation.Benchmarks.Measuring;

namespace Emulation.Benchmarks.Tests;

public sealed class OutcomeTests
{
    [Fact]
    public void Of_ThreeRounds_TakesTheMedianOfRatiosNotTheRatioOfMedians()
    {
        var outcome = Outcome.Of(new Fixed(), [Round(1, 10), Round(2, 2), Round(9, 3)]);

        Assert.Equal(2, outcome.Seconds);
        Assert.Equal(3, outcome.Limits[0].Seconds);
        Assert.Equal(1, outcome.Limits[0].Ratio);
        Assert.False(outcome.Limits[0].IsMet);
        Assert.Equal(30, outcome.PeakMiB);
    }

    [Fact]
    public void Of_EvenNumberOfRounds_TakesTheMiddleOfTheTwo()
    {
        var outcome = Outcome.Of(new Fixed(), [Round(1, 10), Round(3, 10)]);

        Assert.Equal(2, outcome.Seconds);
        Assert.Equal(0.2, outcome.Limits[0].Ratio, precision: 10);
        Assert.True(outcome.Limits[0].IsMet);
    }

    private static Round Round(double ours, double limit) =>
        new(new Measured(ours, ours == 9 ? 30 : 20), [], [new("limit", new Measured(limit, null))]);

    private sealed class Fixed : IBenchmark
    {
        public string Code => "X";

        public string Work => "work";

        public double? AimSeconds => null;

        public IReadOnlyList<Limit> Limits { get; } = [new("limit", 0.5)];

        public Task<Round> RunAsync(string folder, int number, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
