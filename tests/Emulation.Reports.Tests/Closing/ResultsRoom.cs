using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Plan.Storage;
using Emulation.Reports.Evidence;
using Emulation.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Emulation.Reports.Tests.Closing;

/// <summary>The plan of plans/dak-lak-2020 applied to a database of its own, with the room's services as the host registers them and a clock that stands on the day of the first closing.</summary>
internal sealed class ResultsRoom : IAsyncDisposable
{
    private static readonly DateTimeOffset FirstClosing = new(2020, 7, 10, 10, 0, 0, TimeSpan.Zero);
    private readonly ServiceProvider services;

    private ResultsRoom(TestDatabase database, MemoryArchive archive, DateTimeOffset now, IReadOnlyDictionary<string, string?> settings)
    {
        Clock = new FakeTimeProvider(now);
        Archive = archive;
        Database = database;
        var configuration = Configuration(settings);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(database.DataSource)
            .AddSingleton<TimeProvider>(Clock)
            .AddPlan(configuration)
            .AddReports(configuration)
            .AddSingleton<IEvidenceArchive>(Archive)
            .BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    /// <summary>Where the files behind decisions are kept; a restored room has the same.</summary>
    public MemoryArchive Archive { get; }

    public FakeTimeProvider Clock { get; }

    public IntakeRows Intake { get; private set; } = null!;

    public StoredPlan Plan { get; private set; } = null!;

    /// <summary>The texts of the plan folder, by file name.</summary>
    public static IReadOnlyDictionary<string, string> ShippedFiles => PlanFolder.Content(PlanFolderPath()).Files;

    /// <summary>scoring.yaml of the plan folder.</summary>
    public string ScoringText => ShippedFiles["scoring.yaml"];

    public static Task<ResultsRoom> OpenAsync(CancellationToken cancellationToken) => OpenAsync(new Dictionary<string, string?>(), cancellationToken);

    /// <param name="settings">Settings of the host by key, e.g. <c>Delivery:Transport</c>.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    public static Task<ResultsRoom> OpenAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken) => OpenAsync(FirstClosing, settings, cancellationToken);

    /// <param name="now">Where the clock stands.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    public static Task<ResultsRoom> OpenAsync(DateTimeOffset now, CancellationToken cancellationToken) => OpenAsync(now, new Dictionary<string, string?>(), cancellationToken);

    private static async Task<ResultsRoom> OpenAsync(DateTimeOffset now, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var room = new ResultsRoom(await TestDatabase.CreateAsync(cancellationToken), new MemoryArchive(), now, settings);
        await room.ApplyAsync(texts => texts, cancellationToken);
        return room;
    }

    /// <summary>The room on a database that was restored from a dump of this one's; days later by the clock.</summary>
    public async Task<ResultsRoom> RestoredAsync(CancellationToken cancellationToken)
    {
        var restored = new ResultsRoom(await Database.RestoredFromDumpAsync(cancellationToken), Archive, Clock.GetUtcNow().AddDays(3), new Dictionary<string, string?>());
        restored.Plan = await restored.Get<CurrentPlan>().GetAsync(cancellationToken);
        restored.Intake = new IntakeRows(restored.Database.DataSource, restored.Plan);
        return restored;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Applies the plan, changed or not.</summary>
    public async Task ApplyAsync(Func<Dictionary<string, string>, Dictionary<string, string>> change, CancellationToken cancellationToken)
    {
        var content = PlanFolder.Content(PlanFolderPath());
        var applied = await Get<PlanStore>().ApplyAsync(PlanContent.Of(change(content.Files.ToDictionary())), "test", cancellationToken);
        Plan = applied.Stored;
        Intake = new IntakeRows(Database.DataSource, Plan);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static IConfiguration Configuration(IReadOnlyDictionary<string, string?> settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Plan:Code"] = "dak-lak-2020", ["Document:Pdf"] = "off" })
        .AddInMemoryCollection(settings)
        .Build();

    private static string PlanFolderPath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "plans")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("plans");
        }
        return Path.Combine(folder.FullName, "plans", "dak-lak-2020");
    }
}
