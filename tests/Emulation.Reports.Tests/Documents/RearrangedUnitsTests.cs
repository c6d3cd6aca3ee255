using Emulation.Plan;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Tests.Documents;

/// <summary>A report across a break: the headlines say what can still be compared, the ranking with whom a unit was ranked. On 01/4/2020 unit 657 ended.</summary>
public sealed class RearrangedUnitsTests
{
    private static readonly DateOnly Break = new(2020, 4, 1);

    [Fact]
    public void Headlines_WithoutABreak_SayNothingOfIt() => Assert.DoesNotContain(SampleRun.Model.Headlines, line => line.Contains("Sắp xếp đơn vị", StringComparison.Ordinal));

    [Theory]
    [InlineData(SuccessionKind.Merge, "Sắp xếp đơn vị từ 01/04/2020: 1 đơn vị kết thúc, 1 đơn vị mới hoặc thay đổi; chỉ số liệu cộng dồn so sánh được, với tổng của các đơn vị trước khi nhập.")]
    // one that cannot be compared is enough: nobody shall believe that sums can be
    [InlineData(SuccessionKind.Abolish, "Sắp xếp đơn vị từ 01/04/2020: 1 đơn vị kết thúc, 1 đơn vị mới hoặc thay đổi; số liệu, điểm, hạng của các đơn vị này không so sánh được với trước ngày đó.")]
    public void Headlines_AcrossABreak_SayWhatCanBeCompared(SuccessionKind kind, string expected) => Assert.Contains(expected, Model(Plan(kind)).Headlines);

    [Fact]
    public void Headlines_BesideThePeriodBefore_SayThatTheTwoAreNotComparable()
    {
        var before = SampleRun.Input() with { Plan = Plan(SuccessionKind.Abolish), Previous = SampleRun.Model };

        var line = Assert.Single(ReportModelBuilder.Build(before).Headlines, line => line.StartsWith("Kỳ trước", StringComparison.Ordinal));

        Assert.EndsWith("Hai kỳ không so sánh được do sắp xếp đơn vị từ 01/04/2020.", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Headlines_OfAPeriodAfterTheBreak_SayNothingOfIt()
    {
        var plan = Plan(SuccessionKind.Merge);
        plan = plan with { Successions = [.. plan.Successions.Select(line => line with { On = new(2020, 7, 1) })], Units = [.. plan.Units.Select(unit => unit with { ValidTo = null })] };

        Assert.DoesNotContain(Model(plan).Headlines, line => line.Contains("Sắp xếp đơn vị", StringComparison.Ordinal));
    }

    [Fact]
    public void Ranking_OfAUnitThatEnded_SaysThatThereWasNobodyToRankItWith()
    {
        var row = RowOf(Model(Plan(SuccessionKind.Merge), rank: null), "657");

        Assert.Null(row.Rank);
        Assert.StartsWith("Tồn tại từ 01/01/2020 đến 31/03/2020, không có đơn vị cùng thời gian để xếp hạng", row.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Ranking_OfUnitsWithTheSameDays_SaysThatTheyAreRankedAmongThemselvesAndStandsBehindTheOthers()
    {
        var model = Model(Plan(SuccessionKind.Merge, "656"), rank: 1);
        var block = model.Ranking.Single(block => block.Units.Any(unit => unit.UnitCode == "657"));

        Assert.All(["656", "657"], code => Assert.StartsWith("Chỉ xếp hạng cùng các đơn vị tồn tại từ 01/01/2020 đến 31/03/2020", RowOf(model, code).Note, StringComparison.Ordinal));
        Assert.All(block.Units.Where(unit => unit.UnitCode is not ("656" or "657")), unit => Assert.DoesNotContain("tồn tại từ", unit.Note ?? "", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["656", "657"], block.Units.Select(unit => unit.UnitCode).TakeLast(2).Order());
    }

    [Theory]
    // what is there on the last day: 653 reports it for 657 as well
    [InlineData("C01", false)]
    // what happened in the period happened in both
    [InlineData("B06", true)]
    public void Total_AcrossABreak_TakesWhatTheUnitThatEndedHadOnlyIfNobodyReportsItAgain(string indicator, bool isIn)
    {
        var ended = Assert.Single(SampleRun.Wave1.Indicators, result => result.Unit.Value == "657" && result.Indicator.Value == indicator);
        var (before, after) = (TotalOf(SampleRun.Model, indicator), TotalOf(Model(Plan(SuccessionKind.Merge)), indicator));

        Assert.NotEqual(0, ended.Value);
        Assert.Equal(before.Value - (isIn ? 0 : ended.Value), after.Value);
        Assert.Equal(before.Target - (isIn ? 0 : ended.Target), after.Target);
        Assert.Equal(before.ExpectedUnits - (isIn ? 0 : 1), after.ExpectedUnits);
    }

    [Fact]
    public void Total_OfAStockThatNobodyTookOver_KeepsIt()
    {
        var plan = Plan(SuccessionKind.Abolish);
        plan = plan with { Successions = [.. plan.Successions.Select(line => line with { To = null })] };

        Assert.Equal(TotalOf(SampleRun.Model, "C01"), TotalOf(Model(plan), "C01"));
    }

    private static IndicatorTotal TotalOf(ReportModel model, string indicator) => model.Indicators.Single(total => total.Code == indicator);

    private static RankingRow RowOf(ReportModel model, string unit) => model.Ranking.SelectMany(block => block.Units).Single(row => row.UnitCode == unit);

    private static ReportModel Model(EmulationPlan plan, int? rank = null) => ReportModelBuilder.Build(SampleRun.Input() with
    {
        Plan = plan,
        Run = SampleRun.Wave1 with { Units = [.. SampleRun.Wave1.Units.Select(unit => plan.UnitByCode(unit.Unit).ValidTo is null ? unit : unit with { Rank = rank })] },
    });

    /// <summary>The sample plan in which 657, and <paramref name="too"/> with it, went to 653.</summary>
    private static EmulationPlan Plan(SuccessionKind kind, string? too = null) => SamplePlan.Plan with
    {
        Units = [.. SamplePlan.Plan.Units.Select(unit => unit.Code.Value == "657" || unit.Code.Value == too ? unit with { ValidTo = Break.AddDays(-1) } : unit)],
        Successions = [.. new[] { "657", too }.OfType<string>().Select(code => new Succession(new(code), new("653"), kind, Break, "NQ 1", Basis.Assumed))],
    };
}
