using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.Reports.Tests.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Reconciliation;

public sealed class DiscrepancyTests
{
    [Fact]
    public void MonthsAgainstWave_DifferentSums_SaysBoth() =>
        AssertSentences(
            ["months-against-wave B01: U1: chỉ tiêu B01 (Chỉ tiêu B01) theo báo cáo đợt 1 năm 2020 là 20, nhưng tính từ số liệu các tháng là 18."],
            new PlanBuilder(), [.. AllMonths("B01", 3), Scored.Wave("U1", "B01", 20)]);

    [Theory]
    //           wave  estimated  agrees
    [InlineData(18, null, true)]
    [InlineData(20, 2, true)]
    [InlineData(20, 3, true)]
    [InlineData(21, 2, false)]
    [InlineData(17, 2, false)]
    public void MonthsAgainstWave_EstimateAfterTheLastMonth_IsAllowedFor(int wave, int? estimated, bool agrees) =>
        Assert.Equal(agrees, Run(new PlanBuilder(), [.. AllMonths("B01", 3), Scored.Wave("U1", "B01", wave, estimated: estimated)]).Count == 0);

    [Fact]
    public void MonthsAgainstWave_ReportSentBeforeTheLastMonthEnded_IsNotCompared()
    {
        var data = Data([.. AllMonths("B01", 3), Scored.Wave("U1", "B01", 20)]);
        string[] Found(DateOnly reportedOn) => [.. Scored.Run(new PlanBuilder { Units = [Some.Unit("U1")] }.Build(), data with
        {
            Received = [.. data.Received.Select(form => form.Form == FormKind.WaveReport ? form with { FirstReceivedAt = Scored.At(reportedOn) } : form)],
        }).Discrepancies.Select(found => found.Kind)];

        Assert.Empty(Found(new(2020, 6, 14)));
        Assert.Equal(["months-against-wave"], Found(new(2020, 6, 15)));
    }

    [Fact]
    public void Month_IndicatorOutsideTheCore_IsNotAskedFor()
    {
        var plan = new PlanBuilder
        {
            Units = [Some.Unit("U1")],
            Indicators = [Some.Indicator("B01"), Some.Indicator("B02") with { IsCore = false }],
            Targets = [Some.Target("B01", 5), Some.Target("B02", 5)],
            Rules = [Some.Rule("B01", 60), Some.Rule("B02", 40)],
        }.Build();

        var month = Scored.Run(plan, Scored.Data([Scored.Month(3, "U1", "B01", 5)]), Some.Month(3));

        Assert.Empty(month.Discrepancies);
        Assert.Equal(["B01"], month.Indicators.Select(row => row.Indicator.Value));
        Assert.Equal(100, month.Units[0].Points);
        Assert.Equal(60, Scored.Run(plan, Scored.Data([Scored.Month(3, "U1", "B01", 5)])).Units[0].Points);
    }

    [Fact]
    public void MonthsAgainstWave_AMonthMissing_IsNotCompared() =>
        AssertSentences([], new PlanBuilder(), [.. AllMonths("B01", 3).Skip(1), Scored.Wave("U1", "B01", 20)]);

    [Fact]
    public void MonthsAgainstWave_RatioWithinTolerance_Agrees()
    {
        var plan = new PlanBuilder { Indicators = [Some.Indicator("B01", IndicatorKind.Ratio, aggregation: Aggregation.Recompute)] };
        var months = Enumerable.Range(1, 6).Select(month => Scored.Month(month, "U1", "B01", 66.67m, 2, 3)).ToList();

        AssertSentences([], plan, [.. months, Scored.Wave("U1", "B01", 66.7m)]);
        AssertSentences(
            ["months-against-wave B01: U1: chỉ tiêu B01 (Chỉ tiêu B01) theo báo cáo đợt 1 năm 2020 là 66,8, nhưng tính từ số liệu các tháng là 66,67."],
            plan, [.. months, Scored.Wave("U1", "B01", 66.8m)]);
    }

    [Fact]
    public void TargetMissing_SomeReported_NamesEachIndicator()
    {
        var plan = new PlanBuilder { Indicators = [Some.Indicator("B01"), Some.Indicator("B02")], Targets = [Some.Target("B01", 5), Some.Target("B02", 1250.5m)] };

        AssertSentences(
            ["target-missing B02: U1: chỉ tiêu B02 (Chỉ tiêu B02) được giao 1.250,5 nhưng đợt 1 năm 2020 chưa có số liệu."],
            plan, [Scored.Wave("U1", "B01", 5)]);
    }

    [Fact]
    public void TargetMissing_NothingReportedAfterTheDueDay_IsSaidOnce()
    {
        var plan = new PlanBuilder
        {
            Indicators = [Some.Indicator("B01"), Some.Indicator("B02")],
            Targets = [Some.Target("B01", 5), Some.Target("B02", 7)],
            Duties = [Some.Duty("DL3", FormKind.WaveReport, Some.Occurrence(Some.Wave1, new(2020, 6, 30)))],
        };

        AssertSentences(["target-missing : U1: chưa có số liệu nào của đợt 1 năm 2020; 2 chỉ tiêu được giao chưa có kết quả."], plan, []);
        Assert.Empty(Run(plan, [], new(2020, 6, 30)));
    }

