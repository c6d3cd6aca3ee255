using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Delivery.RealServer;

/// <summary>Debian's postfix and dovecot on the loopback: submission with STARTTLS and a login, an authority of its own, mailboxes read over IMAP.</summary>
/// <remarks>No system service: everything lies in a temporary folder. Both change to accounts of their own, which only root can let them do.</remarks>
public sealed partial class RealMailServer : IAsyncDisposable
{
    public const string User = "thidua";
    public const string Password = "Mat-khau.2020";

    /// <summary>Mailboxes there are of the kind <c>nguoi-nhan-1</c>.</summary>
    public const int Mailboxes = 400;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("emulation-mta-");
    private readonly SmtpCertificates certificates = new();
    private readonly List<Process> daemons = [];

    public static bool IsRoot => Environment.IsPrivilegedProcess;

    public int SmtpPort { get; private set; }

    public int ImapPort { get; private set; }

    public string CertificateAuthority => certificates.AuthorityFile;

    /// <summary>A room whose mails go through this server.</summary>
    internal Task<MailRoom> OpenRoomAsync(CancellationToken cancellationToken, params KeyValuePair<string, string?>[] settings)
    {
        KeyValuePair<string, string?>[] ours =
        [
            new("Delivery:AllowList:1", "@away.example"),
            new("Delivery:Server:Host", "localhost"),
            new("Delivery:Server:Port", SmtpPort.ToString(CultureInfo.InvariantCulture)),
            new("Delivery:Server:CertificateAuthority", CertificateAuthority),
            new("Delivery:Server:UserName", User),
            new("Delivery:Server:Password", Password),
            new("Delivery:Server:FinalTimeout", "00:01:00"),
            new("Delivery:Bounces:Host", "localhost"),
            new("Delivery:Bounces:Port", ImapPort.ToString(CultureInfo.InvariantCulture)),
            new("Delivery:Bounces:UserName", User),
            new("Delivery:Bounces:Password", Password),
            new("Delivery:Bounces:CertificateAuthority", CertificateAuthority),
            new("Delivery:Bounces:CheckRevocation", "false"),
        ];
        return MailRoom.OpenAsync("smtp", "@stp.example", ours.Concat(settings), cancellationToken);
    }

