using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Emulation.TestSupport;

/// <summary>What the mail server does wrong.</summary>
public enum SmtpFault
{
    None,

    /// <summary>Greets, but offers no STARTTLS.</summary>
    NoStartTls,

    /// <summary>Presents a certificate of an authority nobody trusts.</summary>
    UntrustedCertificate,

    /// <summary>Presents a trusted certificate of another host.</summary>
    WrongHostCertificate,

    /// <summary>Presents a certificate of the trusted authority that ended yesterday.</summary>
    ExpiredCertificate,

    /// <summary>Presents a certificate that signed itself.</summary>
    SelfSignedCertificate,

    /// <summary>Presents a trusted certificate that is not meant for servers.</summary>
    ClientCertificate,

    /// <summary>Closes the connection instead of greeting.</summary>
    DropAtGreeting,

    /// <summary>550 to every recipient.</summary>
    RefuseRecipient,

    /// <summary>451 to every recipient (greylisting).</summary>
    PostponeRecipient,

    /// <summary>550 to every sender: the server does not take mails from this office.</summary>
    RefuseSender,

    /// <summary>451 to each recipient's first attempt, then none (greylisting that works).</summary>
    Greylist,

    /// <summary>550 to recipients whose address begins with "bad", none to others.</summary>
    RefuseBadOnes,

    /// <summary>421 to the sender, then closes the connection.</summary>
    BusyAtSender,

    /// <summary>Closes the connection when it is told of a recipient.</summary>
    DropAtRecipient,

    /// <summary>Closes the connection when it is asked for the message, before any byte of it.</summary>
    DropAtData,

    /// <summary>452 after the final dot: certainly not accepted.</summary>
    PostponeMessage,

    /// <summary>554 after the final dot.</summary>
    RefuseMessage,

    /// <summary>Closes the connection in the middle of the message.</summary>
    DropInMessage,

    /// <summary>Takes the message, then closes the connection without an answer.</summary>
    DropAfterFinalDot,

    /// <summary>Takes the message, then says nothing.</summary>
    SilentAfterFinalDot,

    /// <summary>Takes the message, then answers with something that is no answer.</summary>
    NonsenseAfterFinalDot,

    /// <summary>Takes the message, says so, then closes the connection.</summary>
    DropAfterAnswer,

    /// <summary>Takes 200 ms for every answer after TLS.</summary>
    Slow,

    /// <summary>Announces that it takes no more than 1000 bytes.</summary>
    SmallSize,

    /// <summary>Announces that it takes no more than 100,000 bytes.</summary>
    MiddlingSize,
}

/// <summary>A message the server has taken, with or without telling the client.</summary>
public sealed record TakenMessage(string Recipient, string Text);

