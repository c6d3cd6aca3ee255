using System.Globalization;
using System.Net;
using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Emulation.Reports.Tests.Closing;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>Wednesday, 1/7/2020, 8:00 in the office: the first wave is over, units may object until 7/7, it is closed on 10/7.</summary>
public sealed class ProvisionalCardMailTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Units => room.Plan.Plan.Units.Count;

    public async ValueTask InitializeAsync() => room = await ResultsRoom.OpenAsync(new DateTimeOffset(2020, 7, 1, 1, 0, 0, TimeSpan.Zero), Cancellation);

    public ValueTask DisposeAsync() => room.DisposeAsync();

    /// <summary>Each unit reads its own points of the run that is kept, that they may change, and until when it may object; no other unit's name.</summary>
    [Fact]
    public async Task InTheTimeForObjections_EachUnitGetsItsOwn()
    {
        await ReportAsync(0, 0.6m, 25);
        await ReportAsync(1, 0.9m, 25);

        Assert.Equal(new ProvisionalCardsOutcome.Sent(Units, Units), await RunAsync());

        var run = (await room.Get<RunStore>().FindLatestAsync(room.Plan, room.Plan.Plan.PeriodByCode(Wave1), RunKind.Provisional, Cancellation))!;
        Assert.Equal(2, run.Result.Units.Where(result => result.Unit == room.Plan.Plan.Units[0].Code || result.Unit == room.Plan.Plan.Units[1].Code).Select(result => result.Points).Distinct().Count());
        foreach (var unit in room.Plan.Plan.Units)
        {
            var mail = Assert.Single(await MailsAsync($"address = lower('{unit.MailAddress}')"));
            var points = VietnameseNumber.Points(run.Result.Units.Single(result => result.Unit == unit.Code).Points);
            Assert.Contains($"Bảng điểm tạm tính đợt 1 năm 2020 của {unit.Name}", mail, StringComparison.Ordinal);
            Assert.Matches($@"<td[^>]*>\s*{points}\s*</td>", mail);
            Assert.Contains("chậm nhất hết ngày 07/07/2020", mail, StringComparison.Ordinal);
            Assert.Matches(@"Hạn kiến nghị</td><td[^>]*>hết ngày 07/07/2020</td>", mail);
            Assert.Contains("tạm tính, số liệu đến 01/07/2020 08:00", mail, StringComparison.Ordinal);
            Assert.All(room.Plan.Plan.Units.Where(other => other.Code != unit.Code), other => Assert.DoesNotContain(other.Name, mail.Replace(unit.Name, "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>A better file changes the points and not what was mailed: the final card tells it, and is no correction of the provisional one.</summary>
    [Fact]
    public async Task Again_WithOtherPoints_NothingIsSent_AndTheFinalCardIsNoCorrection()
    {
        await ReportAsync(0, 0.6m, 25);
        await RunAsync();
        await ReportAsync(0, 1.0m, 30);

        Assert.Equal(new ProvisionalCardsOutcome.Sent(Units, 0), await RunAsync());

        room.Clock.SetUtcNow(new DateTimeOffset(2020, 7, 10, 10, 0, 0, TimeSpan.Zero));
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        Assert.Equal(new ScoreCardsOutcome.Sent(Units, Units), await room.Get<SendScoreCards>().RunAsync(Wave1, holdsMail: false, Cancellation));
        var mails = await MailsAsync($"recipient_code = '{room.Plan.Plan.Units[0].Code}'");
        Assert.Equal(2, mails.Count);
        Assert.DoesNotContain("đính chính", mails[1], StringComparison.Ordinal);
        Assert.DoesNotContain("tạm tính", mails[1], StringComparison.Ordinal);
    }

    /// <summary>The last day for objections ends at midnight in the office.</summary>
    [Theory]
    [InlineData("2020-07-07T16:59:59Z", true)]
    [InlineData("2020-07-07T17:00:00Z", false)]
    public async Task OnTheLastDay_TheyStillGo_AndAfterItNoMore(string now, bool sends)
    {
        room.Clock.SetUtcNow(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));

        var outcome = await RunAsync();

        Assert.Equal(sends ? new ProvisionalCardsOutcome.Sent(Units, Units) : new ProvisionalCardsOutcome.ObjectionsOver(), outcome);
        Assert.Equal(sends ? Units : 0, (await MailsAsync("true")).Count);
    }

    [Fact]
    public async Task AfterTheClosing_NothingProvisionalIsSent()
    {
        room.Clock.SetUtcNow(new DateTimeOffset(2020, 7, 10, 10, 0, 0, TimeSpan.Zero));
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);

        Assert.IsType<ProvisionalCardsOutcome.Closed>(await RunAsync());
        Assert.Empty(await MailsAsync("true"));
    }

    [Fact]
    public async Task APlanWithoutATimeForObjections_SendsNothing()
    {
        await room.ApplyAsync(texts => new(texts) { ["plan.yaml"] = texts["plan.yaml"].Replace("objections-until: 2020-07-07", "", StringComparison.Ordinal) }, Cancellation);

        Assert.IsType<ProvisionalCardsOutcome.ObjectionsOver>(await RunAsync());
    }

    private Task<ProvisionalCardsOutcome> RunAsync() => room.Get<SendProvisionalCards>().RunAsync(Wave1, holdsMail: false, Cancellation);

    private async Task ReportAsync(int unit, decimal share, int day)
    {
        var (plan, who) = (room.Plan.Plan, room.Plan.Plan.Units[unit]);
        await room.Intake.AcceptAsync(who.Code, FormKind.WaveReport, Wave1, new DateTimeOffset(2020, 6, day, 3, 0, 0, TimeSpan.Zero), WaveFigures.Of(plan, who, plan.PeriodByCode(Wave1), share), Cancellation);
    }

    /// <returns>Subject, text and HTML of each, in order of queueing.</returns>
    private async Task<List<string>> MailsAsync(string condition)
    {
        await using var command = room.Database.DataSource.CreateCommand($"select subject || ' ' || body_text || ' ' || html from emulation.deliveries where {condition} order by delivery_id");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var texts = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            texts.Add(WebUtility.HtmlDecode(reader.GetString(0)).Normalize());
        }

        return texts;
    }
}
