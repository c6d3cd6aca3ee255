using Emulation.Reports.Storage;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>Nothing is handed over twice without a person's decision (design §12.5), whatever fails and whenever the process dies.</summary>
public sealed class SendDeliveriesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drain_Twice_DeliversEveryMailOnce()
    {
        await using var room = await MailRoom.OpenAsync("smtp", Cancellation);
        await room.QueueAsync(Cancellation, "a@stp.example", "b@stp.example", "c@stp.example");

        var first = await room.DrainAsync(Cancellation);
        var second = await room.DrainAsync(Cancellation);

        Assert.Equal(new DrainedDeliveries(3, 0, 0, 0, 0), first);
        Assert.Equal(0, second.Total);
        Assert.Equal(["a@stp.example", "b@stp.example", "c@stp.example"], room.Server.Taken.Select(mail => mail.Recipient).Order());
        Assert.Equal("accepted 3", await room.StatesAsync(Cancellation));
    }

    [Fact]
    public async Task Drain_ByFourAtOnce_DeliversEveryMailOnce()
    {
        await using var room = await MailRoom.OpenAsync("smtp", Cancellation);
        string[] addresses = [.. Enumerable.Range(1, 30).Select(number => $"nguoi-nhan-{number}@stp.example")];
        await room.QueueAsync(Cancellation, addresses);

        var drained = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => room.DrainAsync(Cancellation), Cancellation)));

        Assert.Equal(30, drained.Sum(one => one.Accepted));
        Assert.Equal(addresses.Order(), room.Server.Taken.Select(mail => mail.Recipient).Order());
        Assert.Empty(await DeliveryInvariants.FaultsAsync(room.Results.Database.DataSource, Cancellation));
    }

    // What the server does             state at once  copies  after the server is well again  copies
    [Theory]
    [InlineData(SmtpFault.NoStartTls, "queued 1", 0, "accepted 1", 1)]
    [InlineData(SmtpFault.UntrustedCertificate, "queued 1", 0, "accepted 1", 1)]
    [InlineData(SmtpFault.WrongHostCertificate, "queued 1", 0, "accepted 1", 1)]
    [InlineData(SmtpFault.DropAtGreeting, "queued 1", 0, "accepted 1", 1)]
    [InlineData(SmtpFault.PostponeRecipient, "queued 1", 0, "accepted 1", 1)]
    [InlineData(SmtpFault.PostponeMessage, "queued 1", 0, "accepted 1", 1)]
    [InlineData(SmtpFault.RefuseRecipient, "refused 1", 0, "refused 1", 0)]
    [InlineData(SmtpFault.RefuseMessage, "refused 1", 0, "refused 1", 0)]
    [InlineData(SmtpFault.DropInMessage, "uncertain 1", 0, "uncertain 1", 0)]
    [InlineData(SmtpFault.DropAfterFinalDot, "uncertain 1", 1, "uncertain 1", 1)]
    [InlineData(SmtpFault.SilentAfterFinalDot, "uncertain 1", 1, "uncertain 1", 1)]
    public async Task Drain_OverAFailingServer_NeverDoublesAMail(SmtpFault fault, string state, int copies, string later, int laterCopies)
    {
        await using var room = await MailRoom.OpenAsync("smtp", Cancellation);
        await room.QueueAsync(Cancellation, "a@stp.example");
        room.Server.Fault = fault;

        await room.DrainAsync(Cancellation);

        Assert.Equal(state, await room.StatesAsync(Cancellation));
        Assert.Equal(copies, room.Server.Taken.Count);

        room.Server.Fault = SmtpFault.None;
        room.Results.Clock.Advance(TimeSpan.FromDays(2));
        await room.DrainAsync(Cancellation);

        Assert.Equal(later, await room.StatesAsync(Cancellation));
        Assert.Equal(laterCopies, room.Server.Taken.Count);
        Assert.Empty(await DeliveryInvariants.FaultsAsync(room.Results.Database.DataSource, Cancellation));
    }

    [Fact]
    public async Task Drain_WhileTheServerSaysLater_WaitsOneFiveFifteenSixtyMinutes()
    {
        await using var room = await MailRoom.OpenAsync("smtp", Cancellation);
        await room.QueueAsync(Cancellation, "a@stp.example");
        room.Server.Fault = SmtpFault.PostponeRecipient;
        var waits = new List<double>();

        for (var attempt = 0; attempt < 5; attempt++)
        {
            await room.DrainAsync(Cancellation);
            var next = await room.ScalarAsync<DateTime>("select next_attempt_at from emulation.deliveries", Cancellation);
            var wait = new DateTimeOffset(next, TimeSpan.Zero) - room.Results.Clock.GetUtcNow();
            waits.Add(wait.TotalMinutes);
            room.Results.Clock.Advance(wait - TimeSpan.FromSeconds(1));
            Assert.Equal(0, (await room.DrainAsync(Cancellation)).Total);
            room.Results.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([1, 5, 15, 60, 60], waits);
    }

    // Killed where                          transport  state after the next drain   copies
    [Theory]
    [InlineData("delivery-sending", "smtp", "accepted 1, uncertain 1", 1)]
    [InlineData("delivery-handed-over", "smtp", "accepted 1, uncertain 1", 2)]
    [InlineData("delivery-settled", "smtp", "accepted 2", 2)]
    [InlineData("delivery-sending", "eml", "accepted 2", 2)]
    [InlineData("delivery-handed-over", "eml", "accepted 2", 2)]
    [InlineData("delivery-settled", "eml", "accepted 2", 2)]
    public async Task Drain_KilledAnywhereAndStartedAgain_NeverDoublesAMail(string failPoint, string transport, string states, int copies)
    {
        await using var room = await MailRoom.OpenAsync(transport, Cancellation);
        await room.QueueAsync(Cancellation, "a@stp.example");
        await room.DieAtAsync(failPoint, Cancellation);
        await room.QueueAsync(Cancellation, "b@stp.example");

        await room.DrainAsync(Cancellation);
        await room.DrainAsync(Cancellation);

        Assert.Equal(states, await room.StatesAsync(Cancellation));
        Assert.Equal(copies, transport == "eml" ? room.MailFiles : room.Server.Taken.Count);
        Assert.Equal(room.Server.Taken.Count, room.Server.Taken.Select(mail => mail.Recipient).Distinct().Count());
        Assert.Empty(await DeliveryInvariants.FaultsAsync(room.Results.Database.DataSource, Cancellation));
    }

    [Fact]
    public async Task Drain_WhileAnotherLivingSenderIsSending_LeavesItsMailAlone()
    {
        await using var room = await MailRoom.OpenAsync("smtp", Cancellation);
        await room.QueueAsync(Cancellation, "a@stp.example");
        var store = room.Results.Get<DeliveryStore>();
        await using var living = await store.EnterAsync(Cancellation);
        var claimed = await store.ClaimAsync(living, "smtp", room.Results.Clock.GetUtcNow(), TimeSpan.FromMinutes(10), null, false, Cancellation);

        var drained = await room.DrainAsync(Cancellation);

        Assert.NotNull(claimed);
        Assert.Equal(0, drained.Total);
        Assert.Equal("sending 1", await room.StatesAsync(Cancellation));
    }

    [Fact]
    public async Task Settle_AfterTheLeaseWasLost_ChangesNothing()
    {
        await using var room = await MailRoom.OpenAsync("smtp", Cancellation);
        await room.QueueAsync(Cancellation, "a@stp.example");
        var store = room.Results.Get<DeliveryStore>();
        await using var slow = await store.EnterAsync(Cancellation);
        var claimed = await store.ClaimAsync(slow, "smtp", room.Results.Clock.GetUtcNow(), TimeSpan.FromSeconds(-1), null, false, Cancellation);

        await room.DrainAsync(Cancellation);
        var isOurs = await store.SettleAsync(claimed!, "accepted", "late", null, room.Results.Clock.GetUtcNow(), Cancellation);

        Assert.False(isOurs);
        Assert.Equal("uncertain 1", await room.StatesAsync(Cancellation));
    }

    [Fact]
    public async Task Drain_WithBadAndForeignAddresses_SendsTheOthers()
    {
        await using var room = await MailRoom.OpenAsync("smtp", Cancellation);
        await room.QueueAsync(Cancellation, "a@stp.example", "khong-phai-dia-chi", "bo@elsewhere.example", "b@stp.example");

        var drained = await room.DrainAsync(Cancellation);

        Assert.Equal(new DrainedDeliveries(2, 0, 1, 1, 0), drained);
        Assert.Equal(
            "Outside production only addresses on Delivery:AllowList are mailed.",
            await room.ScalarAsync<string>("select last_answer from emulation.deliveries where state = 'held'", Cancellation));
        Assert.Equal(
            "The address is not a plain mail address.",
            await room.ScalarAsync<string>("select last_answer from emulation.deliveries where state = 'refused'", Cancellation));
    }

    [Fact]
    public async Task Decide_ToSendAnUncertainMail_SendsItAgainUnderItsMessageIdAndSaysWhoDecided()
    {
        await using var room = await MailRoom.OpenAsync("smtp", Cancellation);
        await room.QueueAsync(Cancellation, "a@stp.example");
        room.Server.Fault = SmtpFault.DropAfterFinalDot;
        await room.DrainAsync(Cancellation);
        room.Server.Fault = SmtpFault.None;
        var id = await room.ScalarAsync<long>("select delivery_id from emulation.deliveries", Cancellation);

        var isDecided = await room.Results.Get<DecideDelivery>().RunAsync(id, DeliveryDecision.Send, "Người nhận báo chưa nhận được", "văn thư", Cancellation);
        await room.DrainAsync(Cancellation);

        Assert.True(isDecided);
        Assert.Equal("accepted 1", await room.StatesAsync(Cancellation));
        var messageIds = room.Server.Taken.Select(mail => mail.Text.Split("\r\n").Single(line => line.StartsWith("Message-Id:", StringComparison.Ordinal))).ToList();
        Assert.Equal(2, messageIds.Count);
        Assert.Single(messageIds.Distinct());
        Assert.Equal(
            "sending, uncertain, queued by văn thư, sending, accepted",
            await room.ScalarAsync<string>(
                "select string_agg(state || coalesce(' by ' || decided_by, ''), ', ' order by delivery_event_id) from emulation.delivery_events", Cancellation));
        Assert.Empty(await DeliveryInvariants.FaultsAsync(room.Results.Database.DataSource, Cancellation));
    }

    [Fact]
    public async Task Decide_AboutAMailThatWasAccepted_DoesNotSendItAgain()
    {
        await using var room = await MailRoom.OpenAsync("smtp", Cancellation);
        await room.QueueAsync(Cancellation, "a@stp.example");
        await room.DrainAsync(Cancellation);
        var id = await room.ScalarAsync<long>("select delivery_id from emulation.deliveries", Cancellation);

        Assert.False(await room.Results.Get<DecideDelivery>().RunAsync(id, DeliveryDecision.Send, "nhầm", "văn thư", Cancellation));
        Assert.Equal("accepted 1", await room.StatesAsync(Cancellation));
    }

    // Dies at random places twenty times over thirty mails, on both transports; the ledger must still add up.
    [Theory]
    [InlineData("smtp", 1)]
    [InlineData("smtp", 2)]
    [InlineData("eml", 3)]
    public async Task Drain_KilledAtRandomAgainAndAgain_LosesAndDoublesNothing(string transport, int seed)
    {
        await using var room = await MailRoom.OpenAsync(transport, Cancellation);
        string[] addresses = [.. Enumerable.Range(1, 30).Select(number => $"nguoi-nhan-{number}@stp.example")];
        await room.QueueAsync(Cancellation, addresses);
        var random = new Random(seed);
        var kills = 0;

        for (var life = 0; life < 60 && kills < 20; life++)
        {
            kills += await room.DieAfterAsync(random.Next(1, 6), Cancellation) ? 1 : 0;
        }

        await room.DrainAsync(Cancellation);

        Assert.True(kills >= 10);
        Assert.Empty(await DeliveryInvariants.FaultsAsync(room.Results.Database.DataSource, Cancellation));
        var copies = room.Server.Taken.GroupBy(mail => mail.Recipient).ToDictionary(group => group.Key, group => group.Count());
        Assert.All(copies.Values, count => Assert.Equal(1, count));
        var accepted = await room.ScalarAsync<long>("select count(*) from emulation.deliveries where state = 'accepted'", Cancellation);
        var uncertain = await room.ScalarAsync<long>("select count(*) from emulation.deliveries where state = 'uncertain'", Cancellation);
        Assert.Equal(30, accepted + uncertain);
        Assert.Equal(transport == "eml" ? (30, 0L) : (0, uncertain), (room.MailFiles, uncertain));
        Assert.True(transport == "eml" || copies.Count >= accepted);
    }
}