/// <summary>A real mail server on the loopback, small and made to fail on purpose: TCP, STARTTLS with its own authority, the SMTP dialogue.</summary>
public sealed class FakeSmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly SmtpCertificates certificates = new();
    private readonly ConcurrentQueue<TakenMessage> taken = new();
    private readonly TaskCompletionSource firstTaken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task serving;
    private readonly ConcurrentDictionary<string, bool> greylisted = new();
    private int connections;
    private int open;
    private int mostOpen;
    private int isStopped;

    public FakeSmtpServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>What goes wrong from the next connection on.</summary>
    public SmtpFault Fault { get; set; }

    /// <summary>True: TLS from the first byte, as on port 465.</summary>
    public bool IsTlsFromStart { get; init; }

    /// <summary>The only name and password that may log in, as AUTH PLAIN carries them; null: nobody need log in.</summary>
    public string? Login { get; init; }

    public string Host => "localhost";

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>A PEM file with the server's own authority.</summary>
    public string CertificateAuthority => certificates.AuthorityFile;

    /// <summary>Everything taken so far: what recipients would find in their mailboxes.</summary>
    public IReadOnlyList<TakenMessage> Taken => [.. taken];

    /// <summary>Completes when the first message was taken.</summary>
    public Task FirstTaken => firstTaken.Task;

    public int Connections => connections;

    /// <summary>The most connections that were open at once.</summary>
    public int MostOpen => mostOpen;

    /// <summary>What happens when the server reaches a step of a mail: MAIL, RCPT, DATA, body, dot (taken, not answered), answered.</summary>
    public Action<string>? AtStep { get; set; }

    /// <summary>Commands that came in plain text and were not part of starting TLS: must stay empty.</summary>
    public ConcurrentQueue<string> PlainCommands { get; } = new();

    /// <summary>Stops answering; disposing again does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isStopped, 1) == 1)
        {
            return;
        }

        await stopping.CancelAsync();
        listener.Stop();
        await serving;
        certificates.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var sessions = new List<Task>();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                Interlocked.Increment(ref connections);
                sessions.Add(SessionAsync(client, Fault));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                break;
            }
        }

        await Task.WhenAll(sessions);
    }

    private async Task SessionAsync(TcpClient client, SmtpFault fault)
    {
        using (client)
        {
            try
            {
                InterlockedMax(Interlocked.Increment(ref open));
                await TalkAsync(client, fault);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException or SocketException)
            {
                // The client went away, or did not like our certificate: that is what some tests are about.
            }
            finally
            {
                Interlocked.Decrement(ref open);
            }
        }
    }

    private void InterlockedMax(int now)
    {
        for (var seen = mostOpen; now > seen && Interlocked.CompareExchange(ref mostOpen, now, seen) != seen; seen = mostOpen)
        {
        }
    }

    private async Task TalkAsync(TcpClient client, SmtpFault fault)
    {
        if (fault == SmtpFault.DropAtGreeting)
        {
            return;
        }

        if (IsTlsFromStart)
        {
            await SecureAsync(client, fault, greets: true);
            return;
        }

        var dialogue = new SmtpDialogue(client.GetStream(), stopping.Token);
        await dialogue.SayAsync("220 localhost ESMTP");
        while (await dialogue.HearAsync() is { } command && !command.StartsWith("STARTTLS", StringComparison.OrdinalIgnoreCase))
        {
            if (!command.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase) && !command.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
            {
                PlainCommands.Enqueue(command);
            }

            await dialogue.SayAsync(fault == SmtpFault.NoStartTls ? "250 localhost" : "250-localhost\r\n250 STARTTLS");
        }

        if (fault == SmtpFault.NoStartTls)
        {
            return;
        }

        await dialogue.SayAsync("220 Go ahead");
        await SecureAsync(client, fault, greets: false);
    }

    private async Task SecureAsync(TcpClient client, SmtpFault fault, bool greets)
    {
        await using var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificates.For(fault) }, stopping.Token);
        var dialogue = new SmtpDialogue(tls, stopping.Token);
        if (greets)
        {
            await dialogue.SayAsync("220 localhost ESMTP");
        }

        await MailAsync(dialogue, fault);
    }

    private async Task MailAsync(SmtpDialogue dialogue, SmtpFault fault)
    {
        var recipient = "";
        var isLoggedIn = Login is null;
        while (await dialogue.HearAsync() is { } command)
        {
            var verb = command.Split(' ')[0].ToUpperInvariant();
            if (fault == SmtpFault.Slow)
            {
                await Task.Delay(200, stopping.Token);
            }

            switch (verb)
            {
                case "EHLO":
                    await dialogue.SayAsync($"250-localhost\r\n250-8BITMIME\r\n{(Login is null ? "" : "250-AUTH PLAIN\r\n")}250 SIZE {SizeOf(fault)}");
                    break;
                case "AUTH":
                    isLoggedIn = command.Split(' ')[^1] == Login;
                    await dialogue.SayAsync(isLoggedIn ? "235 2.7.0 Welcome" : "535 5.7.8 Wrong name or password");
                    break;
                case "MAIL" when !isLoggedIn:
                    await dialogue.SayAsync("530 5.7.0 Log in first");
                    break;
                case "MAIL" when fault is SmtpFault.RefuseSender or SmtpFault.BusyAtSender:
                    await dialogue.SayAsync(fault == SmtpFault.RefuseSender ? "550 5.7.1 Sender rejected" : "421 4.3.2 Too busy");
                    if (fault == SmtpFault.BusyAtSender)
                    {
                        return;
                    }

                    break;
                case "RCPT" when fault == SmtpFault.DropAtRecipient:
                case "DATA" when fault == SmtpFault.DropAtData:
                    return;
                case "RCPT":
                    AtStep?.Invoke(verb);
                    recipient = command.Split('<', '>')[1];
                    await dialogue.SayAsync(AnswerTo(recipient, fault));
                    break;
                case "DATA":
                    AtStep?.Invoke(verb);
                    if (!await DataAsync(dialogue, recipient, fault))
                    {
                        return;
                    }

                    break;
                case "QUIT":
                    await dialogue.SayAsync("221 Bye");
                    return;
                default:
                    AtStep?.Invoke(verb);
                    await dialogue.SayAsync("250 OK");
                    break;
            }
        }
    }

    private static int SizeOf(SmtpFault fault) => fault switch
    {
        SmtpFault.SmallSize => 1000,
        SmtpFault.MiddlingSize => 100_000,
        _ => 30_000_000,
    };

    private string AnswerTo(string recipient, SmtpFault fault) => fault switch
    {
        SmtpFault.RefuseRecipient => "550 5.1.1 No such mailbox",
        SmtpFault.RefuseBadOnes when recipient.StartsWith("bad", StringComparison.Ordinal) => "550 5.1.1 No such mailbox",
        SmtpFault.PostponeRecipient => "451 4.7.1 Greylisted, come back later",
        SmtpFault.Greylist when greylisted.TryAdd(recipient, true) => "451 4.7.1 Greylisted, come back later",
        _ => "250 OK",
    };

    /// <summary>Takes a message; false if the connection is to be dropped.</summary>
    private async Task<bool> DataAsync(SmtpDialogue dialogue, string recipient, SmtpFault fault)
    {
        await dialogue.SayAsync("354 Go ahead");
        var text = new StringBuilder();
        while (await dialogue.HearAsync() is { } line && line != ".")
        {
            text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
            if (fault == SmtpFault.DropInMessage)
            {
                return false;
            }

            if (text.Length < 200)
            {
                AtStep?.Invoke("body");
            }
        }

        if (fault is SmtpFault.PostponeMessage or SmtpFault.RefuseMessage)
        {
            await dialogue.SayAsync(fault == SmtpFault.PostponeMessage ? "452 4.3.1 Out of storage, try later" : "554 5.7.1 Message refused");
            return true;
        }

        taken.Enqueue(new TakenMessage(recipient, text.ToString()));
        firstTaken.TrySetResult();
        AtStep?.Invoke("dot");
        if (fault == SmtpFault.SilentAfterFinalDot)
        {
            await Task.Delay(Timeout.Infinite, stopping.Token);
        }

        if (fault == SmtpFault.DropAfterFinalDot)
        {
            return false;
        }

        await dialogue.SayAsync(fault == SmtpFault.NonsenseAfterFinalDot ? "Thank you" : "250 2.0.0 Queued as 1");
        AtStep?.Invoke("answered");
        return fault != SmtpFault.DropAfterAnswer;
    }
}
