using Emulation.Reports.Delivery;
using Emulation.TestSupport;
using MimeKit;

namespace Emulation.Reports.Tests.Delivery.RealServer;

/// <summary>Deliveries and bounces through Debian's postfix and dovecot, the programs offices run: submission with STARTTLS and a login, IMAP over TLS.</summary>
public sealed class RealMailServerTests : IAsyncLifetime
{
    private RealMailServer server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(!RealMailServer.IsRoot, "Only root can let postfix and dovecot change to accounts of their own.");
        server = await RealMailServer.StartAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Drain_OverPostfix_PutsOneCopyIntoEveryMailboxAndRefusesUnknownOnes()
    {
        await using var room = await RoomAsync();
        string[] boxes = [.. Enumerable.Range(1, 12).Select(number => $"nguoi-nhan-{number}")];
        await room.QueueAsync(Cancellation, [.. boxes.Append("bad").Select(box => box + "@stp.example")]);

        var drained = await Task.WhenAll(room.DrainAsync(Cancellation), room.DrainAsync(Cancellation));
        foreach (var box in boxes)
        {
            await server.WaitForMailsAsync(box, 1, Cancellation);
        }

        Assert.Equal((12, 1), (drained.Sum(one => one.Accepted), drained.Sum(one => one.Refused)));
        Assert.All(boxes, box => Assert.Single(server.MailsOf(box)));
        Assert.Contains("550 5.1.1", await room.ScalarAsync<string>("select last_answer from emulation.deliveries where state = 'refused'", Cancellation), StringComparison.Ordinal);
        // The ledger keeps the queue number by which postfix knows the mail.
        foreach (var answer in (await room.ScalarAsync<string>("select string_agg(last_answer, ';') from emulation.deliveries where state = 'accepted'", Cancellation)).Split(';'))
        {
            Assert.Contains(answer.Split(' ')[^1] + ": to=<", server.Log, StringComparison.Ordinal);
        }

        Assert.Empty(await DeliveryInvariants.FaultsAsync(room.Results.Database.DataSource, Cancellation));
    }

    [Fact]
    public async Task Drain_WithAWrongPasswordOrAnUntrustedAuthority_WaitsAndHandsNothingOver()
    {
        await WaitsAsync([new("Delivery:Server:Password", "sai")]);
        await WaitsAsync([new("Delivery:Server:CertificateAuthority", null)]);

        Assert.Empty(server.MailsOf("a"));
        Assert.DoesNotContain("to=<a@stp.example>", server.Log, StringComparison.Ordinal);
    }

    // Postfix says no to the recipient of a stranger, for good; nothing leaves, and the owner is told.
    [Fact]
    public async Task Drain_WithoutALogin_IsRefused()
    {
        await using var room = await RoomAsync(new("Delivery:Server:UserName", null), new("Delivery:Server:Password", null));
        await room.QueueAsync(Cancellation, "a@stp.example");

        await room.DrainAsync(Cancellation);

        Assert.Equal("refused 1", await room.StatesAsync(Cancellation));
        Assert.Empty(server.MailsOf("a"));
    }

