using Microsoft.Extensions.Options;
using Npgsql;

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
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private DatabaseAccess? access;

    public DatabaseAccess Opened => access ?? throw new InvalidOperationException("The database has not been opened.");

    /// <summary>Opens and migrates the database.</summary>
    /// <param name="waits">True to try again while the server cannot be reached: a host that starts before its database must not die of it.</param>
    public async Task OpenAsync(IServiceProvider services, bool waits, CancellationToken cancellationToken)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var data = services.GetRequiredService<IOptions<DataOptions>>().Value;
        while (access is null)
        {
            try
            {
                access = await DatabaseAccess.OpenAsync(
                    configuration.GetConnectionString("Emulation"), configuration.GetConnectionString("EmulationMigrator"), data.Path, cancellationToken);
            }
            catch (NpgsqlException fault) when (waits && fault.IsTransient)
            {
                services.GetRequiredService<ILogger<EmulationHost>>().LogWarning("PostgreSQL cannot be reached yet: {Fault}", fault.Message);
                await Task.Delay(RetryAfter, cancellationToken);
            }
        }
    }

    public ValueTask DisposeAsync() => access is null ? ValueTask.CompletedTask : access.DisposeAsync();
}
