using System.Net;
using Emulation.Jobs.Tests.Hosting;

namespace Emulation.Jobs.Tests.Pages;

/// <summary>The decision about a mail of which nobody knows whether it arrived, over HTTP: asked, never repeated.</summary>
public sealed class DeliveryDecisionTests
{
    // Beside the hold and the release of the report, with which every mail here begins.
    private const string Decided = "select state, answer, decided_by from emulation.delivery_events where decided_by is not null order by delivery_event_id offset 8";

    [Fact]
    public async Task Uncertain_SentAgainAtAPersonsWord_ClickedOftenAtOnce_IsSentOnce()
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync(Acting.Officer);
        var (page, action) = await UncertainAsync(bench, browser, "gui");
        (string, string)[] fields = [.. Acting.Hidden(await browser.ReadAsync(page), action), ("ly-do", "Người nhận báo chưa có"), ("xac-nhan", "on")];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.SendFormAsync(action, fields)));
        await bench.DrainAsync();
        await bench.WaitForAsync<string>(State(page), state => state == "accepted");
        // As it may come: uncertain once more. What was clicked about the first time is no decision about the second.
        await ExecuteAsync(bench, $"update emulation.deliveries set state = 'uncertain' where delivery_id = {Number(page)}");
        var late = await browser.SaidAsync(await browser.SendFormAsync(action, fields));

        Assert.Equal("Chưa có gì thay đổi: tình trạng thư đã khác lúc bạn mở trang hoặc quyết định không áp dụng được. Lúc này: Không rõ.", late);
        Assert.Equal(["2"], await bench.RowsAsync($"select attempts from emulation.deliveries where delivery_id = {Number(page)}"));
        Assert.Equal([$"queued|Người nhận báo chưa có|{Acting.Officer}"], await bench.RowsAsync(Decided));
    }

    [Theory]
    [InlineData("arrived", "accepted", "Đã ghi: Đã đến nơi.")]
    [InlineData("bounced", "bounced", "Đã ghi: Bị trả lại.")]
    public async Task Uncertain_Settled_IsOnRecordAndNothingIsSent(string outcome, string state, string sentence)
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync(Acting.Officer);
        var (page, action) = await UncertainAsync(bench, browser, "ket-qua");
        var seen = Acting.Hidden(await browser.ReadAsync(page), action);

        var said = await browser.SaidAsync(await browser.SendAsync(page, action, ("ket-qua", outcome), ("ly-do", "Đã gọi điện")));
        var again = await browser.SaidAsync(await browser.SendFormAsync(action, [.. seen, ("ket-qua", outcome), ("ly-do", "Đã gọi điện")]));

        Assert.Equal(sentence, said);
        Assert.StartsWith("Chưa có gì thay đổi: tình trạng thư đã khác", again, StringComparison.Ordinal);
        Assert.Equal([$"{state}|1"], await bench.RowsAsync($"select state, attempts from emulation.deliveries where delivery_id = {Number(page)}"));
        Assert.Equal([$"{state}|Đã gọi điện|{Acting.Officer}"], await bench.RowsAsync(Decided));
        Assert.Equal(
            [$"{Acting.Officer}|{state}"],
            await bench.RowsAsync("select actor, payload::json ->> 'state' from emulation.audit_entries join emulation.audit_payloads using (audit_id) order by audit_id desc limit 1"));
    }

    [Theory]
    [InlineData("gui", "xac-nhan=on", "Chưa ghi lý do, chưa có gì thay đổi. Lý do được lưu cùng quyết định.")]
    [InlineData("gui", "ly-do=x", "Chưa đánh dấu xác nhận, chưa có thư nào được gửi.")]
    [InlineData("ket-qua", "ly-do=x&ket-qua=khac", "Chưa chọn kết quả, chưa có gì thay đổi.")]
    public async Task FormThatLacksSomething_ChangesNothing_AndSaysWhat(string what, string fields, string sentence)
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync(Acting.Officer);
        var (page, action) = await UncertainAsync(bench, browser, what);

        var said = await browser.SaidAsync(await browser.SendAsync(page, action, [.. fields.Split('&').Select(field => field.Split('=')).Select(field => (field[0], field[1]))]));

        Assert.Equal(sentence, said);
        Assert.Equal(["uncertain"], await bench.RowsAsync(State(page)));
    }

    [Fact]
    public async Task HeldWithItsReport_IsNotSentAlone_AndUnknownMailIsNotFound()
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync(Acting.Officer);
        var report = "/bao-cao/" + await bench.PublishAsync();
        await browser.SendAsync(report, $"/quyet-dinh{report}/giu-lai", ("ly-do", "x"));
        var number = (await bench.RowsAsync("select min(delivery_id) from emulation.deliveries")).Single();
        var page = await browser.ReadAsync("/gui-thu/" + number);

        var said = await browser.SaidAsync(await browser.SendFormAsync(
            $"/quyet-dinh/gui-thu/{number}/gui",
            [("__RequestVerificationToken", HostBench.TokenOf(page)), ("da-xem", "held 0"), ("ly-do", "x"), ("xac-nhan", "on")]));

        Assert.DoesNotContain("/quyet-dinh/gui-thu/", page, StringComparison.Ordinal);
        Assert.StartsWith("Chưa có gì thay đổi", said, StringComparison.Ordinal);
        Assert.Equal(["held|4"], await bench.RowsAsync("select state, count(*) from emulation.deliveries group by state"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/gui-thu/999999", TestContext.Current.CancellationToken)).StatusCode);
    }

    /// <summary>A mail whose sender lost the server's answer, its page and the address of a decision about it.</summary>
    private static async Task<(string Page, string Action)> UncertainAsync(HostBench bench, HttpClient browser, string what)
    {
        var report = "/bao-cao/" + await bench.PublishAsync();
        await browser.SendAsync(report, $"/quyet-dinh{report}/giu-lai", ("ly-do", "x"));
        var released = await browser.SaidAsync(await browser.SendAsync(report + "/gui-ngay", $"/quyet-dinh{report}/gui-ngay", ("xac-nhan", "on")));
        Assert.StartsWith("Đã cho gửi 4 thư.", released, StringComparison.Ordinal);
        await bench.DrainAsync();
        await bench.WaitForAsync<long>("select count(*) from emulation.deliveries where state = 'accepted'", count => count == 4);
        await ExecuteAsync(bench, "update emulation.deliveries set state = 'uncertain' where delivery_id = (select min(delivery_id) from emulation.deliveries)");
        var number = (await bench.RowsAsync("select min(delivery_id) from emulation.deliveries")).Single();
        return ($"/gui-thu/{number}", $"/quyet-dinh/gui-thu/{number}/{what}");
    }

    private static string Number(string page) => page["/gui-thu/".Length..];

    private static string State(string page) => $"select state from emulation.deliveries where delivery_id = {Number(page)}";

    private static async Task ExecuteAsync(HostBench bench, string sql)
    {
        await using var command = bench.Database.OwnerDataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
