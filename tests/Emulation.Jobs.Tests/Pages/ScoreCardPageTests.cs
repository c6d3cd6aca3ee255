using System.Net;
using Emulation.Ingest.Intake;
using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan;
using Emulation.Reports;
using Emulation.Reports.Evidence;
using Emulation.Reports.Scoring;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Jobs.Tests.Pages;

/// <summary>The page of a unit's score card, from its piece of the stored result.</summary>
public sealed class ScoreCardPageTests
{
    private const string None = "Chưa có phiếu điểm cho đơn vị và kỳ này.";
    private static readonly PeriodCode Wave1 = new("2020-W1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ScoreCard_OfAScoredUnit_ShowsEveryLineOfTheRun()
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = await bench.SignedInAsync();
        var before = await browser.ReadAsync("/ket-qua/2020-W1/643");

        var run = await bench.Host.Services.GetRequiredService<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation);

        var plan = (await bench.Host.Services.GetRequiredService<Plan.Storage.CurrentPlan>().ForAsync(Wave1, Cancellation)).Plan;
        Assert.Contains(None, before, StringComparison.Ordinal);
        foreach (var unit in new[] { run.Result.Units[0], run.Result.Units[^1] })
        {
            var page = await browser.ReadAsync($"/ket-qua/2020-W1/{unit.Unit}");
            Assert.NotEmpty(unit.Lines);
            Assert.All(unit.Lines, line => Assert.Contains(line.Arithmetic, page, StringComparison.Ordinal));
            var below = unit.Lines.SelectMany(line => ScoreLineText.Below(plan, plan.Scoring.Rules.Single(rule => rule.Code == line.Rule), line)).ToList();
            Assert.NotEmpty(below);
            Assert.All(below, said => Assert.Contains(said, page, StringComparison.Ordinal));
            Assert.Contains("Kết quả tạm tính, số liệu đến ", page, StringComparison.Ordinal);
            Assert.Contains($"<th>Xếp hạng</th><td>Thứ {unit.Rank} trong {ScoreLineText.RankedBeside(plan, run.Result, unit)} đơn vị của ", page, StringComparison.Ordinal);
            Assert.Equal(unit.Lines.Count, page.Split("<td class=\"number\"><b>").Length - 1);
        }
    }

    [Theory]
    [InlineData("/ket-qua/2020-W1/khong-co")]
    [InlineData("/ket-qua/2020-W2/643")]
    public async Task ScoreCard_OfNoUnitOrNoRun_SaysSo(string path)
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = await bench.SignedInAsync();
        await bench.Host.Services.GetRequiredService<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation);

        Assert.Contains(None, await browser.ReadAsync(path), StringComparison.Ordinal);
    }

    /// <summary>A unit that no rule speaks to has no piece.</summary>
    [Fact]
    public async Task ScoreCard_OfAUnitWithoutPiece_SaysSo()
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = await bench.SignedInAsync();
        await bench.Host.Services.GetRequiredService<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation);
        await using var command = bench.Database.OwnerDataSource.CreateCommand(
            "delete from emulation.run_pieces where unit_id = (select unit_id from emulation.units where code = '643')");

        Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancellation));
        Assert.Contains(None, await browser.ReadAsync("/ket-qua/2020-W1/643"), StringComparison.Ordinal);
    }

    /// <summary>Points given by hand lead to the document behind them, which is saved and never shown in the browser.</summary>
    [Fact]
    public async Task ScoreCard_WithABonus_LeadsToItsEvidence()
    {
        await using var bench = await HostBench.StartAsync();
        using var browser = await bench.SignedInAsync();
        var host = bench.Host.Services;
        byte[] scan = "<script>alert(1)</script>"u8.ToArray();
        await host.GetRequiredService<EnterAdjustment>().RunAsync(
            new AdjustmentEntry(new UnitCode("643"), Wave1, 2, "Bằng khen", "QĐ 12", "văn phòng") { File = new OfferedEvidence("QĐ 12.html", new MemoryStream(scan)) }, Cancellation);
        var rule = (await host.GetRequiredService<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation)).Result.Units.Single(unit => unit.Unit.Value == "643").Lines[0].Rule;
        await host.GetRequiredService<GiveOpinion>().DecideAsync(
            new UnitCode("643"), Wave1, rule, 0, "Họp xét", new DecisionProof(null, new OfferedEvidence("bien-ban.pdf", new MemoryStream([1]))), "Hội đồng", Cancellation);

        var page = WebUtility.HtmlDecode(await browser.ReadAsync("/ket-qua/2020-W1/643"));
        using var file = await browser.GetAsync("/minh-chung/1", Cancellation);
        using var none = await browser.GetAsync("/minh-chung/9", Cancellation);
        using var stranger = bench.Browser();
        using var unknown = await stranger.GetAsync("/minh-chung/1", Cancellation);

        Assert.Matches("<b>\\+2,00</b> Bằng khen\\s+<span class=\"note\">minh chứng: QĐ 12; tệp số 1: QĐ 12.html, SHA-256 [0-9a-f]{12}… <a href=\"/minh-chung/1\">Lấy tệp QĐ 12.html</a>", page);
        Assert.Contains("<a href=\"/minh-chung/2\">Lấy tệp bien-ban.pdf</a>", page, StringComparison.Ordinal);
        Assert.Equal(scan, await file.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(("application/octet-stream", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Redirect), (none.StatusCode, unknown.StatusCode));
        File.Delete(host.GetRequiredService<Archive>().PathOf(Fingerprint.Of(scan)));
        using var lost = await browser.GetAsync("/minh-chung/1", Cancellation);
        Assert.Equal(HttpStatusCode.InternalServerError, lost.StatusCode);
    }
}
