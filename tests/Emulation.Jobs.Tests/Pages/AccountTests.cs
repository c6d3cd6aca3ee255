using System.Net;
using Emulation.Jobs.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Tests.Pages;

/// <summary>Who may enter, and until when.</summary>
public sealed class AccountTests
{
    [Fact]
    public async Task NameTypedAnotherWay_IsTheSamePerson()
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync("  " + Acting.Officer.Normalize(System.Text.NormalizationForm.FormD).ToUpperInvariant());

        Assert.Contains(Acting.Officer, await browser.ReadAsync("/lich"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Acting.Officer, "mat-khau-khac-han")]
    [InlineData("Người Lạ", Acting.Password)]
    [InlineData("Người Lạ", "")]
    [InlineData("", Acting.Password)]
    public async Task WrongNameOrPassword_IsRefusedInOneSentence(string name, string password)
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = bench.Browser();
        var page = await browser.GetStringAsync("/dang-nhap", TestContext.Current.CancellationToken);

        var answer = await browser.SendFormAsync(
            "/dang-nhap", [("_handler", "login"), ("__RequestVerificationToken", HostBench.TokenOf(page)), ("PersonName", name), ("Password", password)]);

        Assert.Contains("Tên hoặc mật khẩu không đúng.", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/lich", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task OfficesOwnPassword_WithPeopleAndNoneConfigured_OpensNothing()
    {
        await using var bench = await HostBench.StartAsync(settings: [.. Acting.People, ("Web:Password", null)]);
        using var browser = bench.Browser();

        Assert.Equal(HttpStatusCode.OK, (await HostBench.SignInAsync(browser, HostBench.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/lich", TestContext.Current.CancellationToken)).StatusCode);
        Assert.False(File.Exists(Path.Combine(bench.DataFolder, "web-password")));
    }

    [Theory]
    [InlineData("Web:People:0:Password", "mat-khau-moi-cua-nguoi-mau")]
    [InlineData("Web:People:0:Role", "viewer")]
    [InlineData("Web:People:0:Name", "Trần Thị Khác")]
    public async Task PersonWhoseAccountChanged_IsOutAtTheNextPage(string key, string value)
    {
        await using var bench = await HostBench.StartAsync(settings: Acting.People);
        using var browser = await bench.SignedInAsync(Acting.Officer);
        await using var changed = await bench.StartAnotherAsync(null, [.. Acting.People.Where(setting => setting.Item1 != key), (key, value)]);
        var there = new Uri(new Uri(changed.App.Urls.First()), "/lich");

        // Cookies know no port: the browser brings the same ones.
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/lich", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(there, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("Web:People:0:Role", "chief", "Web:People:0:Role must be office or viewer, not 'chief'.")]
    [InlineData("Web:People:1:Password", "ngan", "Web:People:1:Password must have at least 12 characters.")]
    [InlineData("Web:People:1:Name", "TRẦN THỊ MẪU", "Web:People:1:Name 'TRẦN THỊ MẪU' is there twice.")]
    [InlineData("Web:People:0:Name", "Văn phòng", "Web:People:0:Name must be a name of at most 80 letters, and not 'văn phòng', which is the office's own.")]
    public async Task WrongSetting_StopsTheHostByItsKey(string key, string value, string fault)
    {
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(
            () => HostBench.StartAsync(settings: [.. Acting.People.Where(setting => setting.Item1 != key), (key, value)]));

        Assert.Contains(fault, thrown.Failures);
    }
}
