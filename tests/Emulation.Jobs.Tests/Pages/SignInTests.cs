using System.Net;
using Emulation.Jobs.Tests.Hosting;

namespace Emulation.Jobs.Tests.Pages;

public sealed class SignInTests
{
    private static readonly string[] Paths =
    [
        "/", "/ho-so", "/ho-so/1", "/ho-so/1/bien-nhan", "/ket-qua", "/ket-qua/2020-W1/643", "/bao-cao", "/bao-cao/1", "/bao-cao/1/noi-dung",
        "/bao-cao/1/tep/bao-cao-thang-3-2020.xlsx", "/bao-cao/1/gui-ngay", "/bao-cao/1/gui-lai", "/bao-cao/xem-truoc", "/bao-cao/xem-truoc/noi-dung?bc=final_2020",
        "/sai-lech", "/sai-lech/1", "/gui-thu", "/gui-thu/1", "/lich", "/lich/lam-bu", "/lich/lam-bu", "/bao-cao/xem-truoc", "/sai-lech", "/jobs", "/jobs/recurring", "/jobs/stats", "/no-such-page",
    ];

    [Fact]
    public async Task EveryPageAndTheDashboard_AnonymousVisitor_IsSentToTheLogin()
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = bench.Browser();

        foreach (var path in Paths)
        {
            var answer = await browser.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal((path, HttpStatusCode.Redirect), (path, answer.StatusCode));
            Assert.Equal("/dang-nhap", answer.Headers.Location!.AbsolutePath);
        }
    }

    [Theory]
    [InlineData("/tro-giup")]
    [InlineData("/ho-so/bieu-mau/tra-cuu-loi.html")]
    public async Task CatalogueOfCodes_AnonymousVisitor_IsShownIt(string path)
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = bench.Browser();

        var answer = await browser.GetAsync(path, TestContext.Current.CancellationToken);
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            Assert.Equal("/tro-giup", answer.Headers.Location!.OriginalString);
            answer = await browser.GetAsync(answer.Headers.Location, TestContext.Current.CancellationToken);
        }

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<section id=\"E-NUMBER\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryPage_SignedInVisitor_IsShownIt()
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = await bench.SignedInAsync();

        foreach (var path in new[] { "/", "/ho-so", "/ket-qua", "/ket-qua/2020-W1/643", "/bao-cao", "/gui-thu", "/lich", "/lich/lam-bu", "/bao-cao/xem-truoc", "/sai-lech", "/jobs", "/jobs/recurring" })
        {
            var answer = await browser.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Pages_BeforeAnyPlanIsApplied_SayWhatToDo()
    {
        await using var bench = await HostBench.StartAsync(hasPlan: false);
        using var browser = await bench.SignedInAsync();

        var answer = await browser.GetAsync("/", TestContext.Current.CancellationToken);
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Chưa có kế hoạch nào được áp dụng. Người quản trị chạy: emulation plan apply <thư mục kế hoạch>.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_WrongPassword_IsRefusedWithoutACookie()
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = bench.Browser();

        var answer = await HostBench.SignInAsync(browser, "mat-khau-sai-hoan-toan");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Mật khẩu không đúng.", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Login_WithoutAntiforgeryToken_IsRefusedEvenWithTheRightPassword()
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = bench.Browser();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "login", ["Password"] = HostBench.Password });

        var answer = await browser.PostAsync("/dang-nhap", form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Login_MorePasswordsThanAllowed_AreTurnedAway()
    {
        await using var bench = await HostBench.StartAsync(settings: ("Web:LoginsPerMinute", "3"));
        using var browser = bench.Browser();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal(HttpStatusCode.OK, (await HostBench.SignInAsync(browser, "mat-khau-sai")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await HostBench.SignInAsync(browser, HostBench.Password)).StatusCode);
    }

    [Theory]
    [InlineData("/lich", "/lich")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example/", "/")]
    public async Task Login_LeadsBackToPathsOfThisSiteOnly(string asked, string expected)
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = bench.Browser();

        var answer = await HostBench.SignInAsync(browser, HostBench.Password, asked);

        Assert.Equal(new Uri(bench.Address, expected), new Uri(bench.Address, answer.Headers.Location!));
    }

    [Theory]
    [InlineData("/dang-xuat")]
    [InlineData("/jobs/recurring/trigger")]
    public async Task Post_SignedInButWithoutAntiforgeryToken_ChangesNothing(string path)
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = await bench.SignedInAsync();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["jobs[]"] = "sweep" });

        var answer = await browser.PostAsync(path, form, TestContext.Current.CancellationToken);

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, answer.StatusCode.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/lich", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task SigningOut_EndsTheVisit()
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = await bench.SignedInAsync();
        var page = await browser.GetStringAsync("/lich", TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = HostBench.TokenOf(page) });

        await browser.PostAsync("/dang-xuat", form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/lich", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Pages_ForbidScriptsAndFramesOfOthers()
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = await bench.SignedInAsync();

        var headers = (await browser.GetAsync("/lich", TestContext.Current.CancellationToken)).Headers;

        var policy = string.Join("; ", headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task GeneratedPassword_IsKeptForItsOwnerOnly_AndIsTheSameAtTheNextStart()
    {
        await using var bench = await HostBench.StartAsync(settings: ("Web:Password", null));
        var passwords = (Emulation.Jobs.Hosting.WebPassword)bench.Host.Services.GetService(typeof(Emulation.Jobs.Hosting.WebPassword))!;
        passwords.Prepare();
        var kept = await File.ReadAllTextAsync(passwords.Location!, TestContext.Current.CancellationToken);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(passwords.Location!));
        Assert.Equal(20, kept.Length);
        Assert.True(passwords.Matches(kept));
        Assert.False(passwords.Matches(""));
    }
}
