using Emulation.Plan;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Tests.Documents;

public sealed class ReportModelTests
{
    private static readonly ReportModel Model = SampleRun.Model;

    [Fact]
    public void Headlines_OfAClosedWave_SayCompletenessTargetsLeadersAndDoubts() => Assert.Equal(
        [
            "Đến 17:00 ngày 05/07/2020, 7/17 đơn vị đã gửi đủ báo cáo đến hạn; chưa đủ: Ea Kar, Krông Pắc, Ea H'leo, Ea Súp, Buôn Đôn, Krông Năng, M'Đrắk, Lắk và 2 đơn vị khác.",
            "Trong 136 báo cáo đến hạn: 106 đúng hạn, 11 gửi chậm, 4 cần sửa, 13 chưa gửi, 2 được miễn.",
            "Tính chung toàn ngành, 2/12 chỉ tiêu đã đạt hoặc vượt mức được giao.",
            "Đạt thấp nhất: Ban hành kế hoạch theo dõi tình hình thi hành pháp luật (66,7% chỉ tiêu); Văn bản phát động phong trào thi đua (73,3% chỉ tiêu); Tỷ lệ hồ sơ thủ tục hành chính lĩnh vực tư pháp giải quyết đúng hạn (77,9% chỉ tiêu).",
            "Dẫn đầu: Cụm 1 – Buôn Ma Thuột (83,97 điểm); Cụm 2 – Ea Súp (87,02 điểm); Cụm 3 – Cư Kuin (86,02 điểm); Khối Sở – Trung tâm Trợ giúp pháp lý nhà nước (79,67 điểm).",
            "17 đơn vị có số liệu ước thực hiện; kết quả được chốt trên số liệu ước đó.",
            "Còn 3 vấn đề cần đơn vị giải trình hoặc làm rõ.",
            "Số liệu đã chốt; mọi thay đổi về sau sẽ được thông báo bằng bản thay thế.",
        ],
        Model.Headlines);

    [Fact]
    public void Headlines_BeforeAnythingIsDue_SaySo()
    {
        var model = ReportModelBuilder.Build(SampleRun.Input() with { Run = SampleRun.Wave1 with { Duties = [] } });

        Assert.Equal("Đến 17:00 ngày 05/07/2020, chưa có báo cáo nào đến hạn.", model.Headlines[0]);
    }

    [Fact]
    public void Headlines_OfAnOpenWaveWithEstimates_SayThatResultsMayChange()
    {
        var model = ReportModelBuilder.Build(SampleRun.Input() with { IsClosed = false });

        Assert.Contains("17 đơn vị có số liệu ước thực hiện; kết quả có thể thay đổi khi có số liệu chính thức.", model.Headlines);
    }

    // expected = on time + late + needs fixing + missing + exempt, in every column
    [Fact]
    public void Completeness_EveryDuty_AddsUp() => Assert.All(
        Model.Completeness.Duties,
        duty => Assert.Equal(duty.Expected, duty.OnTime + duty.Late + duty.NeedsFixing + duty.Missing + duty.Exempt));

    [Fact]
    public void Targets_OfAUnit_AreItsFiguresCountedByVerdict() => Assert.All(Model.Results, unit =>
    {
        var verdicts = Model.Indicators.Zip(Model.Figures.Single(figures => figures.UnitCode == unit.UnitCode).Cells)
            .Where(pair => pair.Second?.Verdict is "met" or "short" or "missing").ToLookup(pair => pair.First.Group, pair => pair.Second!.Verdict == "met");

        Assert.All(unit.Groups, group => Assert.Equal(TargetCount.Of(verdicts[group.Group].Count(isMet => isMet), verdicts[group.Group].Count()), group.Targets));
        Assert.Equal(unit.Groups.Sum(group => group.Targets?.Met ?? 0), unit.Targets!.Met);
        Assert.Equal(verdicts.Sum(group => group.Count()), unit.Targets.Set);
    });

    [Fact]
    public void Indicator_OfRatios_IsRecomputedFromSumsAndNeverAveraged()
    {
        var results = new[] { Ratio("643", 1, 2), Ratio("644", 98, 98) };

        var total = Total("B11", results);

        Assert.Equal(99m, total.Value);
        Assert.Equal(80m, total.Target);
        Assert.Equal("met", total.Verdict);
    }

