using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace Emulation.Reports.Delivery;

/// <summary>Hands mails to a mail server, one recipient a message, over TLS only.</summary>
/// <remarks>
/// Until the first byte of the message leaves, every failure is certain and harmless. From then on only an answer of the server is
/// certain; a lost one makes the mail uncertain, because the server may have it (docs/adr/0007-delivery.md).
/// </remarks>
public sealed class SmtpTransport(IOptions<DeliveryOptions> options) : IMailTransport
{
    private readonly SmtpOptions server = options.Value.Server;

    public string Name => DeliveryOptions.Smtp;

    /// <summary>A mail server cannot be asked.</summary>
    public Task<bool?> WasAcceptedAsync(MailKey key, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);

    public async Task<HandOver> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        using var client = new SmtpClient { Timeout = Milliseconds(server.CommandTimeout) };
        if (await ConnectAsync(client, cancellationToken) is { } failure)
        {
            return failure;
        }

        var answer = await SubmitAsync(client, mail);
        await QuitAsync(client);
        return answer;
    }

    /// <summary>Connects and logs in; null if that worked.</summary>
    private async Task<HandOver?> ConnectAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(server.CommandTimeout * 2);
        try
        {
            TrustedAuthority.Apply(client, server);
            var security = server.Security == "SslOnConnect" ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
            await client.ConnectAsync(server.Host, server.Port, security, limit.Token);
            if (server.UserName is { } user)
            {
                await client.AuthenticateAsync(user, server.Password!, limit.Token);
            }

            // BDAT would hide where the message ends; DATA keeps the one ambiguous moment in one place.
            client.Capabilities &= ~SmtpCapabilities.Chunking;
            return null;
        }
        catch (Exception exception) when (IsConnectionFault(exception))
        {
            return new HandOver.Unreachable(OneLine($"{server.Host}:{server.Port}: {exception.Message}"));
        }
    }

    // Not cancelled from outside: cutting a hand-over short would only make its outcome uncertain. Its own limits end it.
    private async Task<HandOver> SubmitAsync(SmtpClient client, OutgoingMail mail)
    {
        using var message = MailMessage.Of(mail);
        var size = MailMessage.BytesOf(mail).Length;
        if (client.MaxSize is > 0 and var most && size > most)
        {
            return new HandOver.Refused($"The mail has {size} bytes; the server takes {most}.");
        }

        var progress = new Progress();
        client.Timeout = Milliseconds(server.FinalTimeout);
        using var limit = new CancellationTokenSource(server.Longest);
        try
        {
            return new HandOver.Accepted(OneLine(await client.SendAsync(message, limit.Token, progress)));
        }
        catch (SmtpCommandException exception)
        {
            var answer = OneLine($"{(int)exception.StatusCode} {exception.Message}");
            return (int)exception.StatusCode >= 500 ? new HandOver.Refused(answer) : new HandOver.Later(answer);
        }
        catch (Exception exception) when (IsConnectionFault(exception))
        {
            return progress.HasBegun
                ? new HandOver.Unknown(OneLine($"The server's answer was lost: {exception.Message}"))
                : new HandOver.Unreachable(OneLine(exception.Message));
        }
    }

    private static async Task QuitAsync(SmtpClient client)
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await client.DisconnectAsync(client.IsConnected, limit.Token);
        }
        catch (Exception exception) when (IsConnectionFault(exception))
        {
            // The mail's fate is settled; how the connection ends changes nothing.
        }
    }

    private static bool IsConnectionFault(Exception exception) => exception
        is SocketException or IOException or ProtocolException or CommandException or SslHandshakeException or AuthenticationException
        or NotSupportedException or ServiceNotConnectedException or ServiceNotAuthenticatedException or OperationCanceledException or TimeoutException;

    private static int Milliseconds(TimeSpan time) => (int)Math.Min(time.TotalMilliseconds, int.MaxValue);

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.Length > 500 ? line[..500] : line;
    }

    /// <summary>Knows whether any byte of the message has left.</summary>
    private sealed class Progress : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
