using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Reports.Tests.Closing;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>A report waits as its plan says, goes when a person or the hour says so, and silence means what the plan says it means.</summary>
public sealed class ReleaseReportTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private ReportRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => room = await ReportRoom.OpenAsync(Cancellation);

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Publish_UnderARuleThatSends_WaitsUntilTheHourAndThenGoes()
    {
        var report = await PublishAsync("{ report: wave-interim, hold-hours: 24, unanswered: send }");

        room.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, (await room.DrainAsync(Cancellation)).Total);
        room.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(report.Deliveries, (await room.DrainAsync(Cancellation)).Accepted);
    }

    [Fact]
    public async Task Publish_UnderARuleThatKeeps_NeverGoesByItself()
    {
        var report = await PublishAsync("{ report: wave-interim, hold-hours: 24, unanswered: keep }");
        room.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, (await room.DrainAsync(Cancellation)).Total);

        var released = await room.Get<ReleaseReport>().ReleaseAsync(report.ReportId, "Chánh Văn phòng", Cancellation);

        Assert.Equal(report.Deliveries, released.Changed);
        Assert.Equal(report.Deliveries, (await room.DrainAsync(Cancellation)).Accepted);
        Assert.Empty(await DeliveryInvariants.FaultsAsync(room.Database, Cancellation));
    }

    [Fact]
    public async Task Release_BeforeTheHour_SendsAtOnceAndOnlyOnce()
    {
        var report = await PublishAsync("{ report: wave-interim, hold-hours: 24, unanswered: send }");

        await room.Get<ReleaseReport>().ReleaseAsync(report.ReportId, "Chánh Văn phòng", Cancellation);
        var sent = await room.DrainAsync(Cancellation);
        var again = await room.Get<ReleaseReport>().ReleaseAsync(report.ReportId, "Chánh Văn phòng", Cancellation);

        Assert.Equal((report.Deliveries, 0, 0), (sent.Accepted, again.Changed, (await room.DrainAsync(Cancellation)).Total));
    }

    [Fact]
    public async Task Hold_OutlastsTheHour_UntilAPersonReleases()
    {
        var report = await PublishAsync("{ report: wave-interim, hold-hours: 24, unanswered: send }");

        var held = await room.Get<ReleaseReport>().HoldAsync(report.ReportId, "Số liệu Krông Pắc cần xem lại", "Văn thư", Cancellation);
        room.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(report.Deliveries, held.Changed);
        Assert.Equal([("held", report.Deliveries)], held.States);
        Assert.Equal(0, (await room.DrainAsync(Cancellation)).Total);
        await room.Get<ReleaseReport>().ReleaseAsync(report.ReportId, "Chánh Văn phòng", Cancellation);
        Assert.Equal(report.Deliveries, (await room.DrainAsync(Cancellation)).Accepted);
        Assert.Equal(
            "hold Văn thư: Số liệu Krông Pắc cần xem lại; release Chánh Văn phòng: ",
            await room.ScalarAsync<string>("select string_agg(decision || ' ' || decided_by || ': ' || coalesce(reason, ''), '; ' order by report_decision_id) from emulation.report_decisions", Cancellation));
        Assert.Equal(2, await room.ScalarAsync<long>("select count(*) from emulation.audit_entries where kind = 'report-decided'", Cancellation));
    }

    // A mail that comes back to the queue while its report is held must not slip through.
    [Fact]
    public async Task Hold_WhileAMailIsBeingSent_StopsItsNextAttempt()
    {
        var report = await PublishAsync("{ report: wave-interim, hold-hours: 0, unanswered: send }");
        var store = room.Get<Storage.DeliveryStore>();
        await using var sender = await store.EnterAsync(Cancellation);
        var claimed = await store.ClaimAsync(sender, "eml", room.Clock.GetUtcNow(), TimeSpan.FromMinutes(10), null, false, Cancellation);
        await room.Get<ReleaseReport>().HoldAsync(report.ReportId, "dừng", "Văn thư", Cancellation);

        await store.SettleAsync(claimed!, "queued", "451 later", room.Clock.GetUtcNow(), room.Clock.GetUtcNow(), Cancellation);

        Assert.Equal(0, (await room.DrainAsync(Cancellation)).Total);
        await room.Get<ReleaseReport>().ReleaseAsync(report.ReportId, "Văn thư", Cancellation);
        Assert.Equal(report.Deliveries, (await room.DrainAsync(Cancellation)).Accepted);
    }

    [Fact]
    public async Task Reissue_BeforeTheFirstEditionWasSent_SendsTheNewestAlone()
    {
        var first = await PublishAsync("{ report: wave-interim, hold-hours: 24, unanswered: send }");
        await room.ReportAsync(room.Plan.Plan.Units[1], 0.4m, Cancellation);

        var second = await room.Get<PublishReport>().ReissueAsync(ReportKind.WaveInterim, Wave1, "Số liệu mới", Cancellation);
        room.Clock.Advance(TimeSpan.FromDays(2));
        await room.DrainAsync(Cancellation);

        Assert.Equal(second.Deliveries, await room.ScalarAsync<long>($"select count(*) from emulation.deliveries where state = 'accepted' and report_id = {second.ReportId}", Cancellation));
        Assert.Equal(0, await room.ScalarAsync<long>($"select count(*) from emulation.deliveries where state <> 'held' and report_id = {first.ReportId}", Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => room.Get<ReleaseReport>().ReleaseAsync(first.ReportId, "Văn thư", Cancellation));
    }

    [Fact]
    public async Task Resend_ToOneRecipient_SendsOneMoreCopyUnderItsOwnMessageIdEachTime()
    {
        var report = await PublishAsync("{ report: wave-interim, hold-hours: 0, unanswered: send }");
        await room.DrainAsync(Cancellation);

        var resent = await room.Get<ReleaseReport>().ResendAsync(report.ReportId, "BTP", "Hộp thư của Bộ bị lỗi", "Văn thư", Cancellation);
        await room.Get<ReleaseReport>().ResendAsync(report.ReportId, "VU-TDKT@bo-tu-phap.example", "Gửi lại lần nữa", "Văn thư", Cancellation);
        var sent = await room.DrainAsync(Cancellation);

        Assert.Equal((1, 2), (resent.Changed, sent.Accepted));
        Assert.Equal(3, await room.ScalarAsync<long>("select count(distinct message_id) from emulation.deliveries where recipient_code = 'BTP'", Cancellation));
        Assert.Equal(2, await room.ScalarAsync<long>("select count(*) from emulation.report_decisions where decision = 'resend' and reason like '%: %'", Cancellation));
    }

    [Fact]
    public async Task Resend_ToAStranger_IsRefusedAndLeavesNoTrace()
    {
        var report = await PublishAsync("{ report: wave-interim, hold-hours: 0, unanswered: send }");

        await Assert.ThrowsAsync<ArgumentException>(() => room.Get<ReleaseReport>().ResendAsync(report.ReportId, "ai@khac.example", "nhầm", "Văn thư", Cancellation));

        Assert.Equal(0, await room.ScalarAsync<long>("select count(*) from emulation.report_decisions", Cancellation));
    }

    [Theory]
    [InlineData(" ", "Văn thư")]
    [InlineData("lý do", " ")]
    public async Task Hold_WithoutReasonOrPerson_IsRefused(string reason, string by) =>
        await Assert.ThrowsAsync<ArgumentException>(() => room.Get<ReleaseReport>().HoldAsync(1, reason, by, Cancellation));

    [Fact]
    public async Task Hold_OfNoReport_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => room.Get<ReleaseReport>().HoldAsync(99, "lý do", "Văn thư", Cancellation));

    [Fact]
    public async Task Decisions_CannotBeChangedAfterwards()
    {
        var report = await PublishAsync("{ report: wave-interim, hold-hours: 0, unanswered: send }");
        await room.Get<ReleaseReport>().HoldAsync(report.ReportId, "lý do", "Văn thư", Cancellation);

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => room.ScalarAsync<long>("update emulation.report_decisions set decided_by = 'x' returning report_id", Cancellation));
    }

    private async Task<PublishedReport> PublishAsync(string rule)
    {
        await room.ApplyAsync(PlanFiles.Plan, text => $"{text}\nrelease:\n  - {rule}\n", Cancellation);
        return await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);
    }
}
