using System.Text;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;
using Emulation.Ingest.Tests.Intake;
using Emulation.Plan.Files;
using Emulation.Plan.Storage;
using Emulation.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Emulation.Ingest.Tests;

/// <summary>The room as a host puts it together, on a database of its own, with a share and an archive in a temporary folder.</summary>
internal sealed class IntakeKit : IAsyncDisposable
{
    public const string Folder = "654-krong-pac";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("emulation-intake-");
    private readonly List<ServiceProvider> hosts = [];

    private IntakeKit(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    /// <summary>10/04/2020, 09:00 in Vietnam.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2020, 4, 10, 2, 0, 0, TimeSpan.Zero));

    public string Share => Path.Combine(root.FullName, "share");

    public string Archive => Path.Combine(root.FullName, "archive");

    public IServiceProvider Host { get; private set; } = null!;

    public StoredPlan Plan { get; private set; } = null!;

    public TakeFiles Take => Host.GetRequiredService<TakeFiles>();

    public IngestSubmissions Ingest => Host.GetRequiredService<IngestSubmissions>();

    public static async Task<IntakeKit> CreateAsync(CancellationToken cancellationToken, ReadContent? read = null, params (string Key, string Value)[] settings)
    {
        var kit = new IntakeKit(await TestDatabase.CreateAsync(cancellationToken));
        kit.Host = kit.StartHost(read, settings);
        var applied = await kit.Host.GetRequiredService<PlanStore>().ApplyAsync(PlanFolder.Content(FindUp("plans/dak-lak-2020")), "test", cancellationToken);
        kit.Plan = applied.Stored;
        await kit.Host.GetRequiredService<ShareFolders>().InitAsync(cancellationToken);
        return kit;
    }

    /// <summary>Applies another version of the plan, with changed files.</summary>
    public async Task<StoredPlan> AmendAsync(string holdsFrom, Action<Dictionary<string, string>> change, CancellationToken cancellationToken)
    {
        var files = PlanFolder.Content(FindUp("plans/dak-lak-2020")).Files.ToDictionary(file => file.Key, file => file.Value);
        files[PlanFiles.Plan] = files[PlanFiles.Plan].Replace("holds-from: 2020-01-01", "holds-from: " + holdsFrom, StringComparison.Ordinal);
        change(files);
        return (await Host.GetRequiredService<PlanStore>().ApplyAsync(PlanContent.Of(files), "test", cancellationToken)).Stored;
    }

    /// <summary>One more host on the same database and share.</summary>
    public ServiceProvider StartHost(ReadContent? read = null, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Plan:Code"] = "dak-lak-2020",
            ["Share:Path"] = Share,
            ["Intake:Archive"] = Archive,
            ["Intake:Looks"] = "1",
            ["Intake:StableFor"] = "00:00:00",
            ["Intake:PostponeFor"] = "00:00:00",
        }.Concat(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .GroupBy(pair => pair.Key).Select(group => group.Last())).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton(Database.DataSource);
        Emulation.Plan.PlanServices.AddPlan(services, configuration);
        services.AddIngest(configuration);
        services.AddSingleton(read ?? LineReader.Read);
        hosts.Add(services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
        return hosts[^1];
    }

    public string PathOf(string relative) => Path.Combine(Share, relative);

    /// <summary>Drops a file into the unit's inbox as an officer would.</summary>
    public void Drop(string name, byte[] content, string folder = Folder + "/nop") => File.WriteAllBytes(PathOf(Path.Combine(folder, name)), content);

    public void Drop(string name, string content, string folder = Folder + "/nop") => Drop(name, Encoding.UTF8.GetBytes(content), folder);

    /// <summary>A sweep and a drain.</summary>
    public async Task<DrainedSubmissions> SweepAsync(CancellationToken cancellationToken)
    {
        await Take.RunAsync(cancellationToken);
        return await Ingest.DrainAsync(cancellationToken);
    }

    public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellationToken) =>
        Invariants.FaultsAsync(Database.OwnerDataSource, Archive, Share, cancellationToken);

    /// <summary>The receipts' pages; each has a twin in plain text beside it.</summary>
    public string[] Results(string home = Folder) =>
        Directory.Exists(PathOf(Path.Combine(home, "ket-qua"))) ? [.. Directory.GetFiles(PathOf(Path.Combine(home, "ket-qua")), "*.html").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];

    /// <summary>The rows of a query, cells joined by <c>|</c>.</summary>
    public async Task<List<string>> RowsAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Database.OwnerDataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    public Task<List<string>> StatesAsync(CancellationToken cancellationToken) =>
        RowsAsync("select file_name, state, verdict_code from emulation.submissions order by submission_id", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        await Database.DisposeAsync();
        root.Delete(recursive: true);
    }

    internal static string FindUp(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, path)))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        throw new DirectoryNotFoundException(path);
    }
}
