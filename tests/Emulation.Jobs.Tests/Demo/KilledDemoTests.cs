using Emulation.Jobs.Demo;
using Emulation.Jobs.Demo.Scenario;
using Emulation.Jobs.Hosting;
using Emulation.TestSupport;
using Npgsql;

namespace Emulation.Jobs.Tests.Demo;

/// <summary>The year with the power cut off again and again, against the year left alone.</summary>
[Collection(PlayedYear.Collection)]
public sealed class KilledDemoTests(PlayedYear untouched)
{
    private const int Kills = 22;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Demo_KilledAtRandomAndStartedAgain_EndsInTheSameContent()
    {
        var folder = new DemoFolder(Path.Combine(Path.GetTempPath(), "emulation-killed-" + Guid.NewGuid().ToString("N")[..8]));
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"Kill moments from seed {seed}");
        try
        {
            await PlayWithKillsAsync(folder, new Random(seed));
            await using var cluster = await EmbeddedPostgres.StartAsync(folder.Path, Cancellation);
            var killed = await CanonicalDump.ReadAsync(cluster.ConnectionString("emulation_app", "emulation"), Cancellation);
            var whole = await CanonicalDump.ReadAsync(untouched.ConnectionString, Cancellation);
            await using var database = NpgsqlDataSource.Create(cluster.ConnectionString("emulation_app", "emulation"));
            Assert.Empty(await Invariants.FaultsAsync(database, folder.Inside("archive"), folder.Share, Cancellation));
            Assert.All(whole, table => Assert.Equal(table.Value, killed[table.Key]));
        }
        finally
        {
            Directory.Delete(folder.Path, recursive: true);
        }
    }

    /// <summary>Kills spread over the whole year: each waits until the year has come to its share of the steps, then a random while.</summary>
    private static async Task PlayWithKillsAsync(DemoFolder folder, Random random)
    {
        var year = YearScenario.Of(DemoPlan.Plan, DemoPlan.Seed);
        var steps = DemoStep.Of(DemoPlan.Plan, year, DemoSettings.LastDayOf(DemoPlan.Plan)).Count;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var demo = DemoProcess.Start(folder.Path);
            var from = (kill * steps / Kills) + random.Next(steps / Kills);
            while (!demo.HasEnded && (folder.ReadPosition()?.NextStep ?? -1) < from)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), Cancellation);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(150)), Cancellation);
            Assert.False(demo.HasEnded, demo.HasEnded ? $"The demo ended before kill {kill}: {await demo.OutputAsync()}" : null);
            await demo.KillAsync(Cancellation);
        }

        using var last = DemoProcess.Start(folder.Path);
        await last.FinishAsync(Cancellation);
    }
}