    public static async Task<RealMailServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new RealMailServer();
        try
        {
            var away = server.WriteFiles();
            server.Start("/usr/sbin/dovecot", "-F", "-c", server.PathOf("conf", "dovecot.conf"));
            await server.WaitAsync(() => File.Exists(server.PathOf("queue", "private", "auth")), cancellationToken);
            server.Start("/usr/sbin/postfix", "-c", server.PathOf("conf"), "start-fg");
            await server.WaitAsync(() => Listens(server.SmtpPort) && Listens(away) && Listens(server.ImapPort), cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The mails in a mailbox, as files; those nobody has looked at lie in <c>new</c>.</summary>
    public IReadOnlyList<string> MailsOf(string mailbox) =>
        Directory.Exists(PathOf("mail", mailbox, "new")) ? Directory.GetFiles(PathOf("mail", mailbox, "new")) : [];

    /// <summary>Waits until the mailbox holds that many mails.</summary>
    public Task WaitForMailsAsync(string mailbox, int mails, CancellationToken cancellationToken) =>
        WaitAsync(() => MailsOf(mailbox).Count >= mails, cancellationToken);

    public string Log => File.Exists(PathOf("postfix.log")) ? File.ReadAllText(PathOf("postfix.log")) : "";

    /// <summary>The commands after which postfix lost its peer, in order.</summary>
    public IReadOnlyList<string> LostAfter => [.. LostPeer().Matches(Log).Select(match => match.Groups[1].Value)];

    /// <summary>Waits until everything postfix has taken lies in a mailbox.</summary>
    /// <returns>The recipients of the copies, one entry a copy, as its log tells.</returns>
    public async Task<IReadOnlyList<string>> WaitUntilQueueIsEmptyAsync(CancellationToken cancellationToken)
    {
        string[] queues = [PathOf("queue", "incoming"), PathOf("queue", "active")];
        await WaitAsync(
            () => !queues.Any(queue => Directory.EnumerateFiles(queue).Any()) && Log.Split("(queue active)").Length == Log.Split(": removed").Length, cancellationToken);
        return [.. Copy().Matches(Log).Select(match => match.Groups[1].Value)];
    }

    public async ValueTask DisposeAsync()
    {
        if (daemons.Count > 1)
        {
            using var stop = Process.Start(Quiet("/usr/sbin/postfix", "-c", PathOf("conf"), "stop"))!;
            await stop.WaitForExitAsync(CancellationToken.None);
        }

        foreach (var daemon in daemons)
        {
            daemon.Kill(entireProcessTree: true);
            await daemon.WaitForExitAsync(CancellationToken.None);
            daemon.Dispose();
        }

        certificates.Dispose();
        folder.Delete(recursive: true);
    }

    private int WriteFiles()
    {
        File.SetUnixFileMode(folder.FullName, File.GetUnixFileMode(folder.FullName) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
        foreach (var name in new[] { "conf", "queue/private", "data", "mail", "run", "state" })
        {
            folder.CreateSubdirectory(name);
        }

        var (certificate, key) = certificates.Write(PathOf("conf"));
        var ports = FreePorts(3);
        (SmtpPort, ImapPort) = (ports[0], ports[1]);
        File.WriteAllText(PathOf("conf", "main.cf"), MailServerFiles.MainCf(folder.FullName, ports[2], certificate, key) + "\n");
        File.WriteAllText(PathOf("conf", "master.cf"), MailServerFiles.MasterCf(SmtpPort, ports[2]) + "\n");
        File.WriteAllText(PathOf("conf", "mailboxes"), MailServerFiles.Mailboxes);
        File.WriteAllText(PathOf("conf", "dovecot.conf"), MailServerFiles.DovecotConf(folder.FullName, ImapPort, certificate, key) + "\n");
        File.WriteAllText(PathOf("conf", "users"), $"{User}:{Password}\n");
        var postfix = AccountOf("postfix");
        _ = ChangeOwner(System.Text.Encoding.UTF8.GetBytes(PathOf("data") + "\0"), postfix, -1);
        _ = ChangeOwner(System.Text.Encoding.UTF8.GetBytes(PathOf("queue", "private") + "\0"), postfix, -1);
        _ = ChangeOwner(System.Text.Encoding.UTF8.GetBytes(PathOf("mail") + "\0"), MailServerFiles.MailboxOwner, MailServerFiles.MailboxOwner);
        return ports[2];
    }

    private static List<int> FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    private static int AccountOf(string name) => int.Parse(
        File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Single(fields => fields[0] == name)[2], CultureInfo.InvariantCulture);

    private static bool Listens(int port)
    {
        try
        {
            using var probe = new TcpClient();
            probe.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task WaitAsync(Func<bool> isReady, CancellationToken cancellationToken)
    {
        for (var began = Stopwatch.GetTimestamp(); !isReady();)
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException($"The mail server does not answer: {Log} {(File.Exists(PathOf("dovecot.log")) ? File.ReadAllText(PathOf("dovecot.log")) : "")}");
            }

            await Task.Delay(50, cancellationToken);
        }
    }

    private void Start(string program, params string[] arguments) => daemons.Add(
        Process.Start(Quiet(program, arguments)) ?? throw new InvalidOperationException($"{program} cannot be started; './emulation test' brings it."));

    private static ProcessStartInfo Quiet(string program, params string[] arguments) =>
        new("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]);

    [GeneratedRegex(@"lost connection after ([A-Z-]+)")]
    private static partial Regex LostPeer();

    [GeneratedRegex(@": to=<([^>]+)>.* status=sent")]
    private static partial Regex Copy();

    private string PathOf(params string[] names) => Path.Combine([folder.FullName, .. names]);

    [DllImport("libc", EntryPoint = "chown")]
    private static extern int ChangeOwner(byte[] path, int user, int group);
}
