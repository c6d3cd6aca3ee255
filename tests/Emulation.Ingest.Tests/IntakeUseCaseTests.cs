using Emulation.Ingest.Intake;
using Emulation.Ingest.Tests.Intake;
using Emulation.Plan.Storage;
using Npgsql;

namespace Emulation.Ingest.Tests;

/// <summary>From a dropped file to its answer, on a real PostgreSQL and a real folder.</summary>
public sealed class IntakeUseCaseTests : IAsyncLifetime
{
    private static readonly byte[] March = LineReader.File("figures", "2020-03", "B01=12", "B03=3");

    private IntakeKit kit = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => kit = await IntakeKit.CreateAsync(Cancellation);

    public ValueTask DisposeAsync() => kit.DisposeAsync();

    [Fact]
    public async Task Sweep_GoodFile_StoresItsFiguresAndAnswers()
    {
        kit.Drop("thang-3.csv", March);

        var drained = await kit.SweepAsync(Cancellation);

        Assert.Equal(1, drained.States[SubmissionState.Accepted]);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
        Assert.Equal(["12|3"], await kit.RowsAsync("select string_agg(value::text, '|' order by source_row) from emulation.figures", Cancellation));
        Assert.Empty(Directory.GetFiles(kit.PathOf(IntakeKit.Folder + "/nop")));
        Assert.Equal(["20200410-0900_1_thang-3.csv"], Directory.GetFiles(kit.PathOf(IntakeKit.Folder + "/da-nhan")).Select(path => Path.GetFileName(path)));
        Assert.Equal(["thang-3.csv.DA-NHAN.1.html"], kit.Results());
    }

    [Fact]
    public async Task Sweep_NothingNew_ChangesNothing()
    {
        kit.Drop("thang-3.csv", March);
        await kit.SweepAsync(Cancellation);
        var before = await kit.RowsAsync("select * from emulation.submissions", Cancellation);

        var drained = await kit.SweepAsync(Cancellation);

        Assert.Equal(0, drained.Total);
        Assert.Equal(before, await kit.RowsAsync("select * from emulation.submissions", Cancellation));
    }

