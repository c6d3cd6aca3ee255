using Emulation.Ingest;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Jobs.Tests.Reform;

/// <summary>The year 2025 on real tables and a real share: wave 1 by districts, the change on 01/7, wave 2 by communes of which many bear a district's name.</summary>
public sealed class ReformTests
{
    private const string OldKrongPac = "654-krong-pac";
    private const string NewKrongPac = "24490-xa-krong-pac";
    private const string NewEaHLeo = "24184-xa-ea-hleo";
    private const string Office = "stp-vp-van-phong";
    private static readonly PeriodCode Wave1 = new("2025-W1");
    private static readonly PeriodCode Wave2 = new("2025-W2");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Year_WithTheReformInItsMiddle_KeepsEachWaveToItsUnits()
    {
        await using var kit = await ReformKit.CreateAsync(Cancellation);
        Assert.True(kit.HasFolder(OldKrongPac));
        Assert.False(kit.HasFolder(NewKrongPac));

        // Wave 1: a district itself, and the office for others by their names.
        kit.GoTo(2025, 6, 18);
        await kit.ApplyReformAsync(Cancellation);
        kit.Drop(Office, "dot-1.csv", "Ea H'Leo;đợt 1;D03;4", "Krông Búk;đợt 1;D03;5");
        await kit.SweepAsync(Cancellation);
        Assert.Equal(["645|2025-W1|D03|4", "649|2025-W1|D03|5"], await kit.FiguresAsync(Cancellation));

        // The change: folders and templates of communes; the district's late report still counts, its later ones do not.
        kit.GoTo(2025, 7, 2);
        await kit.SweepAsync(Cancellation);
        await kit.Get<RefreshTemplates>().RunAsync(TemplateScope.All, Cancellation);
        Assert.Contains("so-lieu-2025-07.xlsx", kit.Templates(NewKrongPac));
        Assert.DoesNotContain("bao-cao-dot-1-2025.xlsx", kit.Templates(NewKrongPac));
        Assert.DoesNotContain("so-lieu-2025-07.xlsx", kit.Templates(OldKrongPac));
        kit.Drop(OldKrongPac, "muon.csv", "Krông Pắc;đợt 1;D03;6");
        kit.Drop(NewKrongPac, "nham.csv", "Krông Pắc;đợt 1;D03;60");
        await kit.SweepAsync(Cancellation);
        Assert.Contains("Đơn vị này kết thúc ngày 30/06/2025. Từ ngày 01/07/2025, nộp báo cáo vào thư mục của đơn vị kế thừa: Ủy ban nhân dân xã Krông Pắc (mã 24490, thư mục 24490-xa-krong-pac);", kit.AnswerTo(OldKrongPac, "muon.csv"), StringComparison.Ordinal);
        Assert.Contains("Tệp này vẫn được tính", kit.AnswerTo(OldKrongPac, "muon.csv"), StringComparison.Ordinal);
        Assert.Contains("E-UNIT-NOTYET", kit.AnswerTo(NewKrongPac, "nham.csv"), StringComparison.Ordinal);
        Assert.Contains("Phòng Tư pháp huyện Krông Pắc (mã 654)", kit.AnswerTo(NewKrongPac, "nham.csv"), StringComparison.Ordinal);

        kit.GoTo(2025, 7, 10);
        var closed = await kit.Get<CloseWave>().RunAsync(Wave1, "Văn phòng Sở", Cancellation);
        Assert.Equal(25, closed.Units);

        // After it: the old folder names who follows, and the same name now means the commune.
        kit.GoTo(2025, 7, 16);
        kit.Drop(OldKrongPac, "thang-7.csv", "Krông Pắc;tháng 7/2025;D03;7");
        kit.Drop(NewKrongPac, "thang-7.csv", "Krông Pắc;tháng 7/2025;D03;8");
        kit.Drop(NewEaHLeo, "cua-huyen.csv", "Phòng Tư pháp huyện Ea H'leo;tháng 7/2025;D03;9");
        kit.Drop(Office, "thang-7.csv", "Ea H'Leo;tháng 7/2025;D03;10");
        await kit.SweepAsync(Cancellation);
        Assert.Contains("E-UNIT-ENDED", kit.AnswerTo(OldKrongPac, "thang-7.csv"), StringComparison.Ordinal);
        Assert.Contains("Nộp tại thư mục của đơn vị kế thừa: Ủy ban nhân dân xã Krông Pắc (mã 24490, thư mục 24490-xa-krong-pac);", kit.AnswerTo(OldKrongPac, "thang-7.csv"), StringComparison.Ordinal);
        Assert.Contains("\nĐơn vị này kết thúc ngày 30/06/2025. Căn cứ: Nghị quyết số 1660/NQ-UBTVQH15 ngày 16/6/2025.\n", kit.AnswerTo(OldKrongPac, "thang-7.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("sửa các ô được tô màu", kit.AnswerTo(OldKrongPac, "thang-7.csv"), StringComparison.Ordinal);
        // Nothing to mend, so nothing is returned for mending.
        Assert.Empty(kit.ReturnedTo(OldKrongPac, "thang-7.csv"));
        Assert.NotEmpty(kit.ReturnedTo(NewEaHLeo, "cua-huyen.csv"));
        Assert.Contains("E-UNIT-OTHER", kit.AnswerTo(NewEaHLeo, "cua-huyen.csv"), StringComparison.Ordinal);

        kit.GoTo(2025, 11, 20);
        kit.Drop(NewKrongPac, "dot-2.csv", "Krông Pắc;đợt 2;D03;2");
        kit.Drop(Office, "dot-2.csv", "Ea H'Leo;đợt 2;D03;3", "Krông Búk;đợt 2;D03;1");
        await kit.SweepAsync(Cancellation);
        Assert.Equal(
            ["24184|2025-07|D03|10", "24184|2025-W2|D03|3", "24310|2025-W2|D03|1", "24490|2025-07|D03|8", "24490|2025-W2|D03|2", "645|2025-W1|D03|4", "649|2025-W1|D03|5", "654|2025-W1|D03|6"],
            await kit.FiguresAsync(Cancellation));

        // Wave 2 knows communes only; wave 1 computes to its bytes, also after one more version.
        kit.GoTo(2026, 1, 8);
        Assert.Equal(111, (await kit.Get<CloseWave>().RunAsync(Wave2, "Văn phòng Sở", Cancellation)).Units);
        await kit.ApplyCorrectionAsync(Cancellation);
        Assert.All(
            new[] { await kit.Get<RecomputeWave>().RunAsync(Wave1, Cancellation), await kit.Get<RecomputeWave>().RunAsync(Wave2, Cancellation) },
            recomputed => Assert.True(recomputed!.IsSame, recomputed.Period.Value));
        Assert.Equal(closed.Hash, (await kit.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.StoredHash);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
        await CheckReportsAsync(kit);
    }

    private static async Task CheckReportsAsync(ReformKit kit)
    {
        var (first, second) = (await ModelAsync(kit, Wave1), await ModelAsync(kit, Wave2));

        Assert.Equal(["CUM1", "CUM2", "CUM3", "KHOISO"], first.Ranking.Select(block => block.Code));
        Assert.Equal(["XA1", "XA2", "XA3", "XA4", "KHOISO"], second.Ranking.Select(block => block.Code));
        Assert.DoesNotContain(first.Headlines, line => line.Contains("ắp xếp đơn vị", StringComparison.Ordinal));
        Assert.Contains("Sắp xếp đơn vị từ 01/07/2025: 17 đơn vị kết thúc, 103 đơn vị mới hoặc thay đổi; số liệu, điểm, hạng của các đơn vị này không so sánh được với trước ngày đó.", second.Headlines);
        Assert.DoesNotContain(second.Results, row => row.UnitCode.Length == 3);

        var card = new StringWriter { NewLine = "\n" };
        Assert.True(await kit.Get<ScoreExplain>().WriteAsync(new UnitCode("24490"), Wave2, card, Cancellation));
        Assert.Contains("Không so sánh được với kỳ trước do sắp xếp đơn vị từ 01/07/2025 (trước đó: Krông Pắc (654)).", card.ToString().Replace("Krông Pắc cũ", "Krông Pắc", StringComparison.Ordinal), StringComparison.Ordinal);

        var year = await kit.Get<RunStore>().ComputeAsync(
            await kit.Get<CurrentPlan>().ForAsync(new PeriodCode("2025"), Cancellation), (await kit.Get<CurrentPlan>().GetAsync(Cancellation)).Plan.YearPeriod, RunKind.Provisional, kit.Clock.GetUtcNow(), Cancellation);
        Assert.Equal(128, year.Result.Units.Count);
        // D03 of the year: what districts reported in wave 1 and communes in wave 2, each its own.
        Assert.Equal((6m, 2m), (D03(year.Result, "654"), D03(year.Result, "24490")));
        // The room made of two on 01/7 has nobody of the same days beside it.
        Assert.Null(year.Result.Units.Single(unit => unit.Unit.Value == "STP-HCBT").Rank);
        Assert.NotNull(year.Result.Units.Single(unit => unit.Unit.Value == "STP-VP").Rank);
    }

    private static async Task<ReportModel> ModelAsync(ReformKit kit, PeriodCode period) =>
        (await kit.Get<PreviewReport>().RunAsync(ReportKind.WaveInterim, period, DocumentMarking.Draft, Cancellation)).Report.Model;

    private static decimal? D03(RunResult result, string unit) =>
        (decimal?)result.Indicators.Single(row => row.Unit.Value == unit && row.Indicator.Value == "D03").Value;
}
