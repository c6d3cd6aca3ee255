using Emulation.Plan;
using Emulation.Reports.Tests.Closing;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>The ladder on the plan of 2020: July's figures are cut off on 18/7 (a Saturday) and due on Monday 20/7; told on 15/7, 20/7, 21/7, to the head on 23/7, to the province on 27/7.</summary>
public sealed class ReminderLadderTests : IAsyncLifetime
{
    private static readonly PeriodCode July = new("2020-07");
    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => room = await ResultsRoom.OpenAsync(Cancellation);

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task UnitThatNeverSends_IsToldByRungs_OfficerThenHead_AndTheOfficeGetsTheList()
    {
        await AcceptAllBut("654");

        var told = new List<string>();
        for (var day = new DateOnly(2020, 7, 15); day <= new DateOnly(2020, 8, 7); day = day.AddDays(1))
        {
            await RunAsync(day);
            told.AddRange(await ListAsync($"select to_char(told_on, 'DD/MM') || ' ' || step || ' ' || address from emulation.reminder_steps where told_on = '{day:yyyy-MM-dd}' and period_code = '2020-07' order by address"));
        }

        // A run on every day of the calendar, the rungs' own days alone say something.
        Assert.Equal(
            [
                "15/07 cutoff-3 654@donvi.example", "20/07 due+0 654@donvi.example",
                "21/07 due+1 654@donvi.example", "21/07 due+1 tong-hop@stp-daklak.example",
                "23/07 due+3 654@donvi.example", "23/07 due+3 lanh-dao.654@donvi.example",
                "27/07 due+7 654@donvi.example", "27/07 due+7 lanh-dao.654@donvi.example", "27/07 due+7 tong-hop@stp-daklak.example",
            ],
            told);
    }

    [Fact]
    public async Task AcceptedFile_StopsTheLadder_ARefusedOneDoesNot()
    {
        await AcceptAllBut("654");
        await RunAsync(new DateOnly(2020, 7, 20));
        await room.Intake.RefuseAsync(new UnitCode("654"), FormKind.Figures, July, At(2020, 7, 20), Cancellation);
        var afterRefusal = await RunAsync(new DateOnly(2020, 7, 21));
        await room.Intake.AcceptAsync(new UnitCode("654"), FormKind.Figures, July, At(2020, 7, 22), [], Cancellation);

        var afterReceipt = await RunAsync(new DateOnly(2020, 7, 23));

        Assert.Equal((2, new SentReminders(0, 0)), (afterRefusal.Queued, afterReceipt));
    }

    [Fact]
    public async Task UnitWithLeave_IsNotChased_UntilTheLeaveIsOver()
    {
        await AcceptAllBut("654");
        await ExecuteAsync(
            $"""
            insert into emulation.deadline_exceptions (plan_code, unit_id, duty, form, period_id, until_day, reason, granted_by, granted_at)
            values ('dak-lak-2020', {room.Plan.Ids.Units[new UnitCode("654")]}, 'MF', 'figures', {room.Plan.Ids.Periods[July]}, '2020-07-24', 'lũ', 'Bà Mẫu', now())
            """);

        var during = await RunAsync(new DateOnly(2020, 7, 23));
        var after = await RunAsync(new DateOnly(2020, 7, 27));

        Assert.Equal((new SentReminders(0, 0), 2), (during, after.People));
    }

    [Fact]
    public async Task OutageOverSeveralRungs_TellsOnceHowThingsStand()
    {
        await AcceptAllBut("654");

        await RunAsync(new DateOnly(2020, 7, 24));
        await RunAsync(new DateOnly(2020, 7, 24));

        Assert.Equal(
            ["654@donvi.example unit", "lanh-dao.654@donvi.example head", "tong-hop@stp-daklak.example province"],
            await ListAsync("select address || ' ' || recipient_kind from emulation.deliveries order by address"));
    }

    [Fact]
    public async Task OnePersonForManyUnits_GetsOneDigest_ThatNamesThem()
    {
        await room.ApplyAsync(
            texts =>
            {
                texts["contacts.csv"] += "654;officer;Đầu mối;chung@donvi.example;;;illustrative\n655;officer;Đầu mối;Chung@donvi.example;;;illustrative\n";
                return texts;
            },
            Cancellation);

        await RunAsync(new DateOnly(2020, 7, 15));

        var text = Assert.Single(await ListAsync("select body_text from emulation.deliveries where address = 'chung@donvi.example'"));
        Assert.Contains("- Krông Pắc: Số liệu thi đua hằng tháng – tháng 7/2020", text, StringComparison.Ordinal);
        Assert.Contains($"- {room.Plan.Plan.UnitByCode(new UnitCode("655")).ShortName}: Số liệu thi đua hằng tháng – tháng 7/2020", text, StringComparison.Ordinal);
        Assert.Empty(await ListAsync("select address from emulation.deliveries where address in ('654@donvi.example', '655@donvi.example')"));
    }

