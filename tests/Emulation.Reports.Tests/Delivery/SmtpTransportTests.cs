using System.Text;
using Emulation.Reports.Delivery;
using Emulation.TestSupport;
using Microsoft.Extensions.Options;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>Every way a mail server can fail, against a real one on the loopback: what we believe must never be more than what is certain.</summary>
public sealed class SmtpTransportTests : IAsyncLifetime
{
    private readonly FakeSmtpServer server = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Send_ToAWorkingServer_DeliversOnceOverTls()
    {
        var answer = await SendAsync();

        Assert.Equal(new HandOver.Accepted("2.0.0 Queued as 1"), answer);
        var taken = Assert.Single(server.Taken);
        Assert.Equal("lanhdao@stp.example", taken.Recipient);
        Assert.Contains("Message-Id: <report.1@stp.example>", taken.Text, StringComparison.Ordinal);
        Assert.Empty(server.PlainCommands);
    }

    // fault                              outcome        copies in the mailbox
    [Theory]
    [InlineData(SmtpFault.NoStartTls, "Unreachable", 0)]
    [InlineData(SmtpFault.UntrustedCertificate, "Unreachable", 0)]
    [InlineData(SmtpFault.WrongHostCertificate, "Unreachable", 0)]
    [InlineData(SmtpFault.ExpiredCertificate, "Unreachable", 0)]
    [InlineData(SmtpFault.SelfSignedCertificate, "Unreachable", 0)]
    [InlineData(SmtpFault.ClientCertificate, "Unreachable", 0)]
    [InlineData(SmtpFault.DropAtGreeting, "Unreachable", 0)]
    [InlineData(SmtpFault.RefuseSender, "Unreachable", 0)]
    [InlineData(SmtpFault.BusyAtSender, "Later", 0)]
    [InlineData(SmtpFault.DropAtRecipient, "Unreachable", 0)]
    [InlineData(SmtpFault.DropAtData, "Unreachable", 0)]
    [InlineData(SmtpFault.RefuseRecipient, "Refused", 0)]
    [InlineData(SmtpFault.PostponeRecipient, "Later", 0)]
    [InlineData(SmtpFault.PostponeMessage, "Later", 0)]
    [InlineData(SmtpFault.RefuseMessage, "Refused", 0)]
    [InlineData(SmtpFault.DropInMessage, "Unknown", 0)]
    [InlineData(SmtpFault.DropAfterFinalDot, "Unknown", 1)]
    [InlineData(SmtpFault.SilentAfterFinalDot, "Unknown", 1)]
    [InlineData(SmtpFault.NonsenseAfterFinalDot, "Unknown", 1)]
    [InlineData(SmtpFault.DropAfterAnswer, "Accepted", 1)]
    [InlineData(SmtpFault.SmallSize, "Refused", 0)]
    public async Task Send_ToAFailingServer_SaysWhatIsCertain(SmtpFault fault, string outcome, int copies)
    {
        server.Fault = fault;

        var answer = await SendAsync(finalTimeout: fault == SmtpFault.SilentAfterFinalDot ? TimeSpan.FromMilliseconds(500) : null);

        Assert.Equal(outcome, answer.GetType().Name);
        Assert.Equal(copies, server.Taken.Count);
        Assert.Empty(server.PlainCommands);
    }

    [Theory]
    [InlineData(SmtpFault.None, "Accepted", 1)]
    [InlineData(SmtpFault.UntrustedCertificate, "Unreachable", 0)]
    [InlineData(SmtpFault.WrongHostCertificate, "Unreachable", 0)]
    public async Task Send_OverTlsFromTheStart_ChecksTheCertificateToo(SmtpFault fault, string outcome, int copies)
    {
        await using var tls = new FakeSmtpServer { IsTlsFromStart = true, Fault = fault };

        var answer = await Transport(Settings(tls) with { Security = "SslOnConnect" }).SendAsync(SomeMail.Report(), Cancellation);

        Assert.Equal(outcome, answer.GetType().Name);
        Assert.Equal(copies, tls.Taken.Count);
    }

    // A wrong password is the administrator's to mend: the mail waits, it is not lost.
    [Theory]
    [InlineData("đúng-mật-khẩu", "Accepted", 1)]
    [InlineData("sai", "Unreachable", 0)]
    public async Task Send_WithALogin_LogsInOverTls(string password, string outcome, int copies)
    {
        var login = Convert.ToBase64String(Encoding.UTF8.GetBytes("\0thidua\0đúng-mật-khẩu"));
        await using var guarded = new FakeSmtpServer { Login = login };

        var answer = await Transport(Settings(guarded) with { UserName = "thidua", Password = password }).SendAsync(SomeMail.Report(), Cancellation);

        Assert.Equal(outcome, answer.GetType().Name);
        Assert.Equal(copies, guarded.Taken.Count);
        Assert.DoesNotContain(password, answer.Answer, StringComparison.Ordinal);
        Assert.Empty(guarded.PlainCommands);
    }

