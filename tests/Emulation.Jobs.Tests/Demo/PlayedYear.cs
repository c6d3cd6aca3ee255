using System.Text.Json;
using Emulation.Jobs.Demo;
using Emulation.Jobs.Hosting;

namespace Emulation.Jobs.Tests.Demo;

/// <summary>A whole demo, played once by a program of its own and left alone; its cluster runs while the tests look at it.</summary>
public sealed class PlayedYear : IAsyncLifetime
{
    public const string Collection = "a played year";

    private EmbeddedPostgres? cluster;

    /// <summary>The data folder.</summary>
    public DemoFolder Folder { get; } = new(Path.Combine(Path.GetTempPath(), "emulation-demo-" + Guid.NewGuid().ToString("N")[..8]));

    /// <summary>What <c>--json</c> printed.</summary>
    public JsonElement Summary { get; private set; }

    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        using (var demo = DemoProcess.Start(Folder.Path))
        {
            Summary = await demo.FinishAsync(TestContext.Current.CancellationToken);
        }

        cluster = await EmbeddedPostgres.StartAsync(Folder.Path, TestContext.Current.CancellationToken);
        ConnectionString = cluster.ConnectionString("emulation_app", "emulation");
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }

        Directory.Delete(Folder.Path, recursive: true);
    }
}

[CollectionDefinition(PlayedYear.Collection)]
public sealed class PlayedYearCollection : ICollectionFixture<PlayedYear>;