    [Fact]
    public async Task Sweep_SameContentUnderAnotherName_IsAnsweredAsDuplicateAndCountsOnce()
    {
        kit.Drop("thang-3.csv", March);
        await kit.SweepAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromHours(1));
        kit.Drop("gửi lại.csv", March);

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["thang-3.csv|accepted|", "gửi lại.csv|duplicate|DUPLICATE"], await kit.StatesAsync(Cancellation));
        Assert.Equal(["2"], await kit.RowsAsync("select count(*) from emulation.figures", Cancellation));
        Assert.Contains("gửi lại.csv.DA-NHAN-TRUOC.2.html", kit.Results());
        Assert.Contains(
            "Nội dung tệp trùng hoàn toàn với tệp đã nhận lúc 09:00 ngày 10/04/2020. Số liệu không bị tính hai lần.",
            (await kit.RowsAsync("select body_text from emulation.receipts where submission_id = 2", Cancellation))[0],
            StringComparison.Ordinal);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_SameContentTwiceAtOnce_CountsOnce()
    {
        kit.Drop("a.csv", March);
        kit.Drop("b.csv", March);

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["accepted", "duplicate"], await kit.RowsAsync("select state from emulation.submissions order by submission_id", Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_ChangedFile_BecomesTheNextVersionAndSaysWhatChanged()
    {
        kit.Drop("thang-3.csv", March);
        await kit.SweepAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromDays(1));
        kit.Drop("thang-3.csv", LineReader.File("figures", "2020-03", "B01=1234.5", "B03=3", "B04=1"));

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["1|1|False", "2|2|True"], await kit.RowsAsync("select version_number, submission_id, is_current from emulation.submission_versions order by 1", Cancellation));
        var text = (await kit.RowsAsync("select body_text from emulation.receipts where submission_id = 2", Cancellation))[0];
        Assert.Contains("Phiên bản: 2 (thay phiên bản 1 nhận lúc 09:00 ngày 10/04/2020)", text, StringComparison.Ordinal);
        Assert.Contains("Thay đổi so với phiên bản 1\n- B01 Số dự thảo VBQPPL cấp huyện được thẩm định: 12 → 1.234,5\n- B04 ", text, StringComparison.Ordinal);
        Assert.Contains(": không có → 1%\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("- B03", text, StringComparison.Ordinal);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_OldContentAfterNewer_IsDuplicateAndTheNewerStillCounts()
    {
        kit.Drop("1.csv", March);
        await kit.SweepAsync(Cancellation);
        kit.Drop("2.csv", LineReader.File("figures", "2020-03", "B01=13"));
        await kit.SweepAsync(Cancellation);
        kit.Drop("3.csv", March);

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["2"], await kit.RowsAsync("select submission_id from emulation.submission_versions where is_current", Cancellation));
        Assert.Contains(
            "Sau lần nhận đó, đơn vị đã nộp nội dung khác, và nội dung mới hơn vẫn đang được tính.",
            (await kit.RowsAsync("select body_text from emulation.receipts where submission_id = 3", Cancellation))[0],
            StringComparison.Ordinal);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_TwoVersionsWaiting_TheOneSeenFirstGetsTheLowerNumber()
    {
        kit.Drop("z-first.csv", March);
        await kit.Take.RunAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromMinutes(1));
        kit.Drop("a-second.csv", LineReader.File("figures", "2020-03", "B01=13"));

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["z-first.csv|1", "a-second.csv|2"], await kit.RowsAsync(
            "select file_name, version_number from emulation.submissions join emulation.submission_versions using (submission_id) order by 2", Cancellation));
    }

    [Fact]
    public async Task Sweep_SameNameAgainAndAgain_TakesEach()
    {
        foreach (var value in Enumerable.Range(1, 3))
        {
            kit.Drop("so-lieu.csv", LineReader.File("figures", "2020-03", $"B01={value}"));
            await kit.SweepAsync(Cancellation);
        }

        Assert.Equal(3, Directory.GetFiles(kit.PathOf(IntakeKit.Folder + "/da-nhan")).Length);
        Assert.Equal(3, kit.Results().Length);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_BrokenFile_IsAnsweredAndStopsNoOther()
    {
        kit.Drop("hong.csv", "khong phai bieu mau");
        kit.Drop("rong.xlsx", "");
        kit.Drop("thang-3.csv", March);

        await kit.SweepAsync(Cancellation);

        Assert.Equal(
            ["hong.csv|rejected|E-TYPE", "rong.xlsx|rejected|E-TYPE", "thang-3.csv|accepted|"],
            (await kit.StatesAsync(Cancellation)).Order(StringComparer.Ordinal));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_LateReport_SaysHowLate()
    {
        kit.Clock.SetUtcNow(new DateTimeOffset(2020, 4, 22, 16, 59, 0, TimeSpan.Zero));
        kit.Drop("thang-4.csv", LineReader.File("figures", "2020-04", "B01=1"));

        await kit.SweepAsync(Cancellation);

        var text = (await kit.RowsAsync("select body_text from emulation.receipts", Cancellation))[0];
        Assert.Contains("Nhận lúc: 23:59 ngày 22/04/2020\nThời hạn: Trễ 2 ngày so với hạn 20/04/2020\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_AfterThePeriodWasClosed_KeepsTheFileAndMarksIt()
    {
        await CloseAsync("2020-W1");
        kit.Drop("thang-3.csv", March);

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["True|True"], await kit.RowsAsync("select is_current, came_after_closing from emulation.submission_versions", Cancellation));
        Assert.Contains(
            "Kết quả tháng 3/2020 đã chốt lúc 17:00 ngày 09/04/2020 và không thay đổi. Số liệu này được lưu, đánh dấu là nộp sau khi chốt.",
            (await kit.RowsAsync("select body_text from emulation.receipts", Cancellation))[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drain_WhileThePeriodIsBeingClosed_WaitsAndKnowsItCameAfter()
    {
        kit.Drop("thang-3.csv", March);
        await kit.Take.RunAsync(Cancellation);
        await using var closer = await kit.Database.DataSource.OpenConnectionAsync(Cancellation);
        var name = PeriodLock.NameOf(kit.Plan.Plan, kit.Plan.Plan.PeriodByCode(new("2020-W1")));
        await RunAsync(closer, $"select pg_advisory_lock(hashtextextended('{name}', 0))");

        var drain = Task.Run(() => kit.Ingest.DrainAsync(Cancellation), Cancellation);
        while (await kit.RowsAsync("select count(*) from pg_locks where locktype = 'advisory' and not granted", Cancellation) is ["0"])
        {
            Assert.False(drain.IsCompleted);
        }

        await CloseAsync("2020-W1");
        await RunAsync(closer, "select pg_advisory_unlock_all()");
        await drain;

        Assert.Equal(["True"], await kit.RowsAsync("select came_after_closing from emulation.submission_versions", Cancellation));
    }

    [Fact]
    public async Task Sweep_TextFromTheFileNameInTheReceipt_IsNoMarkup()
    {
        kit.Drop("<b onclick=alert(1)>&.csv", "x");

        await kit.SweepAsync(Cancellation);

        var html = (await kit.RowsAsync("select html from emulation.receipts", Cancellation))[0];
        Assert.DoesNotContain("<b onclick", html, StringComparison.Ordinal);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task CloseAsync(string period)
    {
        await kit.RowsAsync(
            $"""
            with run as (
                insert into emulation.runs (plan_version_id, period_id, kind, data_as_of, computed_at)
                select {kit.Plan.VersionId}, period_id, 'final', '2020-04-09 10:00Z', '2020-04-09 10:00Z' from emulation.periods where code = '{period}'
                returning run_id, period_id
            )
            insert into emulation.wave_closings (plan_code, period_id, run_id, closed_at, closed_by)
            select 'dak-lak-2020', period_id, run_id, '2020-04-09 10:00Z', 'test' from run
            """,
            Cancellation);
    }
}
