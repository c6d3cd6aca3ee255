using System.Net;
using System.Text.RegularExpressions;
using Emulation.Ingest.Intake;
using Emulation.Jobs.Hosting;
using Emulation.Plan.Files;
using Emulation.Plan.Storage;
using Emulation.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Jobs.Tests.Hosting;

/// <summary>The real host on a database and a data folder of its own, reached over HTTP as a browser would.</summary>
internal sealed partial class HostBench : IAsyncDisposable
{
    public const string Password = "mat-khau-thu-nghiem";

    private readonly TestDatabase database;
    private readonly DirectoryInfo folder;

    private HostBench(TestDatabase database, DirectoryInfo folder, EmulationHost host)
    {
        this.database = database;
        this.folder = folder;
        Host = host;
    }

    public EmulationHost Host { get; }

    public TestDatabase Database => database;

    public string DataFolder => folder.FullName;

    public Uri Address => new(Host.App.Urls.First());

    /// <summary>Builds and starts a server; the schedule is off unless asked for, so that tests decide what fires.</summary>
    public static async Task<HostBench> StartAsync(
        Action<IServiceCollection>? configure = null, bool hasPlan = true, params (string Key, string? Value)[] settings)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var database = await TestDatabase.CreateAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory("emulation-host-");
        var host = await HostBuilding.CreateAsync(
            new HostSettings { IsServer = true, IsClosed = true, LogsToConsole = false, Values = Settings(database, folder.FullName, settings) }, configure, cancellationToken);
        if (hasPlan)
        {
            await host.Services.GetRequiredService<PlanStore>().ApplyAsync(PlanFolder.Content(Checkout.Path("plans/dak-lak-2020")), "test", cancellationToken);
            await host.Services.GetRequiredService<ShareFolders>().InitAsync(cancellationToken);
        }

        await host.App.StartAsync(cancellationToken);
        return new HostBench(database, folder, host);
    }

    /// <summary>Another host on the same database, share and archive, as a second machine would run it.</summary>
    public async Task<EmulationHost> StartAnotherAsync(Action<IServiceCollection>? configure, params (string Key, string? Value)[] settings)
    {
        var host = await HostBuilding.CreateAsync(
            new HostSettings { IsServer = true, IsClosed = true, LogsToConsole = false, Values = Settings(database, folder.FullName, settings) },
            configure,
            TestContext.Current.CancellationToken);
        await host.App.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>The first column of the first row; polls until it satisfies the condition.</summary>
    public async Task<T> WaitForAsync<T>(string sql, Func<T, bool> isReached, TimeSpan? atMost = null)
    {
        using var patience = new CancellationTokenSource(atMost ?? TimeSpan.FromMinutes(5));
        while (true)
        {
            await using var command = database.DataSource.CreateCommand(sql);
            if (await command.ExecuteScalarAsync(patience.Token) is T value && isReached(value))
            {
                return value;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
    }

    /// <summary>The settings of a host that touches nothing but its database and folder.</summary>
    public static Dictionary<string, string?> Settings(TestDatabase database, string folder, params (string Key, string? Value)[] more)
    {
        var values = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Emulation"] = database.ConnectionString,
            ["ConnectionStrings:EmulationMigrator"] = database.OwnerConnectionString,
            ["Data:Path"] = folder,
            ["Plan:Code"] = "dak-lak-2020",
            ["Document:Pdf"] = "off",
            ["Schedule:Enabled"] = "false",
            ["Web:Address"] = "http://127.0.0.1:0",
            ["Web:Password"] = Password,
        };
        foreach (var (key, value) in more)
        {
            values[key] = value;
        }

        return values;
    }

    /// <summary>A browser that keeps cookies and shows redirects as they are.</summary>
    public HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <summary>A browser that has signed in.</summary>
    public async Task<HttpClient> SignedInAsync()
    {
        var browser = Browser();
        var answer = await SignInAsync(browser, Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string password, string? returnTo = null)
    {
        var path = "/dang-nhap" + (returnTo is null ? "" : "?ve=" + Uri.EscapeDataString(returnTo));
        var page = await browser.GetStringAsync(path, TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "login",
            ["__RequestVerificationToken"] = TokenOf(page),
            ["Password"] = password,
        });
        return await browser.PostAsync(path, form, TestContext.Current.CancellationToken);
    }

    public static string TokenOf(string page) => Token().Match(page).Groups[1].Value;

    public async ValueTask DisposeAsync()
    {
        await Host.App.StopAsync(CancellationToken.None);
        await Host.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
