using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Scoring;

public sealed class ScoringFunctionTests
{
    [Theory]
    //           value  target  points  arithmetic
    [InlineData(45, 60, 4.50, "6,00 × min(45 ÷ 60; 1) = 4,50")]
    [InlineData(60, 60, 6.00, "6,00 × min(60 ÷ 60; 1) = 6,00")]
    [InlineData(1250, 60, 6.00, "6,00 × min(1.250 ÷ 60; 1) = 6,00")]
    [InlineData(0, 60, 0.00, "6,00 × min(0 ÷ 60; 1) = 0,00")]
    [InlineData(12.5, 60, 1.25, "6,00 × min(12,5 ÷ 60; 1) = 1,25")]
    [InlineData(0, 0, 6.00, "6,00 (chỉ tiêu giao bằng 0) = 6,00")]
    public void Proportional_Figure_EarnsItsShare(decimal value, decimal target, decimal points, string arithmetic) =>
        AssertLine(Some.Rule("B01", 6), Some.Indicator("B01"), target, Scored.Wave("U1", "B01", value), points, arithmetic);

    [Theory]
    //           value  cap    points  arithmetic
    [InlineData(66, null, 6.60, "6,00 × min(66 ÷ 60; 1,1) = 6,60")]
    [InlineData(90, null, 6.60, "6,00 × min(90 ÷ 60; 1,1) = 6,60")]
    [InlineData(90, 1.25, 7.50, "6,00 × min(90 ÷ 60; 1,25) = 7,50")]
    [InlineData(30, 1.25, 3.00, "6,00 × min(30 ÷ 60; 1,25) = 3,00")]
    public void ProportionalOver_Overshoot_IsCapped(decimal value, double? cap, decimal points, string arithmetic) =>
        AssertLine(
            Some.Rule("B01", 6, ScoringFunction.ProportionalOver) with { Cap = (decimal?)cap }, Some.Indicator("B01"), 60,
            Scored.Wave("U1", "B01", value), points, arithmetic);

    [Theory]
    // As published: exactly 95 is in the lower band, exactly 75 in the upper.
    //           value   points  arithmetic
    [InlineData(95.01, 1.50, "1,50 × 1 (đạt 95,01%: trên 95%) = 1,50")]
    [InlineData(95, 1.00, "1,50 × 0,67 (đạt 95%: từ 75% đến 95%) = 1,00")]
    [InlineData(75, 1.00, "1,50 × 0,67 (đạt 75%: từ 75% đến 95%) = 1,00")]
    [InlineData(74.99, 0.50, "1,50 × 0,33 (đạt 74,99%: từ 50% đến dưới 75%) = 0,50")]
    [InlineData(50, 0.50, "1,50 × 0,33 (đạt 50%: từ 50% đến dưới 75%) = 0,50")]
    [InlineData(49.99, 0.00, "1,50 × 0 (đạt 49,99%: dưới 50%) = 0,00")]
    [InlineData(0, 0.00, "1,50 × 0 (đạt 0%: dưới 50%) = 0,00")]
    public void Banded_PerCent_FallsIntoThePublishedBand(decimal value, decimal points, string arithmetic) =>
        AssertLine(
            Some.Rule("B11", 1.5m, ScoringFunction.Banded) with
            {
                Bands = [new(95, false, null, false, 1), new(75, true, 95, true, 2m / 3), new(50, true, 75, false, 1m / 3), new(null, false, 50, false, 0)],
            },
            Some.Indicator("B11", IndicatorKind.Ratio, aggregation: Aggregation.Recompute), null, Scored.Wave("U1", "B11", value), points, arithmetic);

    // Also where bands are written from below, so that no earlier band takes the edge.
    [Theory]
    [InlineData(false, false, 50, false)]
    [InlineData(true, false, 50, true)]
    [InlineData(false, false, 75, false)]
    [InlineData(false, true, 75, true)]
    [InlineData(false, false, 60, true)]
    public void Band_Edge_BelongsToItOnlyIfItSaysSo(bool fromInclusive, bool toInclusive, decimal percent, bool isIn) =>
        Assert.Equal(isIn, Bands.Contains(new ScoreBand(50, fromInclusive, 75, toInclusive, 1), percent));

