using Emulation.Benchmarks.Data;
using Emulation.Ingest.Intake;
using Emulation.Jobs.Hosting;
using Emulation.Plan.Files;
using Emulation.Plan.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Emulation.Benchmarks.Hosting;

/// <summary>The production host on a database, share and plan of its own. Only the wait for files to come to rest is left out: it is time, not work.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    // Every month of the year has ended and none is locked.
    private static readonly DateTimeOffset Start = new(2020, 12, 16, 1, 0, 0, TimeSpan.Zero);

    private readonly EmulationHost host;
    private readonly string folder;

    private BenchHost(EmulationHost host, EmbeddedPostgres postgres, string folder)
    {
        this.host = host;
        this.folder = folder;
        Postgres = postgres;
    }

    /// <summary>The host's cluster, for the limits on the same server.</summary>
    public EmbeddedPostgres Postgres { get; }

    public NpgsqlDataSource Database => host.Database.DataSource;

    /// <summary>The inbox of the unit whose folder in the share has that name.</summary>
    public string InboxOf(string unitFolder) => Path.Combine(Get<IntakeOptions>().Share, unitFolder, Get<IntakeOptions>().Inbox);

    /// <summary>A use case, as a job would get it.</summary>
    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Starts a new cluster, applies the plan and lays out the share.</summary>
    public static async Task<BenchHost> OpenAsync(string folder, BenchPlan plan, CancellationToken cancellationToken)
    {
        var data = Path.Combine(folder, "data");
        var host = await HostBuilding.CreateAsync(
            new HostSettings { IsClosed = true, LogsToConsole = false, Values = Settings(data, plan) },
            services => services.AddSingleton<TimeProvider>(new ShiftedClock(Start)),
            cancellationToken);
        var opened = new BenchHost(host, await EmbeddedPostgres.StartAsync(data, cancellationToken), folder);
        try
        {
            await opened.ApplyAsync(plan, cancellationToken);
            await opened.Get<ShareFolders>().InitAsync(cancellationToken);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>Has the server write out what it holds, so that the next work does not pay for the last.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) =>
        new Limits.Psql(Postgres, "emulation").RunAsync("checkpoint;", cancellationToken);

    public async Task<long> CountAsync(string table, CancellationToken cancellationToken)
    {
        await using var command = Database.CreateCommand($"select count(*) from emulation.{table}");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        await Postgres.DisposeAsync();
        await host.DisposeAsync();
    }

    private static Dictionary<string, string?> Settings(string data, BenchPlan plan) => new()
    {
        ["Data:Path"] = data,
        ["Plan:Code"] = plan.Code,
        ["Document:Pdf"] = "off",
        ["Intake:Looks"] = "1",
        ["Intake:StableFor"] = "00:00:00",
    };

    private async Task ApplyAsync(BenchPlan plan, CancellationToken cancellationToken)
    {
        var source = Path.Combine(folder, "plan");
        PlanFolderWriter.Write(plan, source);
        await Get<PlanStore>().ApplyAsync(PlanFolder.Content(source), appliedBy: "bench", cancellationToken);
    }
}
