using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Hosting;

/// <summary>A host put together and its database opened. Disposing it stops the host first and leaves the database last.</summary>
public sealed class EmulationHost : IAsyncDisposable
{
    private readonly DatabaseHandle database;

    internal EmulationHost(WebApplication app, DatabaseHandle database)
    {
        App = app;
        this.database = database;
    }

    public WebApplication App { get; }

    public IServiceProvider Services => App.Services;

    public DatabaseAccess Database => database.Opened;

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await database.DisposeAsync();
    }
}

/// <summary>Holds the database between the building of the container and the opening, which needs validated options.</summary>
internal sealed class DatabaseHandle : IAsyncDisposable
{
    private DatabaseAccess? access;

    public DatabaseAccess Opened => access ?? throw new InvalidOperationException("The database has not been opened.");

    public async Task OpenAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var data = services.GetRequiredService<IOptions<DataOptions>>().Value;
        access = await DatabaseAccess.OpenAsync(
            configuration.GetConnectionString("Emulation"), configuration.GetConnectionString("EmulationMigrator"), data.Path, cancellationToken);
    }

    public ValueTask DisposeAsync() => access is null ? ValueTask.CompletedTask : access.DisposeAsync();
}
