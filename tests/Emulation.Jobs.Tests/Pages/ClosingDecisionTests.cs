using System.Text.RegularExpressions;
using Emulation.Jobs.Closings;
using Emulation.Jobs.Jobs;
using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan;
using Emulation.Reports;
using Emulation.Reports.Waves;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Jobs.Tests.Pages;

/// <summary>The check list and the closing on the page of a wave, over HTTP: asked for at once, carried out by a job, closed only over the list that was seen.</summary>
public sealed partial class ClosingDecisionTests : IAsyncLifetime
{
    private const string Page = "/chot-dot/2020-W1";
    private const string Check = "/quyet-dinh/chot-dot/2020-W1/kiem-tra";
    private const string Close = "/quyet-dinh/chot-dot/2020-W1/chot";
    private const string Publish = "/quyet-dinh/chot-dot/2020-W1/phat-hanh";
    private const string Stands = "Chưa có gì thay đổi: danh mục đang được lập, kỳ đang được chốt";
    private const string Overtaken = "Chưa có gì thay đổi: danh mục bạn xem không còn là danh mục mới nhất";
    private const string Orders = "select what, asked_by, coalesce(outcome, '-') from emulation.wave_orders order by wave_order_id";
    private const string Closings = "select edition, closed_by from emulation.wave_closings order by edition";
    private static readonly PeriodCode Wave1 = new("2020-W1");

