using Emulation.Plan;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Emulation.Reports.Delivery;

/// <summary>One connection to the mail server, kept for several mails as long as every outcome was certain.</summary>
/// <remarks>
/// Until the first byte of a message leaves, every failure is certain and harmless. From then on only an answer of the server is
/// certain; a lost one makes the mail uncertain, because the server may have it (docs/adr/0007-delivery.md).
/// </remarks>
internal sealed class SmtpSession(DeliveryOptions settings, MailSignature? signature) : IMailSession
{
    /// <summary>Mails after which a fresh connection is opened: servers limit them.</summary>
    private const int MailsPerConnection = 50;

    private readonly SmtpOptions server = settings.Server;
    private SmtpClient? client;
    private int sent;

    public async Task<HandOver> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var isReused = client is { IsConnected: true };
        var answer = await ConnectAsync(cancellationToken) ?? await SubmitAsync(mail);
        if (isReused && answer is HandOver.Unreachable)
        {
            // The server closed an idle connection before any byte of this mail left.
            await CloseAsync();
            answer = await ConnectAsync(cancellationToken) ?? await SubmitAsync(mail);
        }

        if (answer is HandOver.Unknown or HandOver.Unreachable || ++sent >= MailsPerConnection)
        {
            await CloseAsync();
        }

        return answer;
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    /// <summary>Connects and logs in unless a connection stands; null if that worked.</summary>
    private async Task<HandOver?> ConnectAsync(CancellationToken cancellationToken)
    {
        if (client is { IsConnected: true })
        {
            return null;
        }

        await CloseAsync();
        client = new SmtpClient { Timeout = Milliseconds(server.CommandTimeout) };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(server.CommandTimeout * 2);
        try
        {
            TrustedAuthority.Apply(client, server.CertificateAuthority, server.CheckRevocation);
            await client.ConnectAsync(server.Host, server.Port, TrustedAuthority.SecurityOf(server.Security), limit.Token);
            if (server.UserName is { } user)
            {
                await client.AuthenticateAsync(user, server.Password!, limit.Token);
            }

            // BDAT would hide where the message ends; DATA keeps the one ambiguous moment in one place.
            client.Capabilities &= ~SmtpCapabilities.Chunking;
            FailPoint.Reach("smtp-connected");
            return null;
        }
        catch (Exception exception) when (ConnectionFaults.Is(exception))
        {
            return new HandOver.Unreachable(ConnectionFaults.OneLine($"{server.Host}:{server.Port}: {exception.Message}"));
        }
    }

    // Not cancelled from outside: cutting a hand-over short would only make its outcome uncertain. Its own limits end it.
    private async Task<HandOver> SubmitAsync(OutgoingMail mail)
    {
        var fitted = FittedMail.Of(mail, Most(client!));
        if (fitted is null)
        {
            return new HandOver.Refused($"The mail is larger than the {Most(client!)} bytes the server takes, even without its files.");
        }

        using var message = MailMessage.Of(fitted.Mail, signature);
        var progress = new Progress();
        client!.Timeout = Milliseconds(server.FinalTimeout);
        using var limit = new CancellationTokenSource(server.Longest);
        try
        {
            var answer = await client.SendAsync(message, limit.Token, progress);
            FailPoint.Reach("smtp-answered");
            return new HandOver.Accepted(ConnectionFaults.OneLine(fitted.LeftOut.Count == 0 ? answer : $"{answer} (left out, too large: {string.Join(", ", fitted.LeftOut)})"));
        }
        catch (SmtpCommandException exception)
        {
            return Said(exception);
        }
        catch (Exception exception) when (ConnectionFaults.Is(exception))
        {
            return progress.HasBegun
                ? new HandOver.Unknown(ConnectionFaults.OneLine($"The server's answer was lost: {exception.Message}"))
                : new HandOver.Unreachable(ConnectionFaults.OneLine(exception.Message));
        }
    }

    /// <summary>What an answer of the server means. A no to the sender is about this office, not about the recipient: all mails would fare the same until somebody mends it.</summary>
    private static HandOver Said(SmtpCommandException exception)
    {
        var (code, answer) = ((int)exception.StatusCode, ConnectionFaults.OneLine($"{(int)exception.StatusCode} {exception.Message}"));
        var isAboutUs = exception.ErrorCode == SmtpErrorCode.SenderNotAccepted && exception.StatusCode != SmtpStatusCode.ExceededStorageAllocation;
        return (code >= 500, isAboutUs) switch
        {
            (true, true) => new HandOver.Unreachable($"The server does not take mails from us: {answer}"),
            (true, false) => new HandOver.Refused(answer),
            _ => new HandOver.Later(answer),
        };
    }

    /// <summary>The smaller of what the server announced and what the office set; null if neither did.</summary>
    private long? Most(SmtpClient connected) =>
        (connected.MaxSize, settings.LargestMail) switch
        {
            ( > 0 and var announced, { } chosen) => Math.Min(announced, chosen),
            ( > 0 and var announced, null) => announced,
            (_, var chosen) => chosen,
        };

    private async Task CloseAsync()
    {
        if (client is null)
        {
            return;
        }

        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await client.DisconnectAsync(client.IsConnected, limit.Token);
        }
        catch (Exception exception) when (ConnectionFaults.Is(exception))
        {
            // The fate of every mail is settled; how the connection ends changes nothing.
        }
        finally
        {
            client.Dispose();
            (client, sent) = (null, 0);
        }
    }

    private static int Milliseconds(TimeSpan time) => (int)Math.Min(time.TotalMilliseconds, int.MaxValue);

    /// <summary>Knows whether any byte of the message has left.</summary>
    private sealed class Progress : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Report(bytesTransferred);

        public void Report(long bytesTransferred)
        {
            if (!HasBegun)
            {
                HasBegun = true;
                FailPoint.Reach("smtp-message-begun");
            }
        }
    }
}
