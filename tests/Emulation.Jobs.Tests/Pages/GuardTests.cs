using System.Net;
using Emulation.Jobs.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Jobs.Tests.Pages;

/// <summary>Nobody has anything done who may not: no stranger, no forged form, nobody who only looks. Walks every address that takes a POST, so that a new one is met, too.</summary>
public sealed class GuardTests
{
    [Fact]
    public async Task EveryDecision_AnonymousVisitor_IsSentToTheLogin()
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = bench.Browser();

        foreach (var path in Decisions(bench))
        {
            var answer = await browser.SendFormAsync(path, []);
            Assert.Equal((path, HttpStatusCode.Redirect, "/dang-nhap"), (path, answer.StatusCode, answer.Headers.Location!.OriginalString));
        }
    }

    [Fact]
    public async Task EveryDecision_WithoutAntiforgeryToken_IsRefusedWithAPage()
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = await bench.SignedInAsync();

        foreach (var path in Decisions(bench))
        {
            var answer = await browser.SendFormAsync(path, [("ly-do", "x"), ("xac-nhan", "on"), ("da-xem", "0")]);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
            Assert.Contains("Yêu cầu không hợp lệ", await TextAsync(answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task EveryDecision_Viewer_IsRefusedThoughTheTokenIsRight()
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync(Acting.Viewer);
        var token = HostBench.TokenOf(await browser.GetStringAsync("/lich", TestContext.Current.CancellationToken));

        foreach (var path in Decisions(bench).Append("/jobs/recurring/trigger"))
        {
            var answer = await browser.SendFormAsync(path, [("__RequestVerificationToken", token), ("jobs[]", "sweep"), ("ly-do", "x"), ("xac-nhan", "on"), ("da-xem", "0")]);
            Assert.Contains((int)answer.StatusCode, new[] { 401, 403 });
            Assert.True(path.StartsWith("/jobs", StringComparison.Ordinal) || (await TextAsync(answer)).Contains("chỉ được xem", StringComparison.Ordinal), path);
        }

        Assert.Empty(await bench.RowsAsync("select * from hangfire.job"));
    }

    [Fact]
    public async Task Pages_Viewer_ShowEverythingButNoForm()
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        var page = "/bao-cao/" + await bench.PublishAsync();
        using var viewer = await bench.SignedInAsync(Acting.Viewer);
        using var officer = await bench.SignedInAsync(Acting.Officer);

        foreach (var path in new[] { page, "/lich", "/bao-cao/xem-truoc?bc=monthly-progress_2020-02" })
        {
            Assert.DoesNotContain("/quyet-dinh/", await viewer.ReadAsync(path), StringComparison.Ordinal);
        }

        Assert.Contains("/quyet-dinh/", await officer.ReadAsync(page), StringComparison.Ordinal);
        foreach (var path in new[] { page + "/gui-ngay", page + "/gui-lai", "/bao-cao/xem-truoc/noi-dung?bc=monthly-progress_2020-02" })
        {
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, (await viewer.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode));
        }
    }

    [Fact]
    public async Task EveryPostOfOurs_StandsUnderTheGuard()
    {
        await using var bench = await HostBench.StartAsync();

        var unguarded = Posts(bench)
            .Where(route => route.Metadata.GetOrderedMetadata<IAuthorizeData>().All(rule => rule.Policy != Emulation.Jobs.Pages.PagesServices.Decides))
            .Select(route => route.RoutePattern.RawText!)
            // Razor pages take forms, too: only the login has one; Hangfire has its own guard.
            .Where(path => !path.StartsWith("/jobs", StringComparison.Ordinal));

        Assert.Equal(["/dang-xuat"], unguarded);
    }

    private static List<string> Decisions(HostBench bench)
    {
        var paths = Posts(bench).Select(route => route.RoutePattern.RawText!).Where(path => path.StartsWith("/quyet-dinh/", StringComparison.Ordinal))
            .Select(path => path.Replace("{reportId:long}", "1", StringComparison.Ordinal).Replace("{number:long}", "1", StringComparison.Ordinal).Replace("{schedule}", "month-end", StringComparison.Ordinal).Replace("{period}", "2020-W1", StringComparison.Ordinal))
            .ToList();
        Assert.True(paths.Count >= 3, string.Join(", ", paths));
        Assert.All(paths, path => Assert.DoesNotContain('{', path));
        return paths;
    }

    private static IEnumerable<RouteEndpoint> Posts(HostBench bench) =>
        bench.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Where(route => route.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is null);

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
