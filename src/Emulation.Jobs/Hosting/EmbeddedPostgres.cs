using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Emulation.Jobs.Hosting;

/// <summary>A private PostgreSQL cluster under the data folder, reached through a unix socket only, with checksums and password login.</summary>
/// <remarks>
/// The server outlives a killed host: the next start finds it running and uses it. Every host of the folder holds a
/// shared lock; the last one to leave stops the server. Run by root, the server runs as an ordinary user; if that user
/// cannot enter the data folder, the cluster lies under /var/lib/emulation and the data folder says where.
/// </remarks>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    /// <summary>The cluster's superuser; used by the migrator only.</summary>
    public const string AdminUser = "emulation_admin";

    private readonly PostgresBinaries binaries;
    private readonly OrdinaryUser user;
    private readonly string folder;
    private readonly FileStream presence;

    private EmbeddedPostgres(PostgresBinaries binaries, OrdinaryUser user, string folder, FileStream presence)
    {
        this.binaries = binaries;
        this.user = user;
        this.folder = folder;
        this.presence = presence;
    }

    private string Cluster => Path.Combine(folder, "cluster");

    private string Socket => SocketFolder(folder);

    /// <summary>Makes the cluster if there is none, starts it if it does not run.</summary>
    /// <exception cref="PostgresMissingException">No server programs are installed.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var binaries = PostgresBinaries.Find();
        var user = new OrdinaryUser();
        var folder = await ChooseFolderAsync(Path.GetFullPath(dataFolder), user, cancellationToken);
        user.MakePrivateFolder(folder);

        using var starting = await WaitForLockAsync(Path.Combine(folder, "start.lock"), cancellationToken);
        var presence = new FileStream(Path.Combine(folder, "presence.lock"), FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        var postgres = new EmbeddedPostgres(binaries, user, folder, presence);
        await postgres.CreateClusterAsync(cancellationToken);
        await postgres.StartServerAsync(cancellationToken);
        return postgres;
    }

    /// <summary>A connection string for a role of the cluster; its password is made at first use and kept beside the cluster.</summary>
    public string ConnectionString(string role, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = Socket,
        Username = role,
        Password = Secret(role),
        Database = database,
    }.ConnectionString;

    /// <summary>The password of a role, made at first use.</summary>
    public string Secret(string role)
    {
        var path = Path.Combine(folder, role + ".password");
        if (!File.Exists(path))
        {
            user.WritePrivateFile(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        }

        return File.ReadAllText(path);
    }

    /// <summary>Leaves the cluster; the last host to leave stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        // Stopping must finish whatever asked us to stop.
        using var starting = await WaitForLockAsync(Path.Combine(folder, "start.lock"), CancellationToken.None);
        await presence.DisposeAsync();
        if (TryLock(Path.Combine(folder, "presence.lock")) is { } alone)
        {
            await using (alone)
            {
                await user.RunAsync(binaries.PgCtl, ["-D", Cluster, "-m", "fast", "-w", "stop"], keepOutput: true, CancellationToken.None);
            }
        }
    }

    private async Task CreateClusterAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(Cluster))
        {
            return;
        }

        var unfinished = Cluster + ".new";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Secret(AdminUser);
        var (exitCode, output) = await user.RunAsync(
            binaries.Initdb,
            ["-D", unfinished, "-U", AdminUser, "--pwfile", Path.Combine(folder, AdminUser + ".password"), "-A", "scram-sha-256",
                "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums"],
            keepOutput: true,
            cancellationToken);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"initdb failed in {folder}: {output}");
        }

        await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"), Settings(), cancellationToken);
        Directory.Move(unfinished, Cluster);
    }

    private async Task StartServerAsync(CancellationToken cancellationToken)
    {
        user.MakePrivateFolder(Socket);
        var (status, _) = await user.RunAsync(binaries.PgCtl, ["-D", Cluster, "status"], keepOutput: true, cancellationToken);
        if (status == 0)
        {
            await WaitUntilReadyAsync(cancellationToken);
            return;
        }

        var log = Path.Combine(folder, "server.log");
        var (exitCode, _) = await user.RunAsync(
            binaries.PgCtl,
            ["-D", Cluster, "-w", "-t", "60", "-l", log, "-o", $"-c unix_socket_directories='{Socket}'", "-s", "start"],
            keepOutput: false,
            cancellationToken);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"The embedded PostgreSQL did not start; see {log}.");
        }
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString(AdminUser, "postgres"));
                await connection.OpenAsync(cancellationToken);
                return;
            }
            catch (NpgsqlException) when (attempt < 120)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
            }
        }
    }

    private static string Settings() => """

        # Emulation.Jobs: private cluster, unix socket only
        listen_addresses = ''
        max_connections = 100
        shared_buffers = 256MB
        maintenance_work_mem = 128MB
        work_mem = 32MB
        max_wal_size = 4GB
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        password_encryption = 'scram-sha-256'
        """ + "\n";

    private static async Task<string> ChooseFolderAsync(string dataFolder, OrdinaryUser user, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(dataFolder);
        if (await user.CanEnterAsync(dataFolder, cancellationToken))
        {
            return Path.Combine(dataFolder, "postgres");
        }

        var elsewhere = Path.Combine("/var/lib/emulation", ShortHash(dataFolder));
        Directory.CreateDirectory("/var/lib/emulation");
        await File.WriteAllTextAsync(Path.Combine(dataFolder, "postgres.location"), elsewhere + "\n", cancellationToken);
        return elsewhere;
    }

    // A socket's path may have at most 107 bytes.
    private static string SocketFolder(string folder)
    {
        var inside = Path.Combine(folder, "socket");
        return Encoding.UTF8.GetByteCount(inside) <= 85 ? inside : Path.Combine("/tmp", "emulation-" + ShortHash(folder));
    }

    private static string ShortHash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task<FileStream> WaitForLockAsync(string path, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (TryLock(path) is { } held)
            {
                return held;
            }

            if (attempt > 1200)
            {
                throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"Another host has been starting for two minutes: {path} is locked."));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }
    }
}