    [Theory]
    [InlineData("reminder-inserted")]
    [InlineData("reminders-committing")]
    [InlineData("reminders-committed")]
    public async Task KilledAnywhere_AndRunAgainTwiceAtOnce_NobodyGetsTwoADay_AndNothingIsLost(string failPoint)
    {
        FailPoint.Armed = name =>
        {
            if (name == failPoint)
            {
                throw new PowerCutException();
            }
        };
        try
        {
            await Assert.ThrowsAsync<PowerCutException>(() => RunAsync(new DateOnly(2020, 7, 21)));
        }
        finally
        {
            FailPoint.Armed = null;
        }

        await Task.WhenAll(RunAsync(new DateOnly(2020, 7, 21)), RunAsync(new DateOnly(2020, 7, 21)));

        Assert.Empty(await ListAsync("select address from emulation.deliveries group by address having count(*) > 1"));
        Assert.Equal(room.Plan.Plan.Units.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Single(await ListAsync("select count(*)::text from emulation.deliveries where recipient_kind = 'unit'")));
        Assert.Equal("1", Assert.Single(await ListAsync("select count(*)::text from emulation.deliveries where recipient_kind = 'province'")));
        Assert.Equal(2 * room.Plan.Plan.Units.Count, (await ListAsync("select step from emulation.reminder_steps")).Count);
    }

    [Fact]
    public async Task OverdueList_SaysWhoOwesWhatSinceWhen_HowFarItClimbed_AndWhomToRing()
    {
        await AcceptAllBut("654");
        await room.Intake.RefuseAsync(new UnitCode("654"), FormKind.Figures, July, At(2020, 7, 22), Cancellation);

        await RunAsync(new DateOnly(2020, 7, 27));

        Assert.Equal(
            """
            Đến ngày 27/07/2020, 1 đơn vị còn nợ 1 báo cáo quá hạn mà hệ thống vẫn nhận bản gửi chậm:

            PHÒNG TƯ PHÁP HUYỆN KRÔNG PẮC
            Đầu mối: 654@donvi.example; lãnh đạo: lanh-dao.654@donvi.example
            - Số liệu thi đua hằng tháng – tháng 7/2020: Hạn 20/07/2020, quá 7 ngày; nhận đến hết ngày 07/08/2020. Đã nhắc đầu mối và lãnh đạo đơn vị. bản đã gửi chưa hợp lệ

            Thư này do hệ thống tổng hợp thi đua của Sở Tư pháp gửi tự động.

            """.ReplaceLineEndings("\n"),
            Assert.Single(await ListAsync("select body_text from emulation.deliveries where recipient_kind = 'province'")));
    }

    [Fact]
    public async Task PersonOfAUnitAndOfTheOffice_GetsOneMailADay_WithDigestAndList()
    {
        await room.ApplyAsync(
            files => files.ToDictionary(file => file.Key, file => file.Value.Replace("654@donvi.example", "tong-hop@stp-daklak.example", StringComparison.Ordinal).Replace("lanh-dao.tong-hop@", "lanh-dao@", StringComparison.Ordinal)),
            Cancellation);
        await AcceptAllBut("654");

        for (var day = new DateOnly(2020, 7, 15); day <= new DateOnly(2020, 8, 7); day = day.AddDays(1))
        {
            await RunAsync(day);
        }

        var told = await ListAsync("select distinct to_char(told_on, 'DD/MM') || ' ' || told_in from emulation.reminder_steps where period_code = '2020-07' and address = 'tong-hop@stp-daklak.example' order by 1");
        Assert.Equal(["15/07 reminder", "20/07 reminder", "21/07 overdue-list", "21/07 reminder", "23/07 reminder", "27/07 overdue-list", "27/07 reminder"], told);
        var mails = await ListAsync("select subject_key || ' ' || (body_text like '%DANH SÁCH BÁO CÁO QUÁ HẠN%' and html like '%Danh sách báo cáo quá hạn%') from emulation.deliveries where address = 'tong-hop@stp-daklak.example' order by delivery_id");
        Assert.Equal(mails.Count, mails.Select(mail => mail.Split(' ')[0][^10..]).Distinct().Count());
        Assert.Contains("reminder:dak-lak-2020:2020-07-21 true", mails);
        Assert.Contains("reminder:dak-lak-2020:2020-07-23 false", mails);
    }

    /// <summary>Everybody but one has sent July's figures.</summary>
    private async Task AcceptAllBut(string unit)
    {
        foreach (var other in room.Plan.Plan.Units.Where(other => other.Code.Value != unit))
        {
            await room.Intake.AcceptAsync(other.Code, FormKind.Figures, July, At(2020, 7, 14), [], Cancellation);
        }
    }

    private Task<SentReminders> RunAsync(DateOnly day) => room.Get<SendReminders>().RunAsync(day, Cancellation);

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 3, 0, 0, TimeSpan.Zero);

    private async Task ExecuteAsync(string sql)
    {
        await using var command = room.Database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

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
