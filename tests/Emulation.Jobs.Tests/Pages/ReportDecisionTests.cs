using System.Net;
using Emulation.Jobs.Tests.Hosting;

namespace Emulation.Jobs.Tests.Pages;

/// <summary>Holding, releasing and sending a report again from its page, over HTTP.</summary>
public sealed class ReportDecisionTests
{
    private const string Decisions = "select decision, coalesce(reason, '-'), decided_by from emulation.report_decisions order by report_decision_id";
    private const string Mails = "select state, count(*) from emulation.deliveries group by state order by state";

    [Fact]
    public async Task Hold_ThenRelease_MailsOnceInThePersonsName()
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync(Acting.Officer);
        var page = "/bao-cao/" + await bench.PublishAsync();

        var held = await browser.SaidAsync(await browser.SendAsync(page, $"/quyet-dinh{page}/giu-lai", ("ly-do", "  Krông Pắc gửi lại số  ")));
        Assert.Equal(["held|4"], await bench.RowsAsync(Mails));
        var released = await browser.SaidAsync(await browser.SendAsync(page + "/gui-ngay", $"/quyet-dinh{page}/gui-ngay", ("xac-nhan", "on")));
        await bench.WaitForAsync<long>("select count(*) from emulation.deliveries where state = 'accepted'", count => count == 4);

