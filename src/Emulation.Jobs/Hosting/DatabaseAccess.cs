using Npgsql;

namespace Emulation.Jobs.Hosting;

/// <summary>The database this host works on: the server that configuration names, or the embedded one; migrated and ready.</summary>
public sealed class DatabaseAccess : IAsyncDisposable
{
    private const string AppRole = "emulation_app";
    private const string MigratorRole = "emulation_migrator";
    private const string DatabaseName = "emulation";

    private readonly EmbeddedPostgres? embedded;

    private DatabaseAccess(string appConnectionString, EmbeddedPostgres? embedded)
    {
        this.embedded = embedded;
        ConnectionString = AppConnectionString(appConnectionString);
        DataSource = NpgsqlDataSource.Create(ConnectionString);
    }

    /// <summary>Connections of the app role: reads and writes rows, changes no schema.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>The app role's connection string, for Hangfire's storage.</summary>
    public string ConnectionString { get; }

    public bool IsEmbedded => embedded is not null;

    /// <summary>Opens and migrates the database of <c>ConnectionStrings:Emulation</c> (migrated through <c>ConnectionStrings:EmulationMigrator</c> if given), or the embedded one under the data folder.</summary>
    public static async Task<DatabaseAccess> OpenAsync(
        string? connectionString, string? migratorConnectionString, string dataFolder, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(connectionString)
            ? await OpenEmbeddedAsync(dataFolder, cancellationToken)
            : await OpenServerAsync(connectionString, migratorConnectionString ?? connectionString, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        if (embedded is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await embedded.DisposeAsync();
        }
    }

    private static async Task<DatabaseAccess> OpenServerAsync(string connectionString, string migrator, CancellationToken cancellationToken)
    {
        var role = new NpgsqlConnectionStringBuilder(connectionString).Username
            ?? throw new InvalidOperationException("ConnectionStrings:Emulation names no Username.");
        await new Migrator(migrator, role).RunAsync(cancellationToken);
        return new DatabaseAccess(connectionString, null);
    }

    private static async Task<DatabaseAccess> OpenEmbeddedAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var postgres = await EmbeddedPostgres.StartAsync(dataFolder, cancellationToken);
        try
        {
            await CreateRolesAsync(postgres, cancellationToken);
            await CreateDatabaseAsync(postgres, DatabaseName, cancellationToken);
            await new Migrator(postgres.ConnectionString(MigratorRole, DatabaseName), AppRole).RunAsync(cancellationToken);
            return new DatabaseAccess(postgres.ConnectionString(AppRole, DatabaseName), postgres);
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>Drops the database of an embedded cluster, so that the next opening begins with an empty one.</summary>
    /// <returns>Keeps the server running until it is disposed.</returns>
    internal static async Task<IAsyncDisposable> DropEmbeddedAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var postgres = await EmbeddedPostgres.StartAsync(dataFolder, cancellationToken);
        await using var connection = new NpgsqlConnection(postgres.ConnectionString(EmbeddedPostgres.AdminUser, "postgres"));
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"drop database if exists {DatabaseName} with (force)", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return postgres;
    }

    /// <summary>Makes the migrator and app roles of an embedded cluster; does nothing where they exist.</summary>
    internal static async Task CreateRolesAsync(EmbeddedPostgres postgres, CancellationToken cancellationToken)
    {
        foreach (var role in new[] { MigratorRole, AppRole })
        {
            await TryExecuteAsync(
                postgres, $"create role {role} login password '{postgres.Secret(role)}'", PostgresErrorCodes.DuplicateObject, cancellationToken);
        }
    }

    /// <summary>Makes a database owned by the migrator role; does nothing where it exists.</summary>
    internal static Task CreateDatabaseAsync(EmbeddedPostgres postgres, string name, CancellationToken cancellationToken) =>
        TryExecuteAsync(postgres, $"create database {name} owner {MigratorRole}", PostgresErrorCodes.DuplicateDatabase, cancellationToken);

    private static async Task TryExecuteAsync(EmbeddedPostgres postgres, string sql, string alreadyThere, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString(EmbeddedPostgres.AdminUser, "postgres"));
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == alreadyThere || exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // Another host, or an earlier start, was here first.
        }
    }

    // Hangfire must not join our transactions, and a parameter value must never reach a log.
    private static string AppConnectionString(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        Enlist = false,
        IncludeErrorDetail = false,
        Timeout = 10,
        KeepAlive = 15,
        MaxPoolSize = 40,
        MaxAutoPrepare = 30,
        ApplicationName = "emulation",
    }.ConnectionString;
}
