using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Scoring;

public sealed class AggregationTests
{
    [Fact]
    public void Sum_Months_AreAddedUp()
    {
        var row = Of(Some.Indicator("B01"), Scored.Month(1, "U1", "B01", 3), Scored.Month(2, "U1", "B01", 4, estimated: 1), Blank(3), Scored.Month(6, "U1", "B01", 0));

        Assert.Equal((7m, 1m, ScoredState.Estimated, "figures"), (row.Value, row.Estimated, row.State, row.Source));
    }

    [Fact]
    public void Last_Months_TakeTheLatestValue_NotTheLatestRow()
    {
        var row = Of(
            Some.Indicator("B01", aggregation: Aggregation.Last), Scored.Month(5, "U1", "B01", 8), Scored.Month(1, "U1", "B01", 3), Blank(6), Scored.Month(3, "U1", "B01", 9));

        Assert.Equal((8m, ScoredState.Value), (row.Value, row.State));
    }

    [Fact]
    public void Recompute_Months_DivideTheSums_NeverAverageThePerCents()
    {
        // 1 of 2 and 90 of 90: the average of the per cents would be 75.
        var row = Of(Ratio, Scored.Month(1, "U1", "B01", 50, 1, 2), Scored.Month(2, "U1", "B01", 100, 90, 90));

        Assert.Equal((91, 92), (row.Numerator, row.Denominator));
        Assert.Equal(98.91m, Math.Round(row.Value!.Value, 2));
    }

    [Fact]
    public void Recompute_PerCentWithoutParts_CannotBeCombined()
    {
        Assert.Equal(70m, Of(Ratio, Scored.Month(1, "U1", "B01", 50), Scored.Month(2, "U1", "B01", 70)).Value);
        Assert.Equal(50m, Of(Ratio, Scored.Month(1, "U1", "B01", 50, 1, 2), Scored.Month(2, "U1", "B01", 70)).Value);
    }

    [Fact]
    public void Recompute_PerCentWithoutParts_TakesThoseOfTheIndicatorsItIsMadeOf()
    {
        var ratio = Ratio with { NumeratorOf = new IndicatorCode("B10"), DenominatorOf = new IndicatorCode("B09") };
        var plan = new PlanBuilder { Indicators = [ratio, Some.Indicator("B10"), Some.Indicator("B09")], Units = [Some.Unit("U1")] }.Build();

        var row = Scored.Run(
            plan, Scored.Month(1, "U1", "B01", 50), Scored.Month(2, "U1", "B01", 100), Scored.Month(1, "U1", "B10", 5), Scored.Month(1, "U1", "B09", 10),
            Scored.Month(2, "U1", "B10", 30), Scored.Month(2, "U1", "B09", 30)).Indicators[0];

        Assert.Equal((87.5m, 35m, 40m), (row.Value, row.Numerator, row.Denominator));
    }

    [Fact]
    public void Wave_ReportAccepted_GoesBeforeTheMonths() =>
        Assert.Equal(
            (12m, "wave-report"),
            Of(Some.Indicator("B01"), Scored.Month(1, "U1", "B01", 3), Scored.Wave("U1", "B01", 12)) is var row ? (row.Value, row.Source) : default);

    [Fact]
    public void Wave_ReportLeavesBlank_TheMonthsSpeak() =>
        Assert.Equal(
            (3m, "figures"),
            Of(Some.Indicator("B01"), Scored.Month(1, "U1", "B01", 3), Scored.Blank("U1", "B01")) is var row ? (row.Value, row.Source) : default);

    [Fact]
    public void Wave_ReportSaysNothingArose_StandsAgainstTheMonths() =>
        Assert.Equal(ScoredState.NotApplicable, Of(Some.Indicator("B01"), Scored.Month(1, "U1", "B01", 3), Scored.NothingArose("U1", "B01")).State);

    [Fact]
    public void States_BlankZeroNotArisenAndNotReported_AreFourThings()
    {
        Assert.Equal(ScoredState.NotReported, Of(Some.Indicator("B01"), Blank(1)).State);
        Assert.Equal(ScoredState.NotReported, Of(Some.Indicator("B01")).State);
        Assert.Equal(ScoredState.Zero, Of(Some.Indicator("B01"), Scored.Month(1, "U1", "B01", 0)).State);
        Assert.Equal(ScoredState.NotApplicable, Of(Some.Indicator("B01"), Blank(1), Scored.NothingArose("U1", "B01")).State);
    }

    [Fact]
    public void Year_IsMadeOfTheChosenValuesOfItsWaves()
    {
        // Wave 1 by its report, wave 2 by its months; the months of wave 1 do not count twice.
        var figures = new[] { Scored.Month(1, "U1", "B01", 3), Scored.Wave("U1", "B01", 12), Scored.Month(8, "U1", "B01", 5), Scored.Month(9, "U1", "B01", 6) };

        Assert.Equal((23m, "figures"), Of(Some.Indicator("B01"), Some.Year, figures) is var sum ? (sum.Value, sum.Source) : default);
        Assert.Equal(6m, Of(Some.Indicator("B01", aggregation: Aggregation.Last), Some.Year, figures).Value);
    }

