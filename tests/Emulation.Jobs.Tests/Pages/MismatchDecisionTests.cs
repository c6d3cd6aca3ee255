using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Emulation.Jobs.Tests.Hosting;

namespace Emulation.Jobs.Tests.Pages;

/// <summary>Concluding, following and closing an entry of the register on its page, over HTTP.</summary>
public sealed partial class MismatchDecisionTests : IAsyncLifetime
{
    private const string Stale = "Chưa có gì thay đổi: việc này đã có quyết định sau khi bạn mở trang";
    private HostBench bench = null!;
    private HttpClient browser = null!;
    private string page = null!;

    public async ValueTask InitializeAsync()
    {
        bench = await HostBench.StartAsync(settings: Acting.People);
        browser = await bench.SignedInAsync(Acting.Officer);
        await browser.SendAsync("/sai-lech", "/quyet-dinh/sai-lech/tong-hop", ("ky", "2020-W1"));
        await bench.LookAsync();
        page = Entry().Match(await browser.ReadAsync("/sai-lech?ky=2020-W1")).Groups[1].Value;
        Assert.NotEmpty(page);
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return bench.DisposeAsync();
    }

    [Fact]
    public async Task Decide_IsOnRecordInThePersonsName()
    {
        var said = await browser.SaidAsync(await SendAsync("ket-luan", ("chon", "as-is"), ("ly-do", "Hai số khác phạm vi")));

        Assert.Equal($"Đã ghi kết luận cho mục {Number}: chấp nhận cả hai.", said);
        Assert.Equal([$"as-is|Hai số khác phạm vi|{Acting.Officer}"], await bench.RowsAsync("select counts, reason, decided_by from emulation.mismatch_decisions"));
        Assert.Equal([Acting.Officer], await bench.RowsAsync("select actor from emulation.audit_entries where kind = 'mismatch-decided'"));
        Assert.Contains($"/sai-lech/{Number}\"", await browser.ReadAsync("/sai-lech?trang-thai=decided"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/sai-lech/{Number}\"", await browser.ReadAsync("/sai-lech?trang-thai=open"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_ClickedTwiceAtOnce_IsWrittenOnce()
    {
        var action = $"/quyet-dinh{page}/ket-luan";
        (string, string)[] fields = [.. Acting.Hidden(await browser.ReadAsync(page), action), ("chon", "stated"), ("ly-do", "x")];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.SendFormAsync(action, fields)));
        var late = await browser.SaidAsync(await browser.SendFormAsync(action, fields));

        Assert.StartsWith(Stale, late, StringComparison.Ordinal);
        Assert.Single(await bench.RowsAsync("select 1 from emulation.mismatch_decisions"));
    }

    [Fact]
    public async Task Follow_ThenClose_ThenCloseAgain()
    {
        var due = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(5);
        var iso = due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var followed = await browser.SaidAsync(await SendAsync("theo-doi", ("nguoi", "Thanh tra Sở"), ("han", iso), ("ghi-chu", "Gửi lại biểu")));
        var before = Acting.Hidden(await browser.ReadAsync(page), $"/quyet-dinh{page}/xong");
        var closed = await browser.SaidAsync(await SendAsync("xong", ("ghi-chu", "Đã rõ")));
        var again = await browser.SaidAsync(await browser.SendFormAsync($"/quyet-dinh{page}/xong", before));

        Assert.Equal($"Đã giao Thanh tra Sở theo dõi, hạn {due:dd/MM/yyyy}.", followed);
        Assert.Equal("Đã kết thúc việc theo dõi.", closed);
        Assert.Equal("Không ai đang theo dõi mục này: việc theo dõi đã kết thúc.", again);
        Assert.Equal([$"Thanh tra Sở|Gửi lại biểu|{Acting.Officer}"], await bench.RowsAsync("select owner, note, entered_by from emulation.mismatch_follow_ups"));
        Assert.Equal([$"Đã rõ|{Acting.Officer}"], await bench.RowsAsync("select note, ended_by from emulation.mismatch_follow_up_ends"));
    }

    // what lacks, and the sentence
    [Theory]
    [InlineData("ket-luan", "chon=stated&ly-do=%20", "Chưa ghi lý do, chưa có gì thay đổi. Lý do được lưu cùng quyết định.")]
    [InlineData("ket-luan", "ly-do=x", "Chưa chọn số nào đúng, chưa có gì thay đổi.")]
    [InlineData("ket-luan", "chon=khac&ly-do=x", "Chưa chọn số nào đúng, chưa có gì thay đổi.")]
    [InlineData("theo-doi", "han=2999-01-01", "Chưa ghi ai theo dõi, chưa có gì thay đổi.")]
    [InlineData("theo-doi", "nguoi=x&han=2020-01-01", "Hạn phải từ ngày ")]
    [InlineData("theo-doi", "nguoi=x&han=05/01/2999", "Hạn phải từ ngày ")]
    public async Task FormThatLacksSomething_ChangesNothing_AndSaysWhat(string what, string fields, string sentence)
    {
        var pairs = fields.Split('&').Select(field => field.Split('=')).Select(field => (field[0], Uri.UnescapeDataString(field[1])));

        var said = await browser.SaidAsync(await SendAsync(what, [.. pairs]));

        Assert.StartsWith(sentence, said, StringComparison.Ordinal);
        Assert.Empty(await bench.RowsAsync("select 1 from emulation.mismatch_decisions union all select 1 from emulation.mismatch_follow_ups"));
    }

    [Fact]
    public async Task UnknownEntry_IsNotFound_AndALongTextIsRefused()
    {
        var token = HostBench.TokenOf(await browser.ReadAsync(page));
        var unknown = await browser.SendFormAsync("/quyet-dinh/sai-lech/999999/xong", [("__RequestVerificationToken", token)]);
        var long1 = await browser.SaidAsync(await SendAsync("ket-luan", ("chon", "stated"), ("ly-do", new string('x', 1001))));
        var huge = await SendAsync("ket-luan", ("chon", "stated"), ("ly-do", new string('x', 70_000)));

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("Nội dung dài quá 1.000 ký tự, chưa có gì thay đổi.", long1.Replace("1000", "1.000", StringComparison.Ordinal));
        Assert.True((int)huge.StatusCode is >= 400 and < 500, huge.StatusCode.ToString());
        Assert.Empty(await bench.RowsAsync("select 1 from emulation.mismatch_decisions"));
    }

    private string Number => page["/sai-lech/".Length..];

    private Task<HttpResponseMessage> SendAsync(string what, params (string, string)[] fields) => browser.SendAsync(page, $"/quyet-dinh{page}/{what}", fields);

    [GeneratedRegex("href=\"(/sai-lech/[0-9]+)\"")]
    private static partial Regex Entry();
}
