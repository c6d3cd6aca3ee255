using Emulation.Ingest;
using Emulation.Jobs.Pages;
using Emulation.Plan;
using Emulation.Reports;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Hosting;

/// <summary>Puts the host together: configuration, logging, rooms, database. The server, every command, the demo and the tests come through here.</summary>
public static class HostBuilding
{
    /// <summary>Builds a host whose options are valid and whose database is open and migrated; nothing runs yet.</summary>
    /// <param name="configure">Runs last and may replace services, e.g. <see cref="TimeProvider"/>.</param>
    /// <exception cref="OptionsValidationException">A setting is wrong; each failure names its key.</exception>
    public static async Task<EmulationHost> CreateAsync(HostSettings settings, Action<IServiceCollection>? configure, CancellationToken cancellationToken)
    {
        SelfChecks.Require();
        var database = new DatabaseHandle();
        var app = Build(settings, database, configure);
        var host = new EmulationHost(app, database);
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
            await database.OpenAsync(app.Services, waits: settings.IsServer, cancellationToken);
            if (settings.IsServer)
            {
                app.UsePages();
            }

            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private static WebApplication Build(HostSettings settings, DatabaseHandle database, Action<IServiceCollection>? configure)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddEmulationSettings(settings);
        builder.AddEmulationLogging(settings);
        builder.WebHost.UseKestrel(server => server.AddServerHeader = false);
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => database.Opened);
        builder.Services.AddSingleton(_ => database.Opened.DataSource);
        builder.Services.AddPlan(builder.Configuration);
        builder.Services.AddIngest(builder.Configuration);
        builder.Services.AddReports(builder.Configuration);
        builder.Services.AddJobs(builder.Configuration);
        if (settings.IsServer)
        {
            builder.AddServer();
        }

        configure?.Invoke(builder.Services);
        return builder.Build();
    }

    private static void AddServer(this WebApplicationBuilder builder)
    {
        var web = builder.Configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new WebOptions();
        builder.WebHost.UseUrls(web.Address);
        builder.Services.AddJobServers(builder.Configuration);
        builder.Services.AddPages(builder.Configuration);
    }
}
