using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Scoring;

public sealed class GradingTests
{
    private static readonly DateOnly DueOn = new(2020, 6, 30);

    [Theory]
    //           days late (null: nothing came)  grade        gates
    [InlineData(0, "excellent", "")]
    [InlineData(10, "excellent", "")]
    [InlineData(11, "good", "G-BC")]
    [InlineData(null, "good", "G-BC")]
    public void Gate_MandatoryReport_BarsTheTopGrade(int? daysLate, string grade, string gates)
    {
        var received = daysLate is { } days ? new[] { new ReceivedForm(new("U1"), FormKind.AwardProposals, Some.Wave1.Code, Scored.At(DueOn.AddDays(days)), 1) } : [];

        AssertGrade(grade, gates, Plan(new Gate("G-BC", "", GateKind.MandatoryReport, null, 10)), [Full], received);
    }

    /// <summary>A broken file bars nothing while it can still be mended.</summary>
    [Theory]
    //           as on         grade        gates
    [InlineData("2020-06-30", "excellent", "")]
    [InlineData("2020-07-01", "good", "G-BC")]
    public void Gate_MandatoryReportNeedsFixing_BarsFromTheDayAfterItsDueDay(string asOn, string grade, string gates)
    {
        var plan = Plan(new Gate("G-BC", "", GateKind.MandatoryReport, null, 10)).Build();
        var data = Scored.Data([Full]) with
        {
            AsOn = DateOnly.Parse(asOn, System.Globalization.CultureInfo.InvariantCulture),
            Refused = [new RefusedForm(new("U1"), FormKind.AwardProposals, Some.Wave1.Code)],
        };

        var unit = Scored.Run(plan, data).Units[0];

        Assert.Equal((grade, gates), (unit.Grade, string.Join(',', unit.Gates)));
    }

    [Fact]
    public void Gate_DutyThatIsNotMandatory_BarsNothing()
    {
        var plan = Plan(new Gate("G-BC", "", GateKind.MandatoryReport, null, 10));
        plan.Duties = [plan.Duties[0] with { IsMandatory = false }];

        AssertGrade("excellent", "", plan, [Full], []);
    }

    [Theory]
    [InlineData(100.0, "excellent", "")]
    [InlineData(99.99, "good", "G-D")]
    [InlineData(null, "good", "G-D")]
    public void Gate_TargetMissed_BarsTheTopGrade(double? percent, string grade, string gates) =>
        AssertGrade(
            grade, gates, Plan(new Gate("G-D", "", GateKind.TargetMissed, new IndicatorCode("D01"), 0)),
            percent is { } value ? [Full, Scored.Wave("U1", "D01", (decimal)value)] : [Full], []);

    [Fact]
    public void Gate_NothingArose_BarsNothing() =>
        AssertGrade(
            "excellent", "", Plan(new Gate("G-D", "", GateKind.TargetMissed, new IndicatorCode("D01"), 0)), [Full, Scored.NothingArose("U1", "D01")], []);

    [Theory]
    [InlineData(0, "excellent", "")]
    [InlineData(1, "good", "G-KL")]
    public void Gate_FigureAbove_BarsTheTopGrade(int cases, string grade, string gates) =>
        AssertGrade(
            grade, gates, Plan(new Gate("G-KL", "", GateKind.FigureAbove, new IndicatorCode("D01"), 0)), [Full, Scored.Wave("U1", "D01", cases)], []);

    [Fact]
    public void Gates_BelowTheTopGrade_AreNotNamed() =>
        AssertGrade(
            "good", "", Plan(new Gate("G-D", "", GateKind.TargetMissed, new IndicatorCode("D01"), 0)), [Scored.Wave("U1", "B01", 85)], []);

    [Fact]
    public void Gates_Several_AreNamedInPlanOrderAndCostOneGrade() =>
        AssertGrade(
            "good", "G-D,G-BC",
            Plan(new Gate("G-D", "", GateKind.TargetMissed, new IndicatorCode("D01"), 0), new Gate("G-BC", "", GateKind.MandatoryReport, null, 10)), [Full], []);

    private static RawFigure Full => Scored.Wave("U1", "B01", 100);

    private static PlanBuilder Plan(params Gate[] gates) => new()
    {
        Units = [Some.Unit("U1")],
        Indicators = [Some.Indicator("B01"), Some.Indicator("D01", IndicatorKind.Ratio, aggregation: Aggregation.Last)],
        Rules = [Some.Rule("B01", 100)],
        Targets = [Some.Target("B01", 100), Some.Target("D01", 100)],
        Duties = [Some.Duty("DL5", FormKind.AwardProposals, Some.Occurrence(Some.Wave1, DueOn))],
        Gates = gates,
    };

    private static void AssertGrade(string grade, string gates, PlanBuilder plan, IEnumerable<RawFigure> figures, IEnumerable<ReceivedForm> received)
    {
        var data = Scored.Data(figures) with { AsOn = new(2020, 7, 12) };
        var unit = Scored.Run(plan.Build(), data with { Received = [.. data.Received, .. received] }).Units[0];
        Assert.Equal((grade, gates), (unit.Grade, string.Join(',', unit.Gates)));
    }
}
