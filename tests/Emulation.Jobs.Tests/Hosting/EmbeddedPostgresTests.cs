using System.Diagnostics;
using Emulation.Jobs.Hosting;
using Npgsql;

namespace Emulation.Jobs.Tests.Hosting;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("emulation-pg-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public EmbeddedPostgresTests() =>
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Start_OnAnEmptyFolder_MakesAClusterWithChecksumsAndPasswordsAndNoNetwork()
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(folder, Token);

        Assert.Equal("on", await AskAsync(postgres, "show data_checksums"));
        Assert.Equal("UTF8", await AskAsync(postgres, "show server_encoding"));
        Assert.Equal("", await AskAsync(postgres, "show listen_addresses"));
        Assert.Equal("scram-sha-256", await AskAsync(postgres, "select distinct auth_method from pg_hba_file_rules where type = 'local'"));
        Assert.NotEqual("root", ServerUser());
    }

    [Fact]
    public async Task Start_AfterTheServerWasKilled_RecoversWhatWasCommitted()
    {
        await using (var postgres = await EmbeddedPostgres.StartAsync(folder, Token))
        {
            await AskAsync(postgres, "create table kept (n int); insert into kept values (42); select 'x'");
            var server = Process.GetProcessById(ServerId());
            server.Kill();
            await server.WaitForExitAsync(Token);
        }

        await using var again = await EmbeddedPostgres.StartAsync(folder, Token);
        Assert.Equal("42", await AskAsync(again, "select n::text from kept"));
    }

    [Fact]
    public async Task Start_WhileAnotherHostUsesTheCluster_SharesItAndTheLastStopsIt()
    {
        var first = await EmbeddedPostgres.StartAsync(folder, Token);
        var second = await EmbeddedPostgres.StartAsync(folder, Token);

        await first.DisposeAsync();
        Assert.Equal("1", await AskAsync(second, "select '1'"));

        var server = Process.GetProcessById(ServerId());
        await second.DisposeAsync();
        Assert.True(server.HasExited || !File.Exists(PidFile));
    }

    [Fact]
    public async Task Start_AfterInitdbWasCutShort_BeginsAnew()
    {
        Directory.CreateDirectory(Path.Combine(folder, "postgres", "cluster.new", "base"));

        await using var postgres = await EmbeddedPostgres.StartAsync(folder, Token);

        Assert.Equal("1", await AskAsync(postgres, "select '1'"));
    }

    private string PidFile => Path.Combine(folder, "postgres", "cluster", "postmaster.pid");

    private int ServerId() => int.Parse(File.ReadLines(PidFile).First(), System.Globalization.CultureInfo.InvariantCulture);

    private string ServerUser()
    {
        var uid = File.ReadLines($"/proc/{ServerId()}/status").Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1];
        return File.ReadLines("/etc/passwd").Select(line => line.Split(':')).First(fields => fields[2] == uid)[0];
    }

    private static async Task<string?> AskAsync(EmbeddedPostgres postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString(EmbeddedPostgres.AdminUser, "postgres") + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync(Token);
    }
}
