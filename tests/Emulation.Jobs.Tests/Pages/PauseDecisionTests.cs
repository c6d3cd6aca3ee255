using System.Globalization;
using Emulation.Jobs.Tests.Hosting;

namespace Emulation.Jobs.Tests.Pages;

/// <summary>Pausing a schedule on the calendar page, letting it go on, and what could be made up for, over HTTP.</summary>
public sealed class PauseDecisionTests
{
    private const string Pauses = "select schedule, reason, paused_by from emulation.schedule_pauses";

    [Fact]
    public async Task Pause_Twice_ThenResume_Twice()
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync(Acting.Officer);
        var iso = Day(5);
        (string, string)[] fields =
            [.. Acting.Hidden(await browser.ReadAsync("/lich"), "/quyet-dinh/lich/tam-dung"), ("lich", "month-end"), ("den-het", iso), ("ly-do", "sửa kế hoạch")];

        await Task.WhenAll(browser.SendFormAsync("/quyet-dinh/lich/tam-dung", fields), browser.SendFormAsync("/quyet-dinh/lich/tam-dung", fields));
        var again = await browser.SaidAsync(await browser.SendFormAsync("/quyet-dinh/lich/tam-dung", fields));
        var page = await browser.ReadAsync("/lich");
        var resume = Acting.Hidden(page, "/quyet-dinh/lich/chay-tiep");
        var ended = await browser.SaidAsync(await browser.SendFormAsync("/quyet-dinh/lich/chay-tiep", resume));
        var endedAgain = await browser.SaidAsync(await browser.SendFormAsync("/quyet-dinh/lich/chay-tiep", resume));

        Assert.StartsWith("Báo cáo tiến độ tháng đang tạm dừng rồi", again, StringComparison.Ordinal);
        Assert.Contains($"Lý do: sửa kế hoạch ({Acting.Officer})", page, StringComparison.Ordinal);
        Assert.Equal("Báo cáo tiến độ tháng: chạy tiếp.", ended);
        Assert.StartsWith("Báo cáo tiến độ tháng: không còn tạm dừng", endedAgain, StringComparison.Ordinal);
        Assert.Equal([$"month-end|sửa kế hoạch|{Acting.Officer}"], await bench.RowsAsync(Pauses));
        Assert.Equal([Acting.Officer], await bench.RowsAsync("select resumed_by from emulation.schedule_resumptions"));
        Assert.Equal(["2"], await bench.RowsAsync($"select count(*) from emulation.audit_entries where actor = '{Acting.Officer}'"));
    }

    [Fact]
    public async Task Resume_OfAPauseThatWasReplaced_LeavesTheNewOne()
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync(Acting.Officer);
        await PauseAsync(browser, Day(5));
        var old = Acting.Hidden(await browser.ReadAsync("/lich"), "/quyet-dinh/lich/chay-tiep");
        await browser.SendFormAsync("/quyet-dinh/lich/chay-tiep", old);
        await PauseAsync(browser, Day(9));

        var said = await browser.SaidAsync(await browser.SendFormAsync("/quyet-dinh/lich/chay-tiep", old));

        Assert.EndsWith("hoặc đã có lần tạm dừng khác. Chưa có gì thay đổi.", said, StringComparison.Ordinal);
        Assert.Equal(["1"], await bench.RowsAsync("select count(*) from emulation.schedule_resumptions"));
    }

    [Theory]
    [InlineData("month-end", 5, " ", "Chưa ghi lý do, chưa có gì thay đổi.")]
    [InlineData("month-end", -1, "x", "Ngày kết thúc phải từ ")]
    [InlineData("month-end", 93, "x", "Ngày kết thúc phải từ ")]
    [InlineData("housekeeping", 5, "x", "Biểu mẫu không đầy đủ")]
    public async Task FormThatLacksSomething_ChangesNothing_AndSaysWhat(string schedule, int days, string reason, string sentence)
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync(Acting.Officer);

        var answer = await browser.SendAsync("/lich", "/quyet-dinh/lich/tam-dung", ("lich", schedule), ("den-het", Day(days)), ("ly-do", reason));

        Assert.StartsWith(sentence, await browser.SaidAsync(answer), StringComparison.Ordinal);
        Assert.Empty(await bench.RowsAsync(Pauses));
    }

    [Fact]
    public async Task BackFill_IsListedAndNothingRuns()
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync(Acting.Viewer);

        var missing = await browser.ReadAsync("/lich/lam-bu");
        var failed = await browser.ReadAsync("/lich/lam-bu?loai=failed");
        var odd = await browser.ReadAsync("/lich/lam-bu?tu=khong-phai-ngay&den=9999-12-31&loai=khac");

        Assert.Contains("chưa từng chạy", missing, StringComparison.Ordinal);
        Assert.Contains("emulation calendar backfill --from 2020-", missing, StringComparison.Ordinal);
        Assert.Contains("Không có gì phải làm bù.", failed, StringComparison.Ordinal);
        Assert.Contains("chưa từng chạy", odd, StringComparison.Ordinal);
        Assert.Empty(await bench.RowsAsync("select 1 from emulation.schedule_slots union all select 1 from emulation.reports"));
    }

    private static Task<HttpResponseMessage> PauseAsync(HttpClient browser, string iso) =>
        browser.SendAsync("/lich", "/quyet-dinh/lich/tam-dung", ("lich", "month-end"), ("den-het", iso), ("ly-do", "x"));

    // Of the office, which is ahead of UTC.
    private static string Day(int days)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), zone).DateTime);
        return today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
