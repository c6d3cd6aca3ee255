using System.Security.Cryptography;
using System.Text;
using Emulation.Jobs.Hosting;
using Npgsql;

namespace Emulation.TestSupport;

/// <summary>A database of its own for a test: a clone of a migrated template on a real PostgreSQL. Dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string name;

    private TestDatabase(string name)
    {
        this.name = name;
        ConnectionString = TestCluster.ConnectionString("emulation_app", name);
        DataSource = NpgsqlDataSource.Create(ConnectionString + ";Enlist=false;Maximum Pool Size=20;Include Error Detail=true");
        OwnerConnectionString = TestCluster.ConnectionString("emulation_migrator", name);
        OwnerDataSource = NpgsqlDataSource.Create(OwnerConnectionString + ";Maximum Pool Size=5;Include Error Detail=true");
    }

    /// <summary>Connections of the app role: no DDL.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>Connections of the migrator role, which owns the schema.</summary>
    public NpgsqlDataSource OwnerDataSource { get; }

    public string ConnectionString { get; }

    public string OwnerConnectionString { get; }

    /// <summary>Connections for tests that run the same statements thousands of times: prepared, and not waiting for the disk at every commit. The rules of the database are the same.</summary>
    public NpgsqlDataSource OpenQuick(bool asOwner = false) => NpgsqlDataSource.Create(
        (asOwner ? OwnerConnectionString : ConnectionString)
        + ";Max Auto Prepare=300;Auto Prepare Min Usages=2;Maximum Pool Size=40;Enlist=false;Include Error Detail=true;Options=-c synchronous_commit=off");

    public static async Task<TestDatabase> CreateAsync(CancellationToken cancellationToken)
    {
        var template = await TestCluster.TemplateAsync(cancellationToken);
        var name = $"test_{Guid.NewGuid():N}";
        await TestCluster.AdministerAsync($"create database {name} template {template} owner emulation_migrator", cancellationToken);
        return new TestDatabase(name);
    }

    /// <summary>Another database with what a dump of this one holds: written by pg_dump, read by pg_restore, as after the loss of a server.</summary>
    public async Task<TestDatabase> RestoredFromDumpAsync(CancellationToken cancellationToken)
    {
        var file = Path.GetTempFileName();
        try
        {
            await DatabaseDump.WriteAsync(OwnerConnectionString, file, cancellationToken);
            var copy = $"test_{Guid.NewGuid():N}";
            await TestCluster.AdministerAsync($"create database {copy} owner emulation_migrator", cancellationToken);
            var restored = new TestDatabase(copy);
            await DatabaseDump.RestoreAsync(restored.OwnerConnectionString, file, cancellationToken);
            return restored;
        }
        finally
        {
            File.Delete(file);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await OwnerDataSource.DisposeAsync();
        await TestCluster.AdministerAsync($"drop database if exists {name} with (force)", CancellationToken.None);
    }
}