    [Fact]
    public void Banded_EdgeOfAQuotient_IsComparedExactly() =>
        // 19/20 is 95 exactly; 1901/2001 is 95,0024…: printed 95 but above the edge.
        Assert.Equal(
            [1m, 1.5m],
            new[] { (19m, 20m), (1901m, 2001m) }.Select(parts => Line(
                Some.Rule("B11", 1.5m, ScoringFunction.Banded) with { Bands = [new(95, false, null, false, 1), new(null, false, 95, true, 2m / 3)] },
                Some.Indicator("B11", IndicatorKind.Ratio, aggregation: Aggregation.Recompute), null,
                Scored.Wave("U1", "B11", 95, parts.Item1, parts.Item2)).Points.ToCents()));

    [Theory]
    [InlineData(1, 2.00, "2,00 × 1 (Có) = 2,00")]
    [InlineData(0, 0.00, "2,00 × 0 (Không) = 0,00")]
    public void YesNo_Answer_EarnsAllOrNothing(decimal value, decimal points, string arithmetic) =>
        AssertLine(
            Some.Rule("T01", 2, ScoringFunction.YesNo), Some.Indicator("T01", IndicatorKind.YesNo, aggregation: Aggregation.Last), null,
            Scored.Wave("U1", "T01", value), points, arithmetic);

    [Theory]
    [InlineData(0, 3.0, "max(3,00 − 0,5 × 0; 0) = 3,00")]
    [InlineData(3, 1.5, "max(3,00 − 0,5 × 3; 0) = 1,50")]
    [InlineData(6, 0.0, "max(3,00 − 0,5 × 6; 0) = 0,00")]
    [InlineData(9, 0.0, "max(3,00 − 0,5 × 9; 0) = 0,00")]
    public void LowerIsBetter_Cases_CostPointsDownToZero(decimal cases, decimal points, string arithmetic) =>
        AssertLine(
            Some.Rule("B20", 3, ScoringFunction.LowerIsBetter) with { PointsPerCase = 0.5m }, Some.Indicator("B20", direction: Direction.LessIsBetter), null,
            Scored.Wave("U1", "B20", cases), points, arithmetic);

    [Theory]
    //           days  points  arithmetic
    [InlineData(-3, 4.00, "4,00 × 1 (đúng hạn) = 4,00")]
    [InlineData(0, 4.00, "4,00 × 1 (đúng hạn) = 4,00")]
    [InlineData(1, 3.00, "4,00 × 0,75 (chậm 1 ngày) = 3,00")]
    [InlineData(2, 3.00, "4,00 × 0,75 (chậm 2 ngày) = 3,00")]
    [InlineData(3, 2.00, "4,00 × 0,5 (chậm 3 ngày) = 2,00")]
    [InlineData(5, 2.00, "4,00 × 0,5 (chậm 5 ngày) = 2,00")]
    [InlineData(6, 1.00, "4,00 × 0,25 (chậm 6 ngày) = 1,00")]
    [InlineData(10, 1.00, "4,00 × 0,25 (chậm 10 ngày) = 1,00")]
    [InlineData(11, 0.00, "4,00 × 0 (chậm 11 ngày) = 0,00")]
    public void Deadline_DaysLate_EarnTheBandsFactor(int days, decimal points, string arithmetic)
    {
        var due = new DateOnly(2020, 2, 28);
        var indicator = Some.Indicator("B22", IndicatorKind.Date, aggregation: Aggregation.Last);
        var plan = Plan(Some.Rule("B22", 4, ScoringFunction.Deadline), indicator, [Some.Target("B22", 0) with { Value = null, Date = due }]);
        var byDate = Line(plan, Scored.Wave("U1", "B22", null) with { Date = due.AddDays(days) });

        var duty = Some.Duty("DL1", FormKind.Registration, Some.Occurrence(Some.Wave1, due));
        var byDuty = Scored.Run(
            new PlanBuilder { Units = [Some.Unit("U1")], Duties = [duty], Rules = [Some.DutyRule("DL1", 4)], Groups = [new("T", "T", 4)] }.Build(),
            new RawData(Scored.AfterAll, [], [new(new("U1"), FormKind.Registration, Some.Wave1.Code, Scored.At(due.AddDays(days), 23, 59), 1)], [], []));

        Assert.Equal((points, arithmetic), (byDate.Points, byDate.Arithmetic));
        Assert.Equal((points, arithmetic), (byDuty.Units[0].Lines[0].Points, byDuty.Units[0].Lines[0].Arithmetic));
    }