        Assert.Equal("Đã giữ lại 4 thư đang chờ. Thư chỉ đi khi có người cho gửi.", held);
        Assert.Equal("Đã cho gửi 4 thư. Thư đang được chuyển cho máy chủ thư.", released);
        Assert.Equal([$"hold|Krông Pắc gửi lại số|{Acting.Officer}", $"release|-|{Acting.Officer}"], await bench.RowsAsync(Decisions));
        Assert.Equal(
            [$"report-decided|{Acting.Officer}", $"report-decided|{Acting.Officer}"],
            await bench.RowsAsync("select kind, actor from emulation.audit_entries where kind = 'report-decided' order by audit_id"));
    }

    [Fact]
    public async Task Resend_ToAChosenRecipient_ClickedTwice_QueuesOneMail()
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync(Acting.Officer);
        var page = "/bao-cao/" + await SentAsync(bench, browser);
        var address = (await bench.RowsAsync("select address from emulation.deliveries order by delivery_id limit 1")).Single();
        var form = Acting.Hidden(await browser.ReadAsync(page + "/gui-lai"), $"/quyet-dinh{page}/gui-lai");
        (string, string)[] fields = [.. form, ("noi-nhan", address), ("ly-do", "Hộp thư đầy"), ("xac-nhan", "on")];

        var twice = await Task.WhenAll(browser.SendFormAsync($"/quyet-dinh{page}/gui-lai", fields), browser.SendFormAsync($"/quyet-dinh{page}/gui-lai", fields));
        var late = await browser.SaidAsync(await browser.SendFormAsync($"/quyet-dinh{page}/gui-lai", fields));

        Assert.All(twice, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.StartsWith("Chưa có gì thay đổi: việc này đã có quyết định sau khi bạn mở trang", late, StringComparison.Ordinal);
        await bench.DrainAsync();
        await bench.WaitForAsync<long>("select count(*) from emulation.deliveries where state in ('queued', 'sending')", count => count == 0);
        Assert.Equal(["2"], await bench.RowsAsync($"select count(*) from emulation.deliveries where address = '{address}'"));
        Assert.Equal(["1"], await bench.RowsAsync("select count(*) from emulation.report_decisions where decision = 'resend'"));
    }

    [Fact]
    public async Task Resend_ToSomebodyWhoWasNeverMailed_MailsNobody()
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync(Acting.Officer);
        var page = "/bao-cao/" + await SentAsync(bench, browser);

        var answer = await browser.SendAsync(
            page + "/gui-lai", $"/quyet-dinh{page}/gui-lai", ("noi-nhan", "ai-do@khac.example"), ("ly-do", "x"), ("xac-nhan", "on"));

        Assert.Equal("Chưa chọn nơi nhận nào, chưa có thư nào được gửi.", await browser.SaidAsync(answer));
        Assert.Equal(["accepted|4"], await bench.RowsAsync(Mails));
    }

    [Theory]
    [InlineData("giu-lai", "ly-do", "   ", "Chưa ghi lý do, chưa có gì thay đổi. Lý do được lưu cùng quyết định.")]
    [InlineData("giu-lai", "khac", "x", "Chưa ghi lý do, chưa có gì thay đổi. Lý do được lưu cùng quyết định.")]
    [InlineData("gui-ngay", "khac", "x", "Chưa đánh dấu xác nhận, chưa có thư nào được gửi.")]
    public async Task FormThatLacksSomething_ChangesNothing_AndSaysWhat(string what, string field, string value, string sentence)
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync(Acting.Officer);
        var page = "/bao-cao/" + await bench.PublishAsync();

        var said = await browser.SaidAsync(await browser.SendAsync(what == "giu-lai" ? page : page + "/" + what, $"/quyet-dinh{page}/{what}", (field, value)));

        Assert.Equal(sentence, said);
        Assert.Empty(await bench.RowsAsync(Decisions));
    }

    [Fact]
    public async Task TwoPeopleAtOnce_TheSecondIsToldAndChangesNothing()
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var first = await bench.SignedInAsync(Acting.Officer);
        using var second = await bench.SignedInAsync();
        var page = "/bao-cao/" + await bench.PublishAsync();
        var seen = Acting.Hidden(await second.ReadAsync(page + "/gui-ngay"), $"/quyet-dinh{page}/gui-ngay");

        await first.SendAsync(page, $"/quyet-dinh{page}/giu-lai", ("ly-do", "Chờ xác minh"));
        var said = await second.SaidAsync(await second.SendFormAsync($"/quyet-dinh{page}/gui-ngay", [.. seen, ("xac-nhan", "on")]));

        Assert.StartsWith("Chưa có gì thay đổi: việc này đã có quyết định sau khi bạn mở trang", said, StringComparison.Ordinal);
        Assert.Equal([$"hold|Chờ xác minh|{Acting.Officer}"], await bench.RowsAsync(Decisions));
        Assert.Contains($"Giữ lại · {Acting.Officer}: Chờ xác minh", await second.ReadAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sentence_IsShownOnce_AndNobodyCanWriteOne()
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = await bench.SignedInAsync();
        var page = "/bao-cao/" + await bench.PublishAsync();

        Assert.NotEmpty(await browser.SaidAsync(await browser.SendAsync(page, $"/quyet-dinh{page}/giu-lai", ("ly-do", "x"))));
        Assert.DoesNotContain("class=\"said good", await browser.ReadAsync(page), StringComparison.Ordinal);
        browser.DefaultRequestHeaders.Add("Cookie", "emulation-said=.gia-mao");
        Assert.DoesNotContain("gia-mao", await browser.ReadAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_ListsWhoWouldGetTheReport_AndShowsItsBody()
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync(Acting.Officer);

        var page = await browser.ReadAsync("/bao-cao/xem-truoc?bc=monthly-progress_2020-02");
        var body = await browser.ReadAsync("/bao-cao/xem-truoc/noi-dung?bc=monthly-progress_2020-02");
        var final = await browser.ReadAsync("/bao-cao/xem-truoc/noi-dung?bc=final_2020");

        Assert.Contains("cac-ptp@donvi.example", page, StringComparison.Ordinal);
        Assert.Contains("Tháng 2", body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("chưa chốt kết quả nên chưa có báo cáo tổng kết", final, StringComparison.Ordinal);
        Assert.Empty(await bench.RowsAsync("select * from emulation.reports"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/bao-cao/xem-truoc/noi-dung?bc=khac", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<long> SentAsync(HostBench bench, HttpClient browser)
    {
        var id = await bench.PublishAsync();
        await browser.SendAsync($"/bao-cao/{id}/gui-ngay", $"/quyet-dinh/bao-cao/{id}/gui-ngay", ("xac-nhan", "on"));
        await bench.DrainAsync();
        await bench.WaitForAsync<long>("select count(*) from emulation.deliveries where state = 'accepted'", count => count == 4);
        return id;
    }
}
