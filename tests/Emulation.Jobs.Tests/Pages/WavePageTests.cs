using System.Net;
using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan;
using Emulation.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Jobs.Tests.Pages;

/// <summary>What the pages of waves say to everybody who may look.</summary>
public sealed class WavePageTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private HostBench bench = null!;
    private HttpClient browser = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        bench = await HostBench.StartAsync(settings: Acting.People);
        browser = await bench.SignedInAsync(Acting.Viewer);
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return bench.DisposeAsync();
    }

    [Fact]
    public async Task NeverClosed_IsProvisional_AndShowsItsObjectionsWithTheirAnswers()
    {
        var objections = bench.Host.Services.GetRequiredService<RaiseObjection>();
        var first = (await objections.RunAsync(new UnitCode("654"), Wave1, "Thiếu điểm B06 <b>", "Trưởng phòng", "giấy đến muộn", Cancellation)).Id;
        await objections.RunAsync(new UnitCode("643"), Wave1, "Sai tên xã", "Trưởng phòng", "giấy đến muộn", Cancellation);
        await objections.AnswerAsync(first, isUpheld: true, "Đúng, sẽ sửa", "Hội đồng", Cancellation);

        var list = await browser.ReadAsync("/chot-dot");
        var page = await browser.ReadAsync("/chot-dot/2020-W1");

        Assert.Equal(["2020-W1", "2020-W2", "2020"], Links(list));
        Assert.Contains("Tạm tính, chưa chốt", page, StringComparison.Ordinal);
        Assert.Contains("Ngày tự chốt 10/07/2020 đã qua mà chưa chốt: xem trang Lịch.", page, StringComparison.Ordinal);
        Assert.Contains("Thiếu điểm B06 <b>", page, StringComparison.Ordinal);
        Assert.Contains("Trả lời:</b> Đúng, sẽ sửa", page, StringComparison.Ordinal);
        Assert.Contains("Chấp nhận", page, StringComparison.Ordinal);
        Assert.Contains("Chưa trả lời", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/quyet-dinh/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Các lần chốt", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_ReopenedAndClosedAnew_ShowsEachClosingWithItsHashAndWhoDecided()
    {
        var first = await CloseAsync("schedule");
        Assert.Contains(Hex(first), await browser.ReadAsync("/chot-dot/2020-W1"), StringComparison.Ordinal);
        var reopen = bench.Host.Services.GetRequiredService<ReopenWave>();
        var request = await reopen.AskAsync(Wave1, "Đơn vị báo cáo sai", "Chánh Văn phòng", Cancellation);
        Assert.Contains("Đã chốt, có đề nghị mở lại", await browser.ReadAsync("/chot-dot"), StringComparison.Ordinal);
        await reopen.ApproveAsync(Wave1, request, "Giám đốc", Cancellation);
        Assert.Contains("Bản chốt số 1 không còn hiệu lực", await browser.ReadAsync("/chot-dot/2020-W1"), StringComparison.Ordinal);
        await CloseAsync("Trần Thị Mẫu");

        var page = await browser.ReadAsync("/chot-dot/2020-W1");

        Assert.Contains("lịch tự động", page, StringComparison.Ordinal);
        Assert.Contains("người chốt: Trần Thị Mẫu", page, StringComparison.Ordinal);
        Assert.Contains("Lý do: Đơn vị báo cáo sai (đề nghị: Chánh Văn phòng; đồng ý: Giám đốc, ", page, StringComparison.Ordinal);
        Assert.Contains("Bản chốt số 2 đang có hiệu lực", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/chot-dot/2020-03")]
    [InlineData("/chot-dot/2021")]
    public async Task MonthOrUnknownPeriod_IsNotFound(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path, Cancellation)).StatusCode);

    [Fact]
    public async Task Stranger_IsSentToTheLogin()
    {
        using var stranger = bench.Browser();

        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/chot-dot/2020-W1", Cancellation)).StatusCode);
    }

    private async Task<ClosedWave> CloseAsync(string closedBy) => await bench.Host.Services.GetRequiredService<CloseWave>().RunAsync(Wave1, closedBy, Cancellation);

    private static string Hex(ClosedWave closed) => Convert.ToHexStringLower(closed.Hash);

    private static IEnumerable<string> Links(string page) =>
        page.Split("href=\"/chot-dot/").Skip(1).Select(rest => rest.Split('"')[0]);
}
