using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Emulation.Ingest.Tests.Intake.Smb;

/// <summary>Debian's smbd on the loopback, exporting a share as the runbook says, with an account for each of the units it is given.</summary>
/// <remarks>
/// The accounts exist only for this smbd (nss_wrapper); as root it changes to them as in production. As another user it keeps that user's
/// identity, so that only smbd itself keeps the units apart.
/// </remarks>
internal sealed partial class SambaServer : IAsyncDisposable
{
    public const string Password = "Mat-khau.2020";

    private const string Daemon = "/usr/sbin/smbd";
    private const int UnitsId = 61001;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("emulation-smb-");
    private Process? daemon;

    private SambaServer()
    {
    }

    public static bool IsRoot => Environment.IsPrivilegedProcess;

    public int Port { get; private set; }

    public static async Task<SambaServer> StartAsync(string share, IReadOnlyList<string> folders, CancellationToken cancellationToken)
    {
        var server = new SambaServer();
        try
        {
            HandOver(share);
            server.WriteSettings(share, folders);
            foreach (var account in folders.Select(SmbConfiguration.AccountOf))
            {
                await server.AddAccountAsync(account, cancellationToken);
            }

            server.daemon = server.Start(Daemon, "--foreground", "--no-process-group", "--configfile", server.Path("smb.conf"));
            await server.WaitAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (daemon is not null)
        {
            daemon.Kill(entireProcessTree: true);
            await daemon.WaitForExitAsync(CancellationToken.None);
            daemon.Dispose();
        }

        state.Delete(recursive: true);
    }

    /// <summary>What the runbook does once: the group of the units' account reads the share and, by the modes the layout was made with, writes into its inboxes.</summary>
    private static void HandOver(string share)
    {
        foreach (var folder in Directory.GetDirectories(share, "*", SearchOption.AllDirectories).Append(share))
        {
            var mode = File.GetUnixFileMode(folder);
            if (!IsRoot)
            {
                File.SetUnixFileMode(folder, mode | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);
                continue;
            }

            _ = ChangeOwner(folder, -1, UnitsId);
            File.SetUnixFileMode(folder, mode | UnixFileMode.SetGroup);
        }

        var parent = System.IO.Path.GetDirectoryName(share)!;
        File.SetUnixFileMode(parent, File.GetUnixFileMode(parent) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    private void WriteSettings(string share, IReadOnlyList<string> folders)
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        state.CreateSubdirectory("ncalrpc");
        File.WriteAllText(Path("smb.conf"), SmbConfiguration.For(share, folders, state.FullName, Port));
        var units = IsRoot ? UnitsId : EffectiveUser();
        var accounts = folders.Select((folder, index) => (Name: SmbConfiguration.AccountOf(folder), Id: UnitsId + 1 + index))
            .Prepend(("emulation-units", units)).Prepend(("nobody", 65534)).Prepend(("root", 0)).ToList();
        File.WriteAllLines(Path("passwd"), accounts.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Item1}:x:{one.Item2}:{one.Item2}::/nonexistent:/usr/sbin/nologin")));
        File.WriteAllLines(Path("group"), accounts.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Item1}:x:{one.Item2}:")).Append("nogroup:x:65533:"));
    }

    private async Task AddAccountAsync(string account, CancellationToken cancellationToken)
    {
        using var command = Start("/usr/bin/pdbedit", "--configfile", Path("smb.conf"), "--create", "--password-from-stdin", "--user", account);
        await command.StandardInput.WriteAsync($"{Password}\n{Password}\n");
        command.StandardInput.Close();
        await command.WaitForExitAsync(cancellationToken);
        Assert.True(command.ExitCode == 0, $"pdbedit cannot add {account}: {await command.StandardError.ReadToEndAsync(cancellationToken)}");
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Patience && !daemon!.HasExited)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(20, cancellationToken);
            }
        }

        throw new InvalidOperationException($"smbd does not listen: {(File.Exists(Path("log")) ? File.ReadAllText(Path("log")) : "it has no log")}");
    }

    private Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["LD_PRELOAD"] = "libnss_wrapper.so";
        start.Environment["NSS_WRAPPER_PASSWD"] = Path("passwd");
        start.Environment["NSS_WRAPPER_GROUP"] = Path("group");
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} cannot be started; './emulation test' brings it.");
    }

    private string Path(string name) => System.IO.Path.Combine(state.FullName, name);

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, int user, int group);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial int EffectiveUser();
}
