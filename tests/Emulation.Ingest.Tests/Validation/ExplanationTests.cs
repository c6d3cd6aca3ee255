using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Tests.Validation;

/// <summary>Figures that differ much from earlier ones are taken and asked about, until an explanation stands beside them.</summary>
public sealed class ExplanationTests
{
    [Fact]
    public void Swing_WithoutExplanation_IsTakenAndAskedAbout()
    {
        var verdict = Reading.Read(RejectionScenarios.WaveReport("B09;105"), RejectionScenarios.WithLastYear, today: Reading.JuneDay).Accepted();

        var finding = Assert.Single(verdict.Findings);
        Assert.Equal((Severity.NeedsExplanation, "N-SWING", "dòng 2, cột 4"), (finding.Severity, finding.Code, finding.Address));
        Assert.Equal("Dòng 2, cột “Thực hiện”: B09 = 105, tăng 34,6 % so với cùng kỳ năm trước (78).", finding.Message);
        Assert.Equal(105m, verdict.FigureOf("B09").Value);
        Assert.Empty(verdict.Explanations);
    }

    [Fact]
    public void Swing_WithExplanationBesideIt_IsSettledAndTheWordsAreKept()
    {
        var verdict = Reading.Read(
            RejectionScenarios.WaveReport("B09;105;Tăng do tiếp nhận vụ việc của hai xã mới nhập về."), RejectionScenarios.WithLastYear, today: Reading.JuneDay).Accepted();

        Assert.Empty(verdict.Findings);
        Assert.Equal(
            [new Explanation(Reading.UnitId("654"), Reading.IndicatorId("B09"), Reading.PeriodId("2020-W1"), "Tăng do tiếp nhận vụ việc của hai xã mới nhập về.", new CellAddress(0, 2, 5))],
            verdict.Explanations);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-")]
    [InlineData("không có")]
    [InlineData("Đúng")]
    public void Swing_WithAMarkOrAWord_IsStillAskedAbout(string text) =>
        Assert.Equal(
            "N-SWING",
            Assert.Single(Reading.Read(RejectionScenarios.WaveReport("B09;105;" + text), RejectionScenarios.WithLastYear, today: Reading.JuneDay).Accepted().Findings).Code);

    [Theory]
    [InlineData("B09;93", 0)]
    [InlineData("B09;94", 1)]
    [InlineData("B09;63", 0)]
    [InlineData("B09;62", 1)]
    [InlineData("B09;KPS", 1)]
    [InlineData("B09;", 0)]
    [InlineData("B10;500", 0)]
    public void Swing_AtTheBound_IsTwentyPerCentOfLastYear(string row, int asked) =>
        Assert.Equal(asked, Reading.Read(RejectionScenarios.WaveReport(row), RejectionScenarios.WithLastYear, today: Reading.JuneDay).Findings.Count(finding => finding.Code == "N-SWING"));

    [Fact]
    public void Swing_InAWorkbook_IsSettledInItsColumn()
    {
        byte[] Book(string? explanation) => new TestWorkbook().Sheet("Biểu 1",
        [
            ["BÁO CÁO KẾT QUẢ ĐỢT THI ĐUA"], ["Đơn vị báo cáo: Phòng Tư pháp huyện Krông Pắc"], ["Kỳ báo cáo: đợt 1 năm 2020"], ["Số liệu đến ngày: 31/05/2020"],
            ["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Thực hiện", "Ghi chú", "Giải trình"],
            [1, "B09", null, null, 105, null, explanation],
        ]).ToBytes();
        var context = RejectionScenarios.WithLastYear(Reading.Context(Reading.KrongPac, Reading.JuneDay));

        Assert.Equal("E6", Assert.Single(SubmissionReader.Read(Book(null), context).Accepted().Findings).Address);
        var settled = SubmissionReader.Read(Book("Nhận bàn giao hồ sơ từ hai xã."), context).Accepted();
        Assert.Empty(settled.Findings);
        Assert.Equal("G6", settled.Explanations[0].Source.ToString());
    }

    [Fact]
    public void Falls_BelowTheActualPartOfTheEarlierReport_IsAskedAbout()
    {
        SubmissionVerdict Read(string row, decimal earlier, decimal? estimated) => Reading.Read(
            RejectionScenarios.WaveReport(row), context => RejectionScenarios.WithEarlier(context, "B21", earlier, estimated), today: Reading.JuneDay);

        Assert.Equal(
            "Dòng 2, cột “Thực hiện”: B21 thực hiện đến ngày 31/05/2020 là 4, nhỏ hơn số đã báo cáo đến ngày 30/04/2020 (6).",
            Assert.Single(Read("B21;4", 9, 3).Accepted().Findings).Message);
        Assert.Empty(Read("B21;6", 9, 3).Accepted().Findings);
        Assert.Empty(Read("B21;4;Rà soát lại, loại vụ việc trùng.", 9, 3).Accepted().Findings);
    }

    [Fact]
    public void Year_BelowItsFirstWave_IsRefused()
    {
        SubmissionVerdict Read(int value) => Reading.Read(
            RejectionScenarios.WaveReport($"B09;{value}").Replace("2020-W1", "2020", StringComparison.Ordinal).Replace("31/05", "30/11", StringComparison.Ordinal),
            context => RejectionScenarios.WithYearDuty(context, 40), today: new DateOnly(2020, 12, 10));

        Assert.Equal(
            "Dòng 2, cột “Thực hiện”: B09 của năm 2020 là 39, nhỏ hơn số đã báo cáo cho đợt 1 năm 2020 (40).", Assert.Single(Read(39).Refused().Findings).Message);
        Assert.Empty(Read(40).Accepted().Findings);
    }

    [Fact]
    public void Swing_OfThePlan_IsNothingWithoutItsRule() =>
        Assert.Empty(Reading.Read(
            RejectionScenarios.WaveReport("B09;105"),
            context => context with { Plan = Reading.Store(RejectionScenarios.WithLastYear(context).Plan.Plan with { Swing = null }) },
            today: Reading.JuneDay).Findings);
}
