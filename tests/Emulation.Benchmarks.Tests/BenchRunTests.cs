using System.Text.Json;

namespace Emulation.Benchmarks.Tests;

/// <summary>The benchmarks go on running: small sizes, one round, no look at the times.</summary>
public sealed class BenchRunTests
{
    [Fact]
    public async Task Run_QuickAsJson_MeasuresEveryBenchmarkBesideItsLimits()
    {
        var (exitCode, output) = await RunAsync(new BenchOptions { IsQuick = true, IsJson = true, Rounds = 1 });

        Assert.Equal(0, exitCode);
        using var json = JsonDocument.Parse(output);
        var results = json.RootElement.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(["A", "AP", "B", "C", "CW", "D", "M", "S", "S3", "S10", "R"], results.Select(result => result.GetProperty("code").GetString()!));
        Assert.All(results, result =>
        {
            Assert.True(result.GetProperty("seconds").GetDouble() > 0);
            Assert.All(result.GetProperty("limits").EnumerateArray(), limit => Assert.True(limit.GetProperty("ratio").GetDouble() > 0));
        });
    }

    [Fact]
    public async Task Run_OnlyOne_PrintsATableWithThatOneOnly()
    {
        var (exitCode, output) = await RunAsync(new BenchOptions { IsQuick = true, Rounds = 1, Only = ["C"] });

        Assert.Equal(0, exitCode);
        Assert.Contains("| C | XLSX 500 × 6, reading only, first file of a process |", output, StringComparison.Ordinal);
        Assert.DoesNotContain("| A ", output, StringComparison.Ordinal);
        Assert.Contains("\nSmall sizes: the ratios mean nothing.\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("missed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_UnknownBenchmark_NamesTheKnownOnes()
    {
        var progress = new StringWriter();

        var exitCode = await BenchRun.RunAsync(new BenchOptions { Only = ["X"] }, TextWriter.Null, progress, TestContext.Current.CancellationToken);

        Assert.Equal(2, exitCode);
        Assert.Equal("There is no benchmark X; there are A, AP, B, C, CW, D, M, S, S3, S10, R." + Environment.NewLine, progress.ToString());
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(BenchOptions options)
    {
        var output = new StringWriter();
        var exitCode = await BenchRun.RunAsync(options, output, TextWriter.Null, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString());
    }
}