    [Fact]
    public void Year_RatioOfWaves_IsRecomputed()
    {
        var second = Scored.Wave("U1", "B01", 100, 60, 60) with { Period = Some.Wave2.Code };

        Assert.Equal((80m, 80m, 100m), Of(Ratio, Some.Year, Scored.Wave("U1", "B01", 50, 20, 40), second) is var row ? (row.Value, row.Numerator, row.Denominator) : default);
    }

    [Fact]
    public void Year_RatioOfAStock_TakesTheLatestParts()
    {
        var plan = new PlanBuilder
        {
            Units = [Some.Unit("U1")],
            Indicators = [Ratio with { NumeratorOf = new IndicatorCode("C01") }, Some.Indicator("C01", aggregation: Aggregation.Last)],
        }.Build();
        var december = new[] { Scored.Wave("U1", "B01", 75, 12, 16), Scored.Wave("U1", "C01", 12) }.Select(figure => figure with { Period = Some.Wave2.Code });

        var year = Scored.Run(plan, Scored.Data([Scored.Wave("U1", "B01", 62.5m, 10, 16), Scored.Wave("U1", "C01", 10), .. december]), Some.Year);

        Assert.Equal([(75m, 12m, 16m)], year.Indicators.Take(1).Select(row => (row.Value!.Value, row.Numerator!.Value, row.Denominator!.Value)));
    }

    [Fact]
    public void Month_LooksAtItsWaveUpToIt()
    {
        var figures = new[] { Scored.Month(1, "U1", "B01", 3), Scored.Month(2, "U1", "B01", 4), Scored.Month(3, "U1", "B01", 5), Scored.Month(8, "U1", "B01", 5), Scored.Wave("U1", "B01", 99) };

        Assert.Equal(7m, Of(Some.Indicator("B01"), Some.Month(2), figures).Value);
        Assert.Equal(5m, Of(Some.Indicator("B01"), Some.Month(8), figures).Value);
    }

    [Theory]
    [InlineData("U1", 30)]
    [InlineData("U2", 20)]
    [InlineData("U3", 10)]
    public void Target_UnitLine_GoesBeforeItsGroups(string unit, decimal target)
    {
        var plan = new PlanBuilder
        {
            Units = [Some.Unit("U1"), Some.Unit("U2"), Some.Unit("U3", "K2")],
            Targets = [Some.Target("B01", 10), Some.Target("B01", 20, "K1"), Some.Target("B01", 30, "U1")],
        }.Build();

        Assert.Equal(target, Scored.Run(plan).Indicators.Single(row => row.Unit.Value == unit).Target);
    }

    [Theory]
    //          aggregation           direction               wave target  year target  expected in the wave
    [InlineData(Aggregation.Sum, Direction.MoreIsBetter, 5, 12, 5)]
    [InlineData(Aggregation.Sum, Direction.MoreIsBetter, null, 12, null)]
    [InlineData(Aggregation.Sum, Direction.LessIsBetter, null, 12, 12)]
    [InlineData(Aggregation.Last, Direction.MoreIsBetter, null, 12, 12)]
    public void Target_OfTheYear_HoldsInAWaveOnlyWhereItIsTheSame(Aggregation aggregation, Direction direction, int? wave, int year, int? expected)
    {
        var targets = wave is { } value ? new[] { Some.Target("B01", value) } : [];
        var plan = new PlanBuilder
        {
            Indicators = [Some.Indicator("B01", direction: direction, aggregation: aggregation)],
            Targets = [.. targets, Some.Target("B01", year, period: Some.Year)],
        }.Build();

        Assert.Equal(expected, Scored.Run(plan).Indicators[0].Target);
    }

    [Fact]
    public void Target_OfTheYear_IsTheSumOfItsWavesWhereNoneIsSet()
    {
        var plan = new PlanBuilder { Targets = [Some.Target("B01", 5), Some.Target("B01", 7, period: Some.Wave2)] }.Build();

        Assert.Equal(12, Scored.Run(plan, Scored.Data([]), Some.Year).Indicators[0].Target);
    }

    private static Indicator Ratio => Some.Indicator("B01", IndicatorKind.Ratio, aggregation: Aggregation.Recompute);

    private static RawFigure Blank(int month) => Scored.Month(month, "U1", "B01", null) with { State = 2 };

    private static IndicatorResult Of(Indicator indicator, params RawFigure[] figures) => Of(indicator, Some.Wave1, figures);

    private static IndicatorResult Of(Indicator indicator, Period period, params RawFigure[] figures) =>
        Scored.Run(new PlanBuilder { Indicators = [indicator], Units = [Some.Unit("U1")] }.Build(), Scored.Data(figures), period).Indicators[0];
}
