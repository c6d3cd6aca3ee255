using System.Security.Cryptography;
using System.Text;
using Emulation.Jobs.Hosting;
using Npgsql;

namespace Emulation.TestSupport;

/// <summary>The PostgreSQL cluster that all test programs of one checkout share; the last one to end stops it.</summary>
internal static class TestCluster
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static EmbeddedPostgres? postgres;
    private static string? template;

    public static string ConnectionString(string role, string database) =>
        (postgres ?? throw new InvalidOperationException("The test cluster has not been started.")).ConnectionString(role, database);

    /// <summary>The migrated database that tests clone; made once per set of migrations.</summary>
    public static async Task<string> TemplateAsync(CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        try
        {
            postgres ??= await StartAsync(cancellationToken);
            return template ??= await MakeTemplateAsync(postgres, cancellationToken);
        }
        finally
        {
            Gate.Release();
        }
    }

    public static async Task AdministerAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(EmbeddedPostgres.AdminUser, "postgres"));
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<EmbeddedPostgres> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Environment.GetEnvironmentVariable("EMULATION_TEST_DATA")
            ?? Path.Combine(Path.GetTempPath(), "emulation-tests-" + Hash(Environment.UserName + AppContext.BaseDirectory));
        var started = await EmbeddedPostgres.StartAsync(folder, cancellationToken);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => started.DisposeAsync().AsTask().GetAwaiter().GetResult();
        await DatabaseAccess.CreateRolesAsync(started, cancellationToken);
        return started;
    }

    // Two test programs may arrive together: the template is migrated under another name and renamed when complete.
    private static async Task<string> MakeTemplateAsync(EmbeddedPostgres cluster, CancellationToken cancellationToken)
    {
        var name = "template_" + Hash(string.Join('\n', Migrator.ScriptFingerprints));
        if (await ExistsAsync(name, cancellationToken))
        {
            return name;
        }

        var draft = $"draft_{Guid.NewGuid():N}";
        await DatabaseAccess.CreateDatabaseAsync(cluster, draft, cancellationToken);
        var migrator = cluster.ConnectionString("emulation_migrator", draft) + ";Pooling=false";
        await new Migrator(migrator, "emulation_app").RunAsync(cancellationToken);
        NpgsqlConnection.ClearAllPools();
        try
        {
            await AdministerAsync($"alter database {draft} rename to {name}", cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            await AdministerAsync($"drop database {draft} with (force)", cancellationToken);
        }

        return name;
    }

    private static async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(EmbeddedPostgres.AdminUser, "postgres"));
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("select exists (select from pg_database where datname = @name)", connection);
        command.Parameters.AddWithValue("name", name);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
