using Emulation.Jobs.Looks;
using Emulation.Jobs.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Jobs.Tests.Pages;

/// <summary>Having a period computed again from the register's page, over HTTP: the answer comes at once, a job computes, the page says how it goes.</summary>
public sealed class LookDecisionTests : IAsyncLifetime
{
    private const string Action = "/quyet-dinh/sai-lech/tong-hop";
    private const string Stands = "đợt 1 năm 2020 đang được tổng hợp, hoặc vừa được tổng hợp sau khi bạn mở trang.";
    private const string Looks = "select asked_by, ended_at is not null, run_id is not null from emulation.register_looks order by register_look_id";
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
    public async Task Look_IsAnsweredAtOnce_CarriedOutByAJob_AndSaidOnThePage()
    {
        var said = await browser.SaidAsync(await browser.SendAsync("/sai-lech", Action, ("ky", "2020-W1")));
        var meanwhile = await browser.ReadAsync("/sai-lech");
        Assert.Empty(await bench.RowsAsync("select 1 from emulation.runs"));

        await RunAsync();
        var after = await browser.ReadAsync("/sai-lech");

        Assert.Equal("Đã bắt đầu tổng hợp lại đợt 1 năm 2020. Trang này tự tải lại và cho biết khi xong.", said);
        Assert.Contains($"Đang tổng hợp lại đợt 1 năm 2020 ({Acting.Officer} yêu cầu lúc ", meanwhile, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", meanwhile, StringComparison.Ordinal);
        Assert.Contains("Đã tổng hợp đợt 1 năm 2020 lúc ", after, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", after, StringComparison.Ordinal);
        Assert.Equal([$"{Acting.Officer}|True|True"], await bench.RowsAsync(Looks));
        Assert.NotEmpty(await bench.RowsAsync("select 1 from emulation.mismatches"));
    }

    [Fact]
    public async Task Look_ClickedTwice_AtOnceOrAfterIt_IsCarriedOutOnce()
    {
        (string, string)[] fields = [.. Acting.Hidden(await browser.ReadAsync("/sai-lech"), Action), ("ky", "2020-W1")];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.SendFormAsync(Action, fields)));
        var during = await browser.SaidAsync(await browser.SendAsync("/sai-lech", Action, ("ky", "2020-W1")));
        await RunAsync();
        var late = await browser.SaidAsync(await browser.SendFormAsync(Action, fields));

        Assert.StartsWith(Stands, during, StringComparison.Ordinal);
        Assert.StartsWith(Stands, late, StringComparison.Ordinal);
        Assert.Single(await bench.RowsAsync(Looks));
        // Another period, or the same asked for anew, is another matter.
        await browser.SendFormAsync(Action, [.. fields[..^1], ("ky", "2020-W2")]);
        await browser.SendAsync("/sai-lech", Action, ("ky", "2020-W1"));
        Assert.Equal(3, (await bench.RowsAsync(Looks)).Count);
    }

    [Fact]
    public async Task Look_WhoseJobWasLost_IsFoundByTheSweep_AndOneThatIsOverIsNotRunAgain()
    {
        await browser.SendAsync("/sai-lech", Action, ("ky", "2020-W1"));
        var looks = bench.Host.Services.GetRequiredService<LookAgain>();
        Assert.Empty(await looks.ListLostAsync("dak-lak-2020", Cancellation));
        await bench.RowsAsync("update emulation.register_looks set asked_at = asked_at - interval '11 minutes' returning 1");

        var lost = Assert.Single(await looks.ListLostAsync("dak-lak-2020", Cancellation));
        await looks.RunAsync(lost, Cancellation);
        await bench.RowsAsync("update emulation.register_looks set begun_at = null returning 1");
        await looks.RunAsync(lost, Cancellation);

        Assert.Equal(["True"], await bench.RowsAsync("select begun_at is null from emulation.register_looks"));
        Assert.Empty(await looks.ListLostAsync("dak-lak-2020", Cancellation));
    }

    [Fact]
    public async Task Look_ThatFails_SaysSo_AndMayBeAskedForAgain()
    {
        await browser.SendAsync("/sai-lech", Action, ("ky", "2020-W1"));
        await bench.RowsAsync("alter table emulation.run_inputs rename to away");

        await RunAsync();
        var page = await browser.ReadAsync("/sai-lech");
        await bench.RowsAsync("alter table emulation.away rename to run_inputs");

        Assert.Contains("Không tổng hợp được đợt 1 năm 2020", page, StringComparison.Ordinal);
        Assert.Equal([$"{Acting.Officer}|True|False"], await bench.RowsAsync(Looks));
        Assert.StartsWith("Đã bắt đầu", await browser.SaidAsync(await browser.SendAsync("/sai-lech", Action, ("ky", "2020-W1"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ky=2020-W9", "Chưa chọn kỳ, chưa có gì thay đổi.")]
    [InlineData("", "Chưa chọn kỳ, chưa có gì thay đổi.")]
    public async Task FormThatLacksSomething_ChangesNothing_AndSaysWhat(string fields, string sentence)
    {
        var pairs = fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).Select(field => (field[0], field[1]));

        Assert.Equal(sentence, await browser.SaidAsync(await browser.SendAsync("/sai-lech", Action, [.. pairs])));
        Assert.Empty(await bench.RowsAsync(Looks));
    }

    [Fact]
    public async Task FormWithoutWhatWasSeen_ChangesNothing()
    {
        var token = HostBench.TokenOf(await browser.ReadAsync("/sai-lech"));

        var said = await browser.SaidAsync(await browser.SendFormAsync(Action, [("__RequestVerificationToken", token), ("ky", "2020-W1")]));

        Assert.StartsWith("Biểu mẫu không đầy đủ", said, StringComparison.Ordinal);
        Assert.Empty(await bench.RowsAsync(Looks));
    }

    private async Task RunAsync() => await bench.LookAsync();
}