    [Fact]
    public async Task Send_SeveralInOneSession_UsesOneConnection()
    {
        await using (var session = Transport(null, server.CertificateAuthority).Open())
        {
            for (var number = 1; number <= 5; number++)
            {
                Assert.IsType<HandOver.Accepted>(await session.SendAsync(SomeMail.Report() with { MessageId = $"report.{number}@stp.example" }, Cancellation));
            }
        }

        Assert.Equal((5, 1), (server.Taken.Count, server.Connections));
    }

    // The server closed the connection between two mails: certain, so the second is sent over a new one.
    [Fact]
    public async Task Send_AfterTheServerClosedTheIdleConnection_ConnectsAgain()
    {
        server.Fault = SmtpFault.DropAfterAnswer;
        await using var session = Transport(null, server.CertificateAuthority).Open();

        var answers = new[] { await session.SendAsync(SomeMail.Report(), Cancellation), await session.SendAsync(SomeMail.Report() with { MessageId = "report.2@stp.example" }, Cancellation) };

        Assert.All(answers, answer => Assert.IsType<HandOver.Accepted>(answer));
        Assert.Equal((2, 2), (server.Taken.Count, server.Connections));
    }

    // After a lost answer the connection is not trusted with another mail.
    [Fact]
    public async Task Send_AfterALostAnswer_UsesANewConnectionForTheNextMail()
    {
        server.Fault = SmtpFault.NonsenseAfterFinalDot;
        await using var session = Transport(null, server.CertificateAuthority).Open();
        Assert.IsType<HandOver.Unknown>(await session.SendAsync(SomeMail.Report(), Cancellation));
        server.Fault = SmtpFault.None;

        Assert.IsType<HandOver.Accepted>(await session.SendAsync(SomeMail.Report() with { MessageId = "report.2@stp.example" }, Cancellation));

        Assert.Equal((2, 2), (server.Taken.Count, server.Connections));
    }

    [Fact]
    public async Task Send_WithFilesLargerThanTheServerTakes_LeavesOutTheLargestAndSaysWhereItIs()
    {
        server.Fault = SmtpFault.MiddlingSize;
        var (large, small) = (new MailFile("lon.xlsx", "application/octet-stream", new byte[90_000]), new MailFile("nho.csv", "text/csv", new byte[20_000]));
        var mail = SomeMail.Report() with { Files = [large, small], FilesAt = "https://thidua.stp.example/bao-cao/7" };

        var answer = await Transport(null, server.CertificateAuthority).SendAsync(mail, Cancellation);

        Assert.Equal("2.0.0 Queued as 1 (left out, too large: lon.xlsx)", Assert.IsType<HandOver.Accepted>(answer).Answer);
        using var taken = await MimeKit.MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(Assert.Single(server.Taken).Text)), Cancellation);
        Assert.Equal(["nho.csv"], taken.Attachments.Select(file => file.ContentDisposition?.FileName));
        const string says = "Tệp lon.xlsx quá lớn đối với máy chủ thư nên không gửi kèm. Xin tải tại https://thidua.stp.example/bao-cao/7.";
        Assert.StartsWith(says, taken.TextBody, StringComparison.Ordinal);
        Assert.Contains(says, System.Net.WebUtility.HtmlDecode(taken.HtmlBody), StringComparison.Ordinal);
        Assert.True(server.Taken[0].Text.Length < 100_000);
    }

    [Fact]
    public async Task Send_ToNobody_IsUnreachable()
    {
        await server.DisposeAsync();

        Assert.IsType<HandOver.Unreachable>(await SendAsync(authority: null));
    }

    [Fact]
    public async Task Send_WithoutTheOfficesAuthority_TrustsNobody()
    {
        Assert.IsType<HandOver.Unreachable>(await SendAsync(authority: null));
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task Send_CancelledBeforeConnecting_IsUnreachableAndNothingLeft()
    {
        var transport = Transport(null, server.CertificateAuthority);

        Assert.IsType<HandOver.Unreachable>(await transport.SendAsync(SomeMail.Report(), new CancellationToken(canceled: true)));
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task WasAccepted_OfAMailServer_CannotBeKnown() =>
        Assert.Null(await Transport(null, server.CertificateAuthority).WasAcceptedAsync(SomeMail.Report().Key, Cancellation));

    private Task<HandOver> SendAsync(TimeSpan? finalTimeout = null) => SendAsync(server.CertificateAuthority, finalTimeout);

    private Task<HandOver> SendAsync(string? authority, TimeSpan? finalTimeout = null) =>
        Transport(finalTimeout, authority).SendAsync(SomeMail.Report(), Cancellation);

    private SmtpTransport Transport(TimeSpan? finalTimeout, string? authority) =>
        Transport(Settings(server) with { CertificateAuthority = authority, FinalTimeout = finalTimeout ?? TimeSpan.FromSeconds(30) });

    private static SmtpTransport Transport(SmtpOptions settings) =>
        new(Options.Create(new DeliveryOptions { Transport = DeliveryOptions.Smtp, Server = settings }));

    private static SmtpOptions Settings(FakeSmtpServer server) => new()
    {
        Host = server.Host,
        Port = server.Port,
        CertificateAuthority = server.CertificateAuthority,
        CheckRevocation = false,
        FinalTimeout = TimeSpan.FromSeconds(30),
        CommandTimeout = TimeSpan.FromSeconds(10),
    };
}