    private HostBench bench = null!;
    private HttpClient browser = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // No worker takes a job, so that what the page shows meanwhile can be seen.
        bench = await HostBench.StartAsync(services => services.AddSingleton<Hangfire.IBackgroundJobClient, Acting.NoJobs>(), settings: Acting.People);
        browser = await bench.SignedInAsync(Acting.Officer);
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return bench.DisposeAsync();
    }

    [Fact]
    public async Task Check_IsAnsweredAtOnce_MadeByAJob_AndSaysWhatTheCommandSays()
    {
        var form = Acting.Hidden(await browser.ReadAsync(Page), Check);
        var said = await browser.SaidAsync(await browser.SendFormAsync(Check, form));
        var meanwhile = await browser.ReadAsync(Page);
        await bench.CarryOutAsync();
        var page = await browser.ReadAsync(Page);
        var late = await browser.SaidAsync(await browser.SendFormAsync(Check, form));
        var lines = await bench.Host.Services.GetRequiredService<CheckWave>().RunAsync(Wave1, Cancellation);

        Assert.Equal("Đang lập danh mục kiểm tra. Trang này tự tải lại và cho biết khi xong.", said);
        Assert.StartsWith(Stands, late, StringComparison.Ordinal);
        Assert.Single(await bench.RowsAsync(Orders));
        Assert.Contains($"Đang lập danh mục kiểm tra ({Acting.Officer} yêu cầu lúc ", meanwhile, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", meanwhile, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        // The words and their order, without title and signs of a list.
        var told = ChecklistText.Of("đợt 1 năm 2020", lines).Skip(1).Where(line => line.Length > 0).Select(line => line.StartsWith(" - ", StringComparison.Ordinal) ? line[3..] : line.TrimStart());
        Assert.True(lines.Count > 10);
        Assert.Equal(told, Told().Matches(page[page.IndexOf("danh mục kiểm tra lập lúc", StringComparison.OrdinalIgnoreCase)..]).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public async Task Close_OverTheListThatWasSeen_IsDoneOnceInThePersonsName()
    {
        var fields = await ReadyAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.SendFormAsync(Close, fields)));
        var during = await browser.SaidAsync(await browser.SendFormAsync(Close, fields));
        var meanwhile = await browser.ReadAsync(Page);
        Assert.Empty(await bench.RowsAsync(Closings));
        await bench.CarryOutAsync();
        var page = await browser.ReadAsync(Page);
        var late = await browser.SaidAsync(await browser.SendFormAsync(Close, fields));

        Assert.StartsWith(Stands, during, StringComparison.Ordinal);
        Assert.StartsWith(Overtaken, late, StringComparison.Ordinal);
        Assert.Contains($"Đang chốt ({Acting.Officer} yêu cầu lúc ", meanwhile, StringComparison.Ordinal);
        Assert.DoesNotContain($"action=\"{Close}\"", meanwhile, StringComparison.Ordinal);
        Assert.Contains($"Đã chốt theo yêu cầu của {Acting.Officer}.", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"action=\"{Close}\"", page, StringComparison.Ordinal);
        Assert.Equal([$"1|{Acting.Officer}"], await bench.RowsAsync(Closings));
        Assert.Equal([$"check|{Acting.Officer}|checked", $"close|{Acting.Officer}|closed"], await bench.RowsAsync(Orders));
        Assert.Equal(
            [$"closing-ordered|{Acting.Officer}", $"wave-closed|{Acting.Officer}"],
            await bench.RowsAsync("select kind, actor from emulation.audit_entries where kind in ('closing-ordered', 'wave-closed') order by audit_id"));
    }

    [Fact]
    public async Task Close_OverAListThatIsAnotherByThen_ClosesNothing_AndShowsTheNewOne()
    {
        await browser.SendFormAsync(Close, await ReadyAsync());
        var objections = bench.Host.Services.GetRequiredService<RaiseObjection>();
        var objection = await objections.RunAsync(new UnitCode("654"), Wave1, "Thiếu điểm B06", "Trưởng phòng", "giấy đến muộn", Cancellation);

        await bench.CarryOutAsync();
        var page = await browser.ReadAsync(Page);
        await objections.AnswerAsync(objection.Id, isUpheld: false, "Đã tính đủ", "Hội đồng", Cancellation);
        var answered = await browser.ReadAsync(Page);

        Assert.Contains($"Chưa chốt theo yêu cầu của {Acting.Officer}: danh mục kiểm tra đã khác lúc xem", page, StringComparison.Ordinal);
        Assert.Contains("Kiến nghị chưa trả lời: 1 (phải xử lý xong mới chốt được)", page, StringComparison.Ordinal);
        Assert.All([page, answered], one => Assert.DoesNotContain($"action=\"{Close}\"", one, StringComparison.Ordinal));
        Assert.Empty(await bench.RowsAsync(Closings));
        // The list says what bars; made anew, it does not, and can be closed over.
        await browser.SendFormAsync(Close, await ReadyAsync());
        await bench.CarryOutAsync();
        Assert.Equal([$"1|{Acting.Officer}"], await bench.RowsAsync(Closings));
    }

    // also where nothing of it bars: a file that came since
    [Fact]
    public async Task Close_OverAListThatHadALineLess_ClosesNothing_AndMayBeRepeatedOverTheNewOne()
    {
        var fields = await ReadyAsync();
        await browser.SendFormAsync(Close, fields);
        await bench.RowsAsync("update emulation.wave_orders set lines = lines - 0 where what = 'check' returning 1");

        await bench.CarryOutAsync();
        Assert.Equal($"close|{Acting.Officer}|changed", (await bench.RowsAsync(Orders))[^1]);
        await browser.SendFormAsync(Close, [.. Acting.Hidden(await browser.ReadAsync(Page), Close), .. fields.Where(field => field.Name == "da-doc")]);
        await bench.CarryOutAsync();

        Assert.Equal([$"1|{Acting.Officer}"], await bench.RowsAsync(Closings));
        Assert.Equal(3, (await bench.RowsAsync(Orders)).Count);
    }

    [Fact]
    public async Task Close_OverAnOlderList_OrWithAnObjectionOpen_IsRefused()
    {
        var older = await ReadyAsync();
        var newer = await ReadyAsync();
        var overOlder = await browser.SaidAsync(await browser.SendFormAsync(Close, older));
        await bench.Host.Services.GetRequiredService<RaiseObjection>().RunAsync(new UnitCode("654"), Wave1, "x", "y", "giấy đến muộn", Cancellation);

        var overObjection = await browser.SaidAsync(await browser.SendFormAsync(Close, newer));

        Assert.All([overOlder, overObjection], said => Assert.StartsWith(Overtaken, said, StringComparison.Ordinal));
        Assert.DoesNotContain($"action=\"{Close}\"", await browser.ReadAsync(Page), StringComparison.Ordinal);
        Assert.Equal(2, (await bench.RowsAsync(Orders)).Count);
    }

    [Fact]
    public async Task Close_WithoutEveryKindTicked_OrWithoutWhatWasSeen_IsRefused()
    {
        var fields = await ReadyAsync();

        var unticked = await browser.SaidAsync(await browser.SendFormAsync(Close, fields[..^1]));
        var unseen = await browser.SaidAsync(await browser.SendFormAsync(Close, fields.Where(field => field.Name != "da-xem")));

        Assert.Equal("Chưa đánh dấu đã đọc hết danh mục, chưa có gì thay đổi.", unticked);
        Assert.StartsWith("Biểu mẫu không đầy đủ", unseen, StringComparison.Ordinal);
        Assert.Single(await bench.RowsAsync(Orders));
    }

    // who closed it between: ourselves before we were killed, or somebody else
    [Theory]
    [InlineData(Acting.Officer, "closed", "Đã chốt theo yêu cầu của")]
    [InlineData("schedule", "was-closed", "Người khác hoặc lịch đã chốt trước; yêu cầu của")]
    public async Task Close_KilledAfterTheClosing_OrOvertakenByAnother_ClosesOnce(string closedBy, string outcome, string sentence)
    {
        await browser.SendFormAsync(Close, await ReadyAsync());
        await bench.Host.Services.GetRequiredService<CloseWave>().RunAsync(Wave1, closedBy, Cancellation);

        await bench.CarryOutAsync();

        Assert.Contains(sentence, await browser.ReadAsync(Page), StringComparison.Ordinal);
        Assert.Equal([$"1|{closedBy}"], await bench.RowsAsync(Closings));
        Assert.Equal($"close|{Acting.Officer}|{outcome}", (await bench.RowsAsync(Orders))[^1]);
    }

    [Fact]
    public async Task Close_AfterAReopening_TakesANewList_AndMakesTheNextEdition()
    {
        await browser.SendFormAsync(Close, await ReadyAsync());
        await bench.CarryOutAsync();
        await ReopenAsync();
        Assert.DoesNotContain($"action=\"{Close}\"", await browser.ReadAsync(Page), StringComparison.Ordinal);

        await browser.SendFormAsync(Close, await ReadyAsync());
        await bench.CarryOutAsync();

        Assert.Equal([$"1|{Acting.Officer}", $"2|{Acting.Officer}"], await bench.RowsAsync(Closings));
        Assert.Equal(4, (await bench.RowsAsync(Orders)).Count);
    }

    [Fact]
    public async Task Publish_OfAClosingWithoutAReport_IsDoneOnceInThePersonsName_AndLinked()
    {
        await bench.Host.Services.GetRequiredService<CloseWave>().RunAsync(Wave1, "A", Cancellation);
        (string, string)[] fields = [.. Acting.Hidden(await browser.ReadAsync(Page), Publish), ("xac-nhan", "on")];

        var unticked = await browser.SaidAsync(await browser.SendFormAsync(Publish, fields[..^1]));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => browser.SendFormAsync(Publish, fields)));
        var meanwhile = await browser.ReadAsync(Page);
        await bench.CarryOutAsync();
        var page = await browser.ReadAsync(Page);
        var late = await browser.SaidAsync(await browser.SendFormAsync(Publish, fields));

        Assert.Equal("Chưa đánh dấu xác nhận, chưa có gì thay đổi.", unticked);
        Assert.Contains($"Đang lập và phát hành báo cáo ({Acting.Officer} yêu cầu lúc ", meanwhile, StringComparison.Ordinal);
        // What the page would lose when it reloads is not asked for.
        Assert.DoesNotContain("<textarea", meanwhile, StringComparison.Ordinal);
        Assert.DoesNotContain("/quyet-dinh/", meanwhile, StringComparison.Ordinal);
        Assert.Contains($"Đã phát hành báo cáo theo yêu cầu của {Acting.Officer}", page, StringComparison.Ordinal);
        Assert.Contains("<textarea", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Publish, page, StringComparison.Ordinal);
        Assert.StartsWith("Chưa có gì thay đổi", late, StringComparison.Ordinal);
        var report = Assert.Single(await bench.RowsAsync("select report_id from emulation.reports where kind = 'wave-interim' and status <> 'draft'"));
        Assert.Contains($"href=\"/bao-cao/{report}\"", page, StringComparison.Ordinal);
        Assert.Equal([$"publish|{Acting.Officer}|published"], await bench.RowsAsync(Orders));
        Assert.Equal([Acting.Officer], await bench.RowsAsync("select actor from emulation.audit_entries where kind = 'publishing-ordered'"));
        Assert.NotEmpty(await bench.RowsAsync($"select 1 from emulation.deliveries where report_id = {report}"));
    }

    /// <summary>After a reopening the report of the first closing is none of the second's: its corrigendum is offered, and not made of a closing that binds no longer.</summary>
    [Fact]
    public async Task Publish_AfterAReopening_IsTheCorrigendum()
    {
        var close = bench.Host.Services.GetRequiredService<CloseWave>();
        await close.RunAsync(Wave1, "A", Cancellation);
        await PublishAsync();
        Assert.DoesNotContain(Publish, await browser.ReadAsync(Page), StringComparison.Ordinal);
        await ReopenAsync();
        await bench.Host.Services.GetRequiredService<EnterAdjustment>().RunAsync(new AdjustmentEntry(new UnitCode("654"), Wave1, 2, "Sáng kiến cấp tỉnh", "QĐ 15", "A"), Cancellation);
        await close.RunAsync(Wave1, "A", Cancellation);
        Assert.Contains("Phát hành bản đính chính", await browser.ReadAsync(Page), StringComparison.Ordinal);

        await browser.SendFormAsync(Publish, [.. Acting.Hidden(await browser.ReadAsync(Page), Publish), ("xac-nhan", "on")]);
        await ReopenAsync();
        await bench.CarryOutAsync();
        var reopened = await browser.ReadAsync(Page);
        await close.RunAsync(Wave1, "A", Cancellation);
        await PublishAsync();

        Assert.Contains("bản chốt không còn hiệu lực", reopened, StringComparison.Ordinal);
        Assert.Equal(["1", "2"], await bench.RowsAsync("select edition from emulation.reports order by edition"));
        Assert.DoesNotContain(Publish, await browser.ReadAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ToAnObjection_IsToldToTheUnitByTheSweep()
    {
        var objections = bench.Host.Services.GetRequiredService<RaiseObjection>();
        var objection = await objections.RunAsync(new UnitCode("654"), Wave1, "Thiếu điểm B06", "Trưởng phòng", "giấy đến muộn", Cancellation);
        await objections.AnswerAsync(objection.Id, isUpheld: false, "Đã tính đủ", "Hội đồng", Cancellation);

        await using var scope = bench.Host.Services.CreateAsyncScope();
        var sweep = ActivatorUtilities.CreateInstance<SweepJob>(scope.ServiceProvider);
        await sweep.ExecuteAsync(Cancellation);
        await sweep.ExecuteAsync(Cancellation);

        Assert.Equal([$"objection-answer:{objection.Id}|654"], await bench.RowsAsync("select subject_key, recipient_code from emulation.deliveries where subject_key like 'objection-answer:%'"));
    }

    [Fact]
    public async Task Order_WhoseJobWasLost_IsFoundByTheSweep_AndOneThatIsOverIsNotRunAgain()
    {
        await browser.SendAsync(Page, Check);
        await using var scope = bench.Host.Services.CreateAsyncScope();
        var orders = scope.ServiceProvider.GetRequiredService<OrderClosing>();
        Assert.Empty(await orders.ListLostAsync("dak-lak-2020", Cancellation));
        await bench.RowsAsync("update emulation.wave_orders set asked_at = asked_at - interval '11 minutes' returning 1");

        var lost = Assert.Single(await orders.ListLostAsync("dak-lak-2020", Cancellation));
        await orders.RunAsync(lost, Cancellation);
        await bench.RowsAsync("update emulation.wave_orders set begun_at = null returning 1");
        await orders.RunAsync(lost, Cancellation);

        Assert.Equal(["True"], await bench.RowsAsync("select begun_at is null from emulation.wave_orders"));
        Assert.Empty(await orders.ListLostAsync("dak-lak-2020", Cancellation));
    }

    [Fact]
    public async Task Order_ThatFails_SaysSo_AndMayBeGivenAgain()
    {
        var fields = await ReadyAsync();
        await browser.SendFormAsync(Close, fields);
        await bench.RowsAsync("alter table emulation.run_inputs rename to away");

        await bench.CarryOutAsync();
        var page = await browser.ReadAsync(Page);
        await bench.RowsAsync("alter table emulation.away rename to run_inputs");
        await browser.SendFormAsync(Close, [.. Acting.Hidden(await browser.ReadAsync(Page), Close), .. fields.Where(field => field.Name == "da-doc")]);
        await bench.CarryOutAsync();

        Assert.Contains("Không chốt được (lúc ", page, StringComparison.Ordinal);
        Assert.Equal([$"1|{Acting.Officer}"], await bench.RowsAsync(Closings));
    }

    [Fact]
    public async Task Viewer_SeesTheListAndNoForm()
    {
        await ReadyAsync();
        using var viewer = await bench.SignedInAsync(Acting.Viewer);

        var page = await viewer.ReadAsync(Page);

        Assert.Contains("Báo cáo chưa gửi: ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/quyet-dinh/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"checkbox\"", page, StringComparison.Ordinal);
    }

    private async Task PublishAsync()
    {
        await browser.SendFormAsync(Publish, [.. Acting.Hidden(await browser.ReadAsync(Page), Publish), ("xac-nhan", "on")]);
        await bench.CarryOutAsync();
    }

    private async Task ReopenAsync()
    {
        var reopen = bench.Host.Services.GetRequiredService<ReopenWave>();
        await reopen.ApproveAsync(Wave1, await reopen.AskAsync(Wave1, "x", "A", Cancellation), "B", Cancellation);
    }

    /// <summary>The form to close over a check list made just now, every kind ticked.</summary>
    private async Task<(string Name, string Value)[]> ReadyAsync()
    {
        await browser.SendAsync(Page, Check);
        await bench.CarryOutAsync();
        var page = await browser.ReadAsync(Page);
        return [.. Acting.Hidden(page, Close), .. Ticks().Matches(page).Select(match => ("da-doc", match.Groups[1].Value))];
    }

    [GeneratedRegex("name=\"da-doc\" value=\"([^\"]+)\"")]
    private static partial Regex Ticks();

    [GeneratedRegex("<(?:h3|li|p|div class=\"note\")>([^<]+)(?=<)")]
    private static partial Regex Told();
}
