using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>A mail server that misbehaves in every way of F44 to F49, one test each: nobody gets two copies, and what is not certain is called uncertain.</summary>
public sealed class MisbehavingServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task F44_NoStartTls_WaitsAndNeverFallsBackToPlainText() => WaitsThenArrivesAsync(SmtpFault.NoStartTls);

    [Fact]
    public Task F44_CertificateOfAnUnknownAuthority_Waits() => WaitsThenArrivesAsync(SmtpFault.UntrustedCertificate);

    [Fact]
    public Task F44_CertificateOfAnotherHost_Waits() => WaitsThenArrivesAsync(SmtpFault.WrongHostCertificate);

    [Fact]
    public Task F44_CertificateThatExpired_Waits() => WaitsThenArrivesAsync(SmtpFault.ExpiredCertificate);

    [Fact]
    public Task F44_CertificateThatSignedItself_Waits() => WaitsThenArrivesAsync(SmtpFault.SelfSignedCertificate);

    [Fact]
    public Task F44_CertificateThatIsNotForServers_Waits() => WaitsThenArrivesAsync(SmtpFault.ClientCertificate);

    [Fact]
    public Task F44_ConnectionClosedAtOnce_Waits() => WaitsThenArrivesAsync(SmtpFault.DropAtGreeting);

    [Fact]
    public async Task F44_NobodyListens_Waits()
    {
        await using var room = await MailRoom.OpenAsync("smtp", "@stp.example", [new("Delivery:Server:Port", "1")], Cancellation);
        await room.QueueAsync(Cancellation, "a@stp.example");

        await room.DrainAsync(Cancellation);

        Assert.Equal("queued 1", await room.StatesAsync(Cancellation));
    }

    [Fact]
    public async Task F44_HostWithoutAnAddress_Waits()
    {
        await using var room = await MailRoom.OpenAsync("smtp", "@stp.example", [new("Delivery:Server:Host", "no-such-host.invalid")], Cancellation);
        await room.QueueAsync(Cancellation, "a@stp.example");

        await room.DrainAsync(Cancellation);

        Assert.Equal("queued 1", await room.StatesAsync(Cancellation));
    }

    [Fact]
    public Task F44_ServerThatIsBusy_Waits() => WaitsThenArrivesAsync(SmtpFault.BusyAtSender);

    // All recipients would be refused for a fault of ours: they wait until it is mended.
    [Fact]
    public Task F44_ServerThatRefusesTheSender_Waits() => WaitsThenArrivesAsync(SmtpFault.RefuseSender);

    [Fact]
    public Task F45_DroppedAtTheRecipient_Waits() => WaitsThenArrivesAsync(SmtpFault.DropAtRecipient);

    [Fact]
    public Task F45_DroppedBeforeTheFirstByte_Waits() => WaitsThenArrivesAsync(SmtpFault.DropAtData);

    [Fact]
    public Task F45_DroppedInTheMessage_IsUncertain() => StaysUncertainAsync(SmtpFault.DropInMessage, copies: 0);

    [Fact]
    public Task F45_DroppedAfterTheFinalDot_IsUncertain() => StaysUncertainAsync(SmtpFault.DropAfterFinalDot, copies: 1);

    [Fact]
    public Task F46_SilentAfterTheFinalDot_IsUncertain() => StaysUncertainAsync(SmtpFault.SilentAfterFinalDot, copies: 1);

    [Fact]
    public Task F46_NonsenseAfterTheFinalDot_IsUncertain() => StaysUncertainAsync(SmtpFault.NonsenseAfterFinalDot, copies: 1);

    [Fact]
    public async Task F46_DroppedAfterTheAnswer_IsAccepted()
    {
        await using var room = await FailingAsync(SmtpFault.DropAfterAnswer);

        Assert.Equal("accepted 1", await room.StatesAsync(Cancellation));
        Assert.Single(room.Server.Taken);
    }

    [Fact]
    public Task F47_LaterAfterTheMessage_Waits() => WaitsThenArrivesAsync(SmtpFault.PostponeMessage);

    [Fact]
    public async Task F47_Greylisting_IsTriedAgainForThoseRecipientsAloneUnderTheSameMessageId()
    {
        await using var room = await MailRoom.OpenAsync("smtp", Cancellation);
        await room.QueueAsync(Cancellation, "a@stp.example", "b@stp.example");
        room.Server.Fault = SmtpFault.Greylist;
        await room.DrainAsync(Cancellation);
        Assert.Equal("queued 2", await room.StatesAsync(Cancellation));
        var before = await room.ScalarAsync<string>("select string_agg(message_id, ' ' order by delivery_id) from emulation.deliveries", Cancellation);

        room.Results.Clock.Advance(TimeSpan.FromMinutes(1));
        await room.DrainAsync(Cancellation);

        Assert.Equal("accepted 2", await room.StatesAsync(Cancellation));
        Assert.Equal(["a@stp.example", "b@stp.example"], room.Server.Taken.Select(mail => mail.Recipient).Order());
        Assert.Equal(before, await room.ScalarAsync<string>("select string_agg(message_id, ' ' order by delivery_id) from emulation.deliveries", Cancellation));
    }

    [Fact]
    public async Task F48_OneBadRecipientOfMany_StopsNobodyElse()
    {
        await using var room = await MailRoom.OpenAsync("smtp", Cancellation);
        await room.QueueAsync(Cancellation, "a@stp.example", "bad@stp.example", "c@stp.example");
        room.Server.Fault = SmtpFault.RefuseBadOnes;

        await room.DrainAsync(Cancellation);
        room.Results.Clock.Advance(TimeSpan.FromDays(2));
        await room.DrainAsync(Cancellation);

        Assert.Equal("accepted 2, refused 1", await room.StatesAsync(Cancellation));
        Assert.Equal(["a@stp.example", "c@stp.example"], room.Server.Taken.Select(mail => mail.Recipient).Order());
    }

    [Fact]
    public async Task F49_SlowServer_GetsEveryMailOnceOverNoMoreConnectionsThanAllowed()
    {
        await using var room = await MailRoom.OpenAsync("smtp", "@stp.example", [new("Delivery:Parallel", "3")], Cancellation);
        string[] addresses = [.. Enumerable.Range(1, 9).Select(number => $"nguoi-nhan-{number}@stp.example")];
        await room.QueueAsync(Cancellation, addresses);
        room.Server.Fault = SmtpFault.Slow;

        await room.DrainAsync(Cancellation);

        Assert.Equal(addresses.Order(), room.Server.Taken.Select(mail => mail.Recipient).Order());
        Assert.InRange(room.Server.MostOpen, 1, 3);
    }

    [Fact]
    public async Task F49_LimitPerMinute_SendsSoManyAndTheRestLater()
    {
        await using var room = await MailRoom.OpenAsync("smtp", "@stp.example", [new("Delivery:MailsPerMinute", "4")], Cancellation);
        await room.QueueAsync(Cancellation, [.. Enumerable.Range(1, 10).Select(number => $"nguoi-nhan-{number}@stp.example")]);

        var sent = new List<int>();
        for (var minute = 0; minute < 4; minute++)
        {
            var together = await Task.WhenAll(room.DrainAsync(Cancellation), room.DrainAsync(Cancellation));
            sent.Add(together.Sum(one => one.Accepted));
            room.Results.Clock.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal([4, 4, 2, 0], sent);
    }

    private static async Task<MailRoom> FailingAsync(SmtpFault fault)
    {
        var room = await MailRoom.OpenAsync("smtp", Cancellation);
        await room.QueueAsync(Cancellation, "a@stp.example");
        room.Server.Fault = fault;
        await room.DrainAsync(Cancellation);
        return room;
    }

    /// <summary>Certainly not accepted: waits, and arrives once when the server is well again.</summary>
    private static async Task WaitsThenArrivesAsync(SmtpFault fault)
    {
        await using var room = await FailingAsync(fault);
        Assert.Equal(("queued 1", 0), (await room.StatesAsync(Cancellation), room.Server.Taken.Count));

        await WellAgainAsync(room);

        Assert.Equal(("accepted 1", 1), (await room.StatesAsync(Cancellation), room.Server.Taken.Count));
        Assert.Empty(room.Server.PlainCommands);
    }

    /// <summary>Perhaps accepted: a person is asked, and it is never sent again by itself.</summary>
    private static async Task StaysUncertainAsync(SmtpFault fault, int copies)
    {
        await using var room = await FailingAsync(fault);
        Assert.Equal(("uncertain 1", copies), (await room.StatesAsync(Cancellation), room.Server.Taken.Count));

        await WellAgainAsync(room);

        Assert.Equal(("uncertain 1", copies), (await room.StatesAsync(Cancellation), room.Server.Taken.Count));
    }

    private static async Task WellAgainAsync(MailRoom room)
    {
        room.Server.Fault = SmtpFault.None;
        room.Results.Clock.Advance(TimeSpan.FromDays(2));
        await room.DrainAsync(Cancellation);
        Assert.Empty(await DeliveryInvariants.FaultsAsync(room.Results.Database.DataSource, Cancellation));
    }
}