    [Fact]
    public void TargetMissing_Exempt_IsNoDiscrepancy() =>
        AssertSentences(
            [],
            new PlanBuilder { Indicators = [Some.Indicator("B01"), Some.Indicator("B02")], Targets = [Some.Exemption("B01", "U1")] }, [Scored.Wave("U1", "B02", 5)]);

    [Theory]
    [InlineData(CheckKind.AtMost, 25, 20, "check B10: U1: B10 (Chỉ tiêu B10) là 25, lớn hơn B09 (Chỉ tiêu B09) là 20.")]
    [InlineData(CheckKind.AtMost, 20, 20, null)]
    [InlineData(CheckKind.AtLeast, 19, 20, "check B10: U1: B10 (Chỉ tiêu B10) là 19, nhỏ hơn B09 (Chỉ tiêu B09) là 20.")]
    [InlineData(CheckKind.AtLeast, 20, 20, null)]
    public void Check_AgainstAnotherIndicator_SaysBoth(CheckKind kind, int value, int other, string? sentence) =>
        AssertSentences(
            sentence is null ? [] : [sentence],
            new PlanBuilder { Indicators = [Some.Indicator("B10") with { Checks = [new(kind, "B09")] }, Some.Indicator("B09")] },
            [Scored.Wave("U1", "B10", value), Scored.Wave("U1", "B09", other)]);

    [Fact]
    public void Check_AgainstTheUnitsCommunes_NamesThem() =>
        AssertSentences(
            ["check C01: U1: C01 (Chỉ tiêu C01) là 9, lớn hơn số xã, phường, thị trấn của đơn vị là 7."],
            new PlanBuilder
            {
                Units = [Some.Unit("U1") with { Communes = 7 }],
                Indicators = [Some.Indicator("C01", aggregation: Aggregation.Last) with { Checks = [new(CheckKind.AtMost, "communes")] }],
            },
            [Scored.Wave("U1", "C01", 9)]);

    [Fact]
    public void Check_Ratio_ComparesItsNumerator() =>
        AssertSentences(
            ["check A02: U1: tử số của A02 (Chỉ tiêu A02) là 30, lớn hơn A01 (Chỉ tiêu A01) là 20."],
            new PlanBuilder
            {
                Indicators = [Some.Indicator("A02", IndicatorKind.Ratio, aggregation: Aggregation.Recompute) with { Checks = [new(CheckKind.AtMost, "A01")] }, Some.Indicator("A01")],
            },
            [Scored.Wave("U1", "A02", 75, 30, 40), Scored.Wave("U1", "A01", 20)]);

    [Fact]
    public void Check_BlankOrNotArisen_ComparesNothing() =>
        AssertSentences(
            [],
            new PlanBuilder { Indicators = [Some.Indicator("B10") with { Checks = [new(CheckKind.AtMost, "B09")] }, Some.Indicator("B09")] },
            [Scored.Wave("U1", "B10", 5), Scored.NothingArose("U1", "B09")]);

    [Fact]
    public void Pace_FarBehindTheTime_SaysHowFar()
    {
        var plan = new PlanBuilder { Units = [Some.Unit("U1")], Targets = [Some.Target("B01", 60)] };

        string[] At(params RawFigure[] figures) =>
            [.. Scored.Run(plan.Build(), Scored.Data(figures), Some.Month(3)).Discrepancies.Select(discrepancy => discrepancy.Sentence)];

        Assert.Equal(
            ["U1: chỉ tiêu B01 (Chỉ tiêu B01) mới đạt 14 trên 60 được giao (23,33%), trong khi thời gian đã qua 50%."],
            At(Scored.Month(1, "U1", "B01", 10), Scored.Month(3, "U1", "B01", 4)));
        Assert.Empty(At(Scored.Month(1, "U1", "B01", 15)));
        Assert.Empty(Scored.Run(plan.Build(), Scored.Data([Scored.Month(1, "U1", "B01", 0)]), Some.Month(1)).Discrepancies);
    }

    private static IEnumerable<RawFigure> AllMonths(string indicator, decimal value) =>
        Enumerable.Range(1, 6).Select(month => Scored.Month(month, "U1", indicator, value));

    private static void AssertSentences(string[] expected, PlanBuilder plan, IEnumerable<RawFigure> figures) =>
        Assert.Equal(expected, Run(plan, figures).Select(found => $"{found.Kind} {found.Indicator}: {found.Sentence}"));

    // Wave reports come after the last month.
    private static RawData Data(IEnumerable<RawFigure> figures)
    {
        var data = Scored.Data(figures);
        return data with
        {
            Received = [.. data.Received.Select(form => form.Form == FormKind.WaveReport ? form with { FirstReceivedAt = Scored.At(new(2020, 6, 25)) } : form)],
        };
    }

    private static IReadOnlyList<Discrepancy> Run(PlanBuilder plan, IEnumerable<RawFigure> figures, DateOnly? asOn = null)
    {
        plan.Units = plan.Units.Count == 3 ? [Some.Unit("U1")] : plan.Units;
        return Scored.Run(plan.Build(), Data(figures) with { AsOn = asOn ?? Scored.AfterAll }).Discrepancies;
    }
}
