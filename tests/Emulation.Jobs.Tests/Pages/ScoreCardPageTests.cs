using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan;
using Emulation.Reports;
using Emulation.Reports.Scoring;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Jobs.Tests.Pages;

/// <summary>The page of a unit's score card, from its piece of the stored result.</summary>
public sealed class ScoreCardPageTests
{
    private const string None = "Chưa có phiếu điểm cho đơn vị và kỳ này.";
    private static readonly PeriodCode Wave1 = new("2020-W1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ScoreCard_OfAScoredUnit_ShowsEveryLineOfTheRun()
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = await bench.SignedInAsync();
        var before = await browser.ReadAsync("/ket-qua/2020-W1/643");

        var run = await bench.Host.Services.GetRequiredService<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation);

        Assert.Contains(None, before, StringComparison.Ordinal);
        foreach (var unit in new[] { run.Result.Units[0], run.Result.Units[^1] })
        {
            var page = await browser.ReadAsync($"/ket-qua/2020-W1/{unit.Unit}");
            Assert.NotEmpty(unit.Lines);
            Assert.All(unit.Lines, line => Assert.Contains(line.Arithmetic, page, StringComparison.Ordinal));
            Assert.Equal(unit.Lines.Count, page.Split("<td class=\"number\"><b>").Length - 1);
        }
    }

    [Theory]
    [InlineData("/ket-qua/2020-W1/khong-co")]
    [InlineData("/ket-qua/2020-W2/643")]
    public async Task ScoreCard_OfNoUnitOrNoRun_SaysSo(string path)
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = await bench.SignedInAsync();
        await bench.Host.Services.GetRequiredService<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation);

        Assert.Contains(None, await browser.ReadAsync(path), StringComparison.Ordinal);
    }

    /// <summary>A unit that no rule speaks to has no piece.</summary>
    [Fact]
    public async Task ScoreCard_OfAUnitWithoutPiece_SaysSo()
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = await bench.SignedInAsync();
        await bench.Host.Services.GetRequiredService<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation);
        await using var command = bench.Database.OwnerDataSource.CreateCommand(
            "delete from emulation.run_pieces where unit_id = (select unit_id from emulation.units where code = '643')");

        Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancellation));
        Assert.Contains(None, await browser.ReadAsync("/ket-qua/2020-W1/643"), StringComparison.Ordinal);
    }
}
