using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Emulation.Benchmarks.Hosting;

/// <summary>A mail server on the loopback that takes every mail over STARTTLS and keeps none, as quickly as it can.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private static readonly byte[] EndOfMessage = "\r\n.\r\n"u8.ToArray();

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly X509Certificate2 certificate = Certificate();
    private readonly Task serving;
    private int taken;

    public MailSink(string folder)
    {
        CertificateAuthority = Path.Combine(folder, "mail-authority.pem");
        File.WriteAllText(CertificateAuthority, certificate.ExportCertificatePem());
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>A PEM file to trust the server by.</summary>
    public string CertificateAuthority { get; }

    public int Taken => taken;

    public bool IsOurs(X509Certificate? presented) => presented is not null && certificate.GetRawCertData().AsSpan().SequenceEqual(presented.GetRawCertData());

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await serving;
        certificate.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
            {
                sessions.Add(SessionAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task SessionAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                var plain = client.GetStream();
                await SayAsync(plain, "220 localhost ESMTP");
                await TalkAsync(plain, "250-localhost\r\n250 STARTTLS");
                await using var tls = new SslStream(plain);
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stopping.Token);
                await TalkAsync(tls, "250-localhost\r\n250-8BITMIME\r\n250 SIZE 30000000");
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException)
            {
                // The client went away.
            }
        }
    }

    /// <summary>Answers until TLS is to begin or the client leaves.</summary>
    private async Task TalkAsync(Stream stream, string hello)
    {
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, stopping.Token) is var read and > 0)
        {
            foreach (var command in Encoding.ASCII.GetString(buffer, 0, read).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
            {
                switch (command[..Math.Min(4, command.Length)].ToUpperInvariant())
                {
                    case "EHLO":
                        await SayAsync(stream, hello);
                        break;
                    case "STAR":
                        await SayAsync(stream, "220 Go ahead");
                        return;
                    case "DATA":
                        await SayAsync(stream, "354 Go ahead");
                        await SwallowAsync(stream, buffer);
                        await SayAsync(stream, "250 2.0.0 Queued");
                        break;
                    case "QUIT":
                        await SayAsync(stream, "221 Bye");
                        return;
                    default:
                        await SayAsync(stream, "250 OK");
                        break;
                }
            }
        }
    }

    private async Task SwallowAsync(Stream stream, byte[] buffer)
    {
        var tail = Array.Empty<byte>();
        while (await stream.ReadAsync(buffer, stopping.Token) is var read and > 0)
        {
            byte[] seen = [.. tail, .. buffer.AsSpan(Math.Max(0, read - EndOfMessage.Length), Math.Min(read, EndOfMessage.Length))];
            if (seen.AsSpan().EndsWith(EndOfMessage))
            {
                Interlocked.Increment(ref taken);
                return;
            }

            tail = seen.Length > EndOfMessage.Length ? seen[^EndOfMessage.Length..] : seen;
        }
    }

    private Task SayAsync(Stream stream, string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stopping.Token).AsTask();

    private static X509Certificate2 Certificate()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
    }
}