    [Fact]
    public async Task Send_AFileLargerThanPostfixTakes_ArrivesWithoutIt()
    {
        await using var room = await RoomAsync();
        var mail = SomeMail.Report() with { Address = "lon@stp.example", Files = [new MailFile("lon.xlsx", "application/octet-stream", new byte[MailServerFiles.SizeLimit])] };

        var answer = await room.Results.Get<IMailTransport>().SendAsync(mail, Cancellation);
        await server.WaitForMailsAsync("lon", 1, Cancellation);

        Assert.Contains("left out, too large: lon.xlsx", Assert.IsType<HandOver.Accepted>(answer).Answer, StringComparison.Ordinal);
        using var arrived = await MimeMessage.LoadAsync(Assert.Single(server.MailsOf("lon")), Cancellation);
        Assert.Empty(arrived.Attachments);
        Assert.StartsWith("Tệp lon.xlsx quá lớn", arrived.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bounce_OfAMailThatWasAccepted_IsFoundOnceToldOnceAndLeftInTheMailbox()
    {
        await using var room = await RoomAsync();
        await room.QueueAsync(Cancellation, "mat-hop-thu@away.example");
        await QueueOrdinaryMailAsync(room);
        await room.DrainAsync(Cancellation);
        await server.WaitForMailsAsync(RealMailServer.User, 2, Cancellation);
        Assert.Equal("accepted 2", await room.StatesAsync(Cancellation));

        var first = await room.Results.Get<ReadBounces>().RunAsync(Cancellation);
        var second = await room.Results.Get<ReadBounces>().RunAsync(Cancellation);

        Assert.Equal((new ReadMailbox(1, 1), new ReadMailbox(0, 0)), (first, second));
        Assert.Equal("accepted 1, bounced 1", await room.StatesAsync(Cancellation));
        Assert.Contains("554 5.7.1", await room.ScalarAsync<string>("select last_answer from emulation.deliveries where state = 'bounced'", Cancellation), StringComparison.Ordinal);
        // Nothing was marked as read or moved: a person finds the mailbox as it was.
        Assert.Equal(2, server.MailsOf(RealMailServer.User).Count);

        await room.Results.Get<TellOfStoppedMails>().RunAsync("chu@stp.example", Cancellation);
        await room.Results.Get<TellOfStoppedMails>().RunAsync("chu@stp.example", Cancellation);
        await room.DrainAsync(Cancellation);
        await server.WaitForMailsAsync("chu", 1, Cancellation);
        using var told = await MimeMessage.LoadAsync(Assert.Single(server.MailsOf("chu")), Cancellation);
        Assert.Contains("mat-hop-thu@away.example", told.TextBody, StringComparison.Ordinal);
        Assert.Contains("đã bị trả lại", told.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bounce_WhenTheMailboxForgetsItsNumbers_DoesNotCountTwice()
    {
        await using var room = await RoomAsync();
        await room.QueueAsync(Cancellation, "mat-hop-thu@away.example");
        await room.DrainAsync(Cancellation);
        await server.WaitForMailsAsync(RealMailServer.User, 1, Cancellation);
        await room.Results.Get<ReadBounces>().RunAsync(Cancellation);
        var id = await room.ScalarAsync<long>("select delivery_id from emulation.deliveries", Cancellation);
        await room.Results.Get<DecideDelivery>().RunAsync(id, DeliveryDecision.Arrived, "x", "x", Cancellation);
        await room.ScalarAsync<string>("update emulation.deliveries set state = 'accepted' returning state", Cancellation);
        await room.ScalarAsync<long>("update emulation.bounce_mailboxes set uid_validity = 1 returning last_uid", Cancellation);

        var again = await room.Results.Get<ReadBounces>().RunAsync(Cancellation);

        Assert.Equal(new ReadMailbox(0, 1), again);
        Assert.Equal("accepted 1", await room.StatesAsync(Cancellation));
    }

    [Theory]
    [InlineData("Delivery:Bounces:Password", "sai")]
    [InlineData("Delivery:Bounces:CertificateAuthority", null)]
    [InlineData("Delivery:Bounces:Port", "1")]
    public async Task Bounces_OfAMailboxThatCannotBeRead_SayWhyAndChangeNothing(string key, string? value)
    {
        await using var room = await RoomAsync(new KeyValuePair<string, string?>(key, value));

        var fault = await Assert.ThrowsAsync<IOException>(() => room.Results.Get<ReadBounces>().RunAsync(Cancellation));

        Assert.StartsWith("The bounce mailbox localhost:", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sai", fault.Message, StringComparison.Ordinal);
    }

    private async Task WaitsAsync(KeyValuePair<string, string?>[] settings)
    {
        await using var room = await RoomAsync(settings);
        await room.QueueAsync(Cancellation, "a@stp.example");

        await room.DrainAsync(Cancellation);

        Assert.Equal("queued 1", await room.StatesAsync(Cancellation));
    }

    /// <summary>A mail that is no bounce, in the mailbox of bounces.</summary>
    private static Task QueueOrdinaryMailAsync(MailRoom room) => room.QueueAsync(Cancellation, $"{RealMailServer.User}@stp.example");

    private Task<MailRoom> RoomAsync(params KeyValuePair<string, string?>[] settings) => server.OpenRoomAsync(Cancellation, settings);
}