    [Fact]
    public void Deadline_SeveralOccurrences_AreAveraged()
    {
        var duty = Some.Duty("DM", FormKind.Figures, [.. Enumerable.Range(1, 3).Select(month => Some.Occurrence(Some.Month(month), new(2020, month, 20)))]);
        var plan = new PlanBuilder { Units = [Some.Unit("U1")], Duties = [duty], Rules = [Some.DutyRule("DM", 3)], Groups = [new("T", "T", 3)] }.Build();
        var received = new[] { (1, 20), (2, 22) }.Select(arrival => new ReceivedForm(
            new("U1"), FormKind.Figures, Some.Month(arrival.Item1).Code, Scored.At(new(2020, arrival.Item1, arrival.Item2)), 1));

        var line = Scored.Run(plan, new RawData(Scored.AfterAll, [], [.. received], [], [])).Units[0].Lines[0];

        Assert.Equal("3,00 × (1 + 0,75 + 0) ÷ 3 = 1,75", line.Arithmetic);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["DM kỳ 2020-01"] = "hạn 20/01/2020: đúng hạn",
                ["DM kỳ 2020-02"] = "hạn 20/02/2020: chậm 2 ngày",
                ["DM kỳ 2020-03"] = "hạn 20/03/2020: chưa gửi",
                ["Điểm chuẩn"] = "3,00",
            },
            line.Inputs);
    }

    [Fact]
    public void Inputs_RatioWithEstimate_NameEveryNumber()
    {
        var line = Line(
            Some.Rule("B11", 6), Some.Indicator("B11", IndicatorKind.Ratio, aggregation: Aggregation.Recompute), 80,
            Scored.Wave("U1", "B11", 62.5m, 25, 40, estimated: 2.5m));

        Assert.Equal(ScoredState.Estimated, line.State);
        Assert.Equal("6,00 × min(62,5 ÷ 80; 1) = 4,69", line.Arithmetic);
        Assert.Equal(
            ["Chỉ tiêu: 80", "Mẫu số: 40", "Nguồn số liệu: báo cáo đợt", "Thực hiện: 62,5", "Tử số: 25", "Điểm chuẩn: 6,00", "Ước thực hiện: 2,5"],
            line.Inputs.Select(input => $"{input.Key}: {input.Value}"));
    }

    private static void AssertLine(ScoringRule rule, Indicator indicator, decimal? target, RawFigure figure, decimal points, string arithmetic)
    {
        var line = Line(rule, indicator, target, figure);
        Assert.Equal(arithmetic, line.Arithmetic);
        Assert.Equal(points, line.Points.ToCents());
    }

    private static ScoreLine Line(ScoringRule rule, Indicator indicator, decimal? target, RawFigure figure) =>
        Line(Plan(rule, indicator, target is { } value ? [Some.Target(indicator.Code.Value, value)] : []), figure);

    private static ScoreLine Line(EmulationPlan plan, RawFigure figure) => Scored.Run(plan, figure).Units[0].Lines[0];

    private static EmulationPlan Plan(ScoringRule rule, Indicator indicator, IReadOnlyList<Target> targets) => new PlanBuilder
    {
        Units = [Some.Unit("U1")],
        Indicators = [indicator],
        Targets = targets,
        Rules = [rule],
        Groups = [new(rule.Group, rule.Group, rule.MaxPoints)],
    }.Build();
}