    [Fact]
    public void Indicator_OfRatiosWithoutNumerators_HasNoTotal()
    {
        var total = Total("B11", [Ratio("643", 1, 2), Ratio("644", 98, 98) with { Numerator = null }]);

        Assert.Null(total.Value);
        Assert.Equal("none", total.Verdict);
    }

    [Fact]
    public void Indicator_OfRatiosWithDifferentTargets_InventsNoCommonOne() =>
        Assert.Null(Total("B11", [Ratio("643", 1, 2), Ratio("644", 98, 98) with { Target = 90 }]).Target);

    [Fact]
    public void Indicator_OfCounts_LeavesExemptAndNotApplicableUnitsOutOfTheTarget()
    {
        var total = Total("B06", [
            Count("643", 30, 60, TargetVerdict.Short),
            Count("644", null, 40, TargetVerdict.Missing) with { State = ScoredState.NotReported },
            Count("645", null, 40, TargetVerdict.Exempt) with { State = ScoredState.NotApplicable },
        ]);

        Assert.Equal((30m, 100m, 30m), (total.Value, total.Target, total.AchievedPercent));
        Assert.Equal((1, 2), (total.ReportedUnits, total.ExpectedUnits));
        Assert.Equal((0, 1, 1), (total.UnitsMet, total.UnitsShort, total.UnitsMissing));
    }

    [Fact]
    public void Indicator_WhereLessIsBetter_IsMetByZero()
    {
        var total = Total("B20", [Count("643", 0, 0, TargetVerdict.Met) with { Indicator = new IndicatorCode("B20"), State = ScoredState.Zero }]);

        Assert.Equal("met", total.Verdict);
        Assert.Null(total.AchievedPercent);
    }

    [Fact]
    public void Monthly_Progress_GivesNoGradesAndSaysThatAllIsProvisional()
    {
        var model = ReportModelBuilder.Build(SampleRun.Input(ReportKind.MonthlyProgress));

        Assert.Equal(ReportStatus.Provisional, model.Cover.Status);
        Assert.All(model.Ranking.SelectMany(block => block.Units), unit => Assert.Empty(unit.Grade));
        Assert.Contains(model.Headlines, sentence => sentence.StartsWith("Tạm dẫn đầu: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Summing_BeforeClosing_IsADraft()
    {
        var model = ReportModelBuilder.Build(SampleRun.Input() with { IsClosed = false });

        Assert.Equal(ReportStatus.Draft, model.Cover.Status);
        Assert.Equal("Đây là dự thảo: đợt chưa chốt, điểm và thứ hạng còn thay đổi.", model.Headlines[^1]);
    }

    [Fact]
    public void Movements_PrintTheVietnameseLetterInThePlansOrder() =>
        Assert.Equal(["A", "B", "C", "D", "Đ", "E", "T"], Model.Movements.Select(movement => movement.Label));

    [Fact]
    public void Json_ReadBack_IsTheSameModel() =>
        Assert.Equal(ReportModelJson.Write(Model), ReportModelJson.Write(ReportModelJson.Read(ReportModelJson.Write(Model))));

    [Fact]
    public void Build_FromTheSameRun_GivesTheSameModel() =>
        Assert.Equal(ReportModelJson.Write(Model), ReportModelJson.Write(ReportModelBuilder.Build(SampleRun.Input())));

    private static IndicatorTotal Total(string indicator, IReadOnlyList<IndicatorResult> results) =>
        ReportModelBuilder.Build(SampleRun.Input() with { Run = SampleRun.Wave1 with { Indicators = results } }).Indicators.Single(total => total.Code == indicator);

    private static IndicatorResult Ratio(string unit, decimal numerator, decimal denominator) => new(
        new UnitCode(unit), new IndicatorCode("B11"), ScoredState.Value, numerator * 100 / denominator, null, numerator, denominator, null, 80, null, null, "wave-report", TargetVerdict.Met);

    private static IndicatorResult Count(string unit, decimal? value, decimal target, TargetVerdict verdict) => new(
        new UnitCode(unit), new IndicatorCode("B06"), ScoredState.Value, value, null, null, null, null, target, null, null, "wave-report", verdict);
}
