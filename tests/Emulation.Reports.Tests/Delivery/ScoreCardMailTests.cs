using System.Net;
using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Reports.Scoring;
using Emulation.Reports.Tests.Closing;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>After the first wave of 2020 closed on 10/7: each unit gets its own score card and nothing of another's.</summary>
public sealed class ScoreCardMailTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => room = await ResultsRoom.OpenAsync(Cancellation);

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task BeforeTheClosing_NothingIsSent()
    {
        Assert.IsType<ScoreCardsOutcome.NotClosed>(await RunAsync());
        Assert.Empty(await ListAsync("select subject from emulation.deliveries"));
    }

    [Fact]
    public async Task AfterTheClosing_EachUnitGetsItsOwn_Once_AndNoOtherUnitIsNamedInIt()
    {
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);

        var first = await RunAsync();
        var again = await RunAsync();

        var units = room.Plan.Plan.Units;
        Assert.Equal(new ScoreCardsOutcome.Sent(units.Count, units.Count), first);
        Assert.Equal(new ScoreCardsOutcome.Sent(units.Count, 0), again);
        foreach (var unit in units)
        {
            var mail = Assert.Single(await ListAsync($"select subject || ' ' || body_text || ' ' || html from emulation.deliveries where address = lower('{unit.MailAddress}')"));
            var text = WebUtility.HtmlDecode(mail).Normalize();
            Assert.Contains(unit.Name, text, StringComparison.Ordinal);
            // The folder's owner is known by name, code, folder and address; of the others none may stand in the mail.
            foreach (var other in units.Where(other => other.Code != unit.Code))
            {
                Assert.DoesNotContain(other.Name, text.Replace(unit.Name, "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(other.Folder, text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(other.MailAddress!, text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotMatch($@"(?<![\w.,:-]){System.Text.RegularExpressions.Regex.Escape(other.Code.Value)}(?![\w.,%-])", text.Replace(unit.Code.Value, "", StringComparison.Ordinal));
            }
        }
    }

    /// <summary>Each card holds its unit's own points, the hash of its own file, the reasons of its own bonus and of the council's figure; of another unit's none. Every unit's are different here, so that a card with a stranger's result, figures, adjustments or opinions is seen.</summary>
    [Fact]
    public async Task AfterTheClosing_WhatStandsInACard_IsItsUnitsOwn()
    {
        var units = room.Plan.Plan.Units.Take(5).ToList();
        await SpeakAsync(units);
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        await RunAsync();

        var plan = room.Plan;
        var run = await room.Get<Storage.RunStore>().FindClosedAsync(plan, plan.Plan.PeriodByCode(Wave1), Cancellation);
        var marks = new Dictionary<UnitCode, string[]>();
        foreach (var unit in units)
        {
            var hash = Assert.Single(await ListAsync($"select left(encode(file_hash, 'hex'), 12) from emulation.submissions where unit_id = {plan.Ids.Units[unit.Code]}"));
            marks.Add(unit.Code, [hash, $"Thưởng riêng số {unit.Code}.", $"Hội đồng xét riêng {unit.Code}.", $"Tự chấm riêng {unit.Code}."]);
        }

        Assert.Equal(units.Count, units.Select(unit => run!.Result.Units.Single(result => result.Unit == unit.Code).Points).Distinct().Count());
        foreach (var unit in units)
        {
            var mail = Assert.Single(await ListAsync($"select body_text || ' ' || html from emulation.deliveries where address = lower('{unit.MailAddress}')"));
            var text = WebUtility.HtmlDecode(mail);
            // Both faces tell why points were given: who reads the one sees no less than who reads the other.
            Assert.Equal(2, text.Split($"Thưởng riêng số {unit.Code}.").Length - 1);
            var points = VietnameseNumber.Points(run!.Result.Units.Single(result => result.Unit == unit.Code).Points);
            Assert.Matches($@"<td[^>]*>\s*{points}\s*</td>", text);
            Assert.All(marks[unit.Code], mark => Assert.Contains(mark, text, StringComparison.Ordinal));
            Assert.All(marks.Where(pair => pair.Key != unit.Code).SelectMany(pair => pair.Value), mark => Assert.DoesNotContain(mark, text, StringComparison.Ordinal));
        }
    }

    private async Task SpeakAsync(IReadOnlyList<Unit> units)
    {
        var (plan, wave, rule) = (room.Plan.Plan, room.Plan.Plan.PeriodByCode(Wave1), room.Plan.Plan.Scoring.Rules.First(one => one.Duty is not null).Code);
        foreach (var (number, unit) in units.Index())
        {
            await room.Intake.AcceptAsync(unit.Code, FormKind.WaveReport, Wave1, new DateTimeOffset(2020, 6, 25, 3, 0, 0, TimeSpan.Zero), WaveFigures.Of(plan, unit, wave, 0.5m + (0.07m * number)), Cancellation);
            await room.Get<EnterAdjustment>().RunAsync(new AdjustmentEntry(unit.Code, Wave1, 1, $"Thưởng riêng số {unit.Code}.", "QĐ 1", "văn phòng"), Cancellation);
            await room.Get<Storage.ScoreOpinionStore>().AddAsync(room.Plan, Wave1, unit.Code, OpinionKind.Council, [new SelfScore(rule, 0.5m, $"Hội đồng xét riêng {unit.Code}.", null)], null, "Hội đồng", room.Clock.GetUtcNow(), Cancellation);
            await room.Get<Storage.ScoreOpinionStore>().AddAsync(room.Plan, Wave1, unit.Code, OpinionKind.Self, [new SelfScore(rule, 0.7m, $"Tự chấm riêng {unit.Code}.", null)], null, "Đơn vị", room.Clock.GetUtcNow(), Cancellation);
        }
    }

    [Fact]
    public async Task WhileTheReportIsHeld_UnitsAreNotTold()
    {
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        var report = await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);
        await room.Get<ReleaseReport>().HoldAsync(report.ReportId, "xem lại", "Bà Mẫu", Cancellation);

        var held = await RunAsync();
        await room.Get<ReleaseReport>().ReleaseAsync(report.ReportId, "Bà Mẫu", Cancellation);
        var released = await RunAsync();

        Assert.IsType<ScoreCardsOutcome.ReportHeld>(held);
        Assert.IsType<ScoreCardsOutcome.Sent>(released);
    }

    [Fact]
    public async Task BackFilled_WithoutSending_TheCardsAreHeld()
    {
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);

        await room.Get<SendScoreCards>().RunAsync(Wave1, holdsMail: true, Cancellation);

        Assert.Equal(["held"], (await ListAsync("select state from emulation.deliveries where subject_key like 'score-card:%'")).Distinct());
    }

    /// <summary>Once per address: the officer who holds the card gets no second one, whoever comes after gets it once; by the plan version that closed the wave.</summary>
    [Fact]
    public async Task AfterANewAddress_OnlyThatGetsTheCard()
    {
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        await RunAsync();
        var (count, unit) = (room.Plan.Plan.Units.Count, room.Plan.Plan.Units[0]);
        await room.ApplyAsync(
            texts =>
            {
                texts["units.csv"] = texts["units.csv"].Replace(unit.MailAddress!, "nguoi-moi@stp-daklak.example", StringComparison.Ordinal);
                return texts;
            },
            Cancellation);

        var outcomes = (await RunAsync(), await RunAsync());

        Assert.Equal((new ScoreCardsOutcome.Sent(count, 1), new ScoreCardsOutcome.Sent(count, 0)), outcomes);
        Assert.Equal(
            [unit.MailAddress!.ToLowerInvariant(), "nguoi-moi@stp-daklak.example"],
            await ListAsync($"select address from emulation.deliveries where subject_key like 'score-card:%' and recipient_code = '{unit.Code}' order by delivery_id"));
    }

    private Task<ScoreCardsOutcome> RunAsync() => room.Get<SendScoreCards>().RunAsync(Wave1, holdsMail: false, Cancellation);

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var command = room.Database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var texts = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
