using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Tests.Scoring;

/// <summary>A line scored by bands says which band applied, with its factor and the bounds that belong to it, and what the others would have brought.</summary>
public sealed class BandTextTests
{
    // Bands as published: 95 itself falls into the lower one, 75 into the upper.
    private static readonly ScoringRule Rule = new()
    {
        Code = "B11",
        Group = "B",
        Function = ScoringFunction.Banded,
        MaxPoints = 5,
        Bands = [new(95, false, null, false, 1), new(75, true, 95, true, 0.75m), new(50, true, 75, false, 0.5m), new(null, false, 50, false, 0)],
        Periods = [],
        Units = [],
    };

    [Theory]
    [InlineData("5,00 × 0,75 (đạt 95%: từ 75% đến 95%) = 3,75", "thuộc mức từ 75% đến 95% (kể cả 75% và 95%), hệ số 0,75; các mức khác: trên 95%, hệ số 1; từ 50% đến dưới 75% (kể cả 50%), hệ số 0,5; dưới 50%, hệ số 0")]
    [InlineData("5,00 × 1 (đạt 95,01%: trên 95%) = 5,00", "thuộc mức trên 95%, hệ số 1; các mức khác: từ 75% đến 95% (kể cả 75% và 95%), hệ số 0,75; từ 50% đến dưới 75% (kể cả 50%), hệ số 0,5; dưới 50%, hệ số 0")]
    [InlineData("5,00 × 0,5 (đạt 74,99%: từ 50% đến dưới 75%) = 2,50", "thuộc mức từ 50% đến dưới 75% (kể cả 50%), hệ số 0,5; các mức khác: trên 95%, hệ số 1; từ 75% đến 95% (kể cả 75% và 95%), hệ số 0,75; dưới 50%, hệ số 0")]
    [InlineData("5,00 × 0 (đạt 1%: không thuộc khoảng nào) = 0,00", "không thuộc mức nào; các mức: trên 95%, hệ số 1; từ 75% đến 95% (kể cả 75% và 95%), hệ số 0,75; từ 50% đến dưới 75% (kể cả 50%), hệ số 0,5; dưới 50%, hệ số 0")]
    public void Of_AMeasuredLine_NamesItsBandWithBoundsAndTheOthers(string arithmetic, string expected) =>
        Assert.Equal(expected, BandText.Of(Rule, Line(ScoredState.Value, arithmetic)));

    [Theory]
    [InlineData(ScoredState.NotReported)]
    [InlineData(ScoredState.NotApplicable)]
    public void Of_ALineThatWasNotMeasured_IsNothing(ScoredState state) => Assert.Null(BandText.Of(Rule, Line(state, "0,00 (chưa báo cáo)")));

    [Fact]
    public void Of_ARuleWithoutBands_IsNothing() => Assert.Null(BandText.Of(Rule with { Bands = [] }, Line(ScoredState.Value, "5,00 × min(1 ÷ 1; 1) = 5,00")));

    private static ScoreLine Line(ScoredState state, string arithmetic) => new("B", "B11", state, 5, 3.75m, arithmetic, new Dictionary<string, string>());
}
