using Emulation.Jobs.Jobs;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.PostgreSql;
using Npgsql;

namespace Emulation.Jobs.Hosting;

/// <summary>Hangfire as this program uses it: it ticks and runs; retries, "only one" and what is due are our tables' business.</summary>
/// <remarks>Each setting answers a measured fault; the reasons stand in ADR 0001.</remarks>
public static class HangfireSetup
{
    private static readonly Lock Once = new();

    public static IServiceCollection AddHangfireStorage(this IServiceCollection services)
    {
        // Registered before AddHangfire, which would otherwise use a static storage and a static activator: two hosts in one process
        // must share neither, or the one's job runs with the other's services.
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<JobStorage>(provider => new PostgreSqlStorage(
            new PooledConnections(provider.GetRequiredService<DatabaseAccess>().ConnectionString), StorageOptions()));
        services.AddHangfire(configuration => configuration
            // Hangfire's log is static and outlives a host; Serilog's may be written to after its end, a logger factory may not.
            .UseSerilogLogProvider()
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        RetryInOurTablesOnly();
        return services;
    }

    /// <summary>One server a queue, so that a long ingest never keeps a closing waiting.</summary>
    public static IServiceCollection AddHangfireServers(this IServiceCollection services, ScheduleOptions options) => services
        .AddHangfireServer(server => Configure(server, Queues.Schedule, 2))
        .AddHangfireServer(server => Configure(server, Queues.Mail, 2))
        .AddHangfireServer(server => Configure(server, Queues.Ingest, options.IngestWorkers));

    private static PostgreSqlStorageOptions StorageOptions() => new()
    {
        PrepareSchemaIfNecessary = false,
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = TimeSpan.FromMinutes(5),
        DistributedLockTimeout = TimeSpan.FromSeconds(60),
        QueuePollInterval = TimeSpan.FromSeconds(2),
        EnableLongPolling = false,
        EnableTransactionScopeEnlistment = false,
        UseNativeDatabaseTransactions = true,
        TransactionSynchronisationTimeout = TimeSpan.FromSeconds(30),
        JobExpirationCheckInterval = TimeSpan.FromMinutes(30),
        DeleteExpiredBatchSize = 1000,
        StartupConnectionMaxRetries = 10,
        AllowDegradedModeWithoutStorage = false,
    };

    private static void Configure(BackgroundJobServerOptions server, string queue, int workers)
    {
        server.ServerName = $"{Environment.MachineName}:{queue}";
        server.Queues = [queue];
        server.WorkerCount = workers;
        server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
        server.HeartbeatInterval = TimeSpan.FromSeconds(15);
        server.ServerTimeout = TimeSpan.FromMinutes(2);
        server.ServerCheckInterval = TimeSpan.FromMinutes(1);
        server.CancellationCheckInterval = TimeSpan.FromSeconds(5);
        server.StopTimeout = TimeSpan.FromSeconds(20);
        server.ShutdownTimeout = TimeSpan.FromSeconds(25);
    }

    // A failed job is not run again by Hangfire: the row it worked on is still open, and the sweep starts another.
    private static void RetryInOurTablesOnly()
    {
        lock (Once)
        {
            foreach (var filter in GlobalJobFilters.Filters.Where(filter => filter.Instance is AutomaticRetryAttribute).ToList())
            {
                GlobalJobFilters.Filters.Remove(filter.Instance);
            }

            GlobalJobFilters.Filters.Add(new AutomaticRetryAttribute { Attempts = 0 });
            if (!GlobalJobFilters.Filters.Any(filter => filter.Instance is FailedJobsExpire))
            {
                GlobalJobFilters.Filters.Add(new FailedJobsExpire());
            }
        }
    }

    /// <summary>Hangfire's own pool, so that its polling and our transactions never wait for each other's connections.</summary>
    private sealed class PooledConnections(string connectionString) : IConnectionFactory
    {
        private readonly string pool = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "emulation-hangfire",
            MaxPoolSize = 30,
            MaxAutoPrepare = 0,
        }.ConnectionString;

        public NpgsqlConnection GetOrCreateConnection() => new(pool);
    }
}
