using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Scoring;

public sealed class ScoreCardTests
{
    private static readonly IReadOnlyList<Indicator> Three = [Some.Indicator("B01"), Some.Indicator("B02"), Some.Indicator("C01")];

    [Fact]
    public void Card_AllReported_NeedsNoRescaling()
    {
        var unit = Run(new PlanBuilder(), [Scored.Wave("U1", "B01", 10), Scored.Wave("U1", "B02", 5), Scored.Wave("U1", "C01", 10)]);

        Assert.Equal(60 + 10 + 20, unit.Points);
        Assert.Equal([new GroupPoints("B", 70, 80), new GroupPoints("C", 20, 20)], unit.Groups);
    }

    [Fact]
    public void Card_NothingArose_IsRescaledWithinItsGroup()
    {
        var unit = Run(new PlanBuilder(), [Scored.NothingArose("U1", "B01"), Scored.Wave("U1", "B02", 5), Scored.Wave("U1", "C01", 10)]);

        Assert.Equal([new GroupPoints("B", 40, 80), new GroupPoints("C", 20, 20)], unit.Groups);
        Assert.Equal(
            ["Không phát sinh: không tính, điểm được chia lại cho các tiêu chí khác", "80,00 × min(5 ÷ 10; 1) = 40,00", "20,00 × min(10 ÷ 10; 1) = 20,00"],
            unit.Lines.Select(line => line.Arithmetic));
        Assert.Equal([ScoredState.NotApplicable, ScoredState.Value, ScoredState.Value], unit.Lines.Select(line => line.State));
        Assert.Equal([0m, 80m, 20m], unit.Lines.Select(line => line.MaxPoints));
    }

    [Fact]
    public void Card_WholeGroupWithoutObject_IsRescaledOverTheTotal()
    {
        var unit = Run(new PlanBuilder(), [Scored.NothingArose("U1", "B01"), Scored.NothingArose("U1", "B02"), Scored.Wave("U1", "C01", 5)]);

        Assert.Equal([new GroupPoints("B", 0, 0), new GroupPoints("C", 50, 100)], unit.Groups);
        Assert.Equal(50, unit.Points);
    }

    [Fact]
    public void Card_NothingAtAllArose_HasNoPoints()
    {
        var unit = Run(new PlanBuilder(), [Scored.NothingArose("U1", "B01"), Scored.NothingArose("U1", "B02"), Scored.NothingArose("U1", "C01")]);

        Assert.Equal(0, unit.Points);
        Assert.All(unit.Groups, group => Assert.Equal((0, 0), (group.Points, group.MaxPoints)));
    }

    [Fact]
    public void Card_NothingArose_UnderTheOtherPolicy_EarnsFullPoints()
    {
        var unit = Run(
            new PlanBuilder { NotApplicable = NotApplicablePolicy.FullPoints },
            [Scored.NothingArose("U1", "B01"), Scored.Wave("U1", "B02", 5), Scored.Wave("U1", "C01", 10)]);

        Assert.Equal(60 + 10 + 20, unit.Points);
        Assert.Equal("60,00 (được tính đủ điểm: không phát sinh)", unit.Lines[0].Arithmetic);
    }

    [Fact]
    public void Card_Blank_EarnsNothingAndStaysInTheDenominator()
    {
        var unit = Run(new PlanBuilder(), [Scored.Blank("U1", "B01"), Scored.Wave("U1", "B02", 0), Scored.Wave("U1", "C01", 10)]);

        Assert.Equal(20, unit.Points);
        Assert.Equal(
            [(ScoredState.NotReported, "0,00 (chưa báo cáo)"), (ScoredState.Zero, "20,00 × min(0 ÷ 10; 1) = 0,00")],
            unit.Lines.Take(2).Select(line => (line.State, line.Arithmetic)));
    }

    [Fact]
    public void Card_Exempt_LeavesTheDenominatorAndSaysWhy()
    {
        var plan = new PlanBuilder { Targets = [.. Targets, Some.Exemption("B01", "U1", "Công văn 45/STP-VP")] };

        var unit = Run(plan, [Scored.Wave("U1", "B01", 3), Scored.Wave("U1", "B02", 10), Scored.Wave("U1", "C01", 10)]);

        Assert.Equal(100, unit.Points);
        Assert.Equal("Được miễn (Công văn 45/STP-VP): không tính, điểm được chia lại cho các tiêu chí khác", unit.Lines[0].Arithmetic);
    }

    [Fact]
    public void Card_NoTarget_LeavesTheDenominator_AlsoUnderFullPoints()
    {
        var plan = new PlanBuilder { Targets = [.. Targets.Skip(1)], NotApplicable = NotApplicablePolicy.FullPoints };

        var unit = Run(plan, [Scored.Wave("U1", "B01", 3), Scored.Wave("U1", "B02", 5), Scored.Wave("U1", "C01", 10)]);

        Assert.Equal(60, unit.Points);
        Assert.Equal("Không giao chỉ tiêu: không tính, điểm được chia lại cho các tiêu chí khác", unit.Lines[0].Arithmetic);
    }

    [Fact]
    public void Card_RuleForOtherUnitsOrPeriods_IsNotOnTheCard()
    {
        var plan = new PlanBuilder
        {
            Rules = [Rules[0] with { Units = ["department-unit"] }, Rules[1] with { Periods = [Some.Wave1.Code] }, Rules[2] with { Periods = [Some.Wave2.Code] }],
        };

        var unit = Run(plan, [Scored.Wave("U1", "B01", 3), Scored.Wave("U1", "B02", 5), Scored.Wave("U1", "C01", 10)]);

        Assert.Equal("B02", Assert.Single(unit.Lines).Rule);
        Assert.Equal(50, unit.Points);
    }

    [Fact]
    public void Card_DutyNotYetDue_IsNotCountedYet()
    {
        var plan = new PlanBuilder
        {
            Duties = [Some.Duty("DL3", FormKind.WaveReport, Some.Occurrence(Some.Wave1, new(2020, 6, 30)))],
            Rules = [.. Rules.Take(2), Some.DutyRule("DL3", 20, "C")],
        };
        var figures = new[] { Scored.Month(1, "U1", "B01", 10), Scored.Month(1, "U1", "B02", 10) };

        var before = Run(plan, Scored.Data(figures) with { AsOn = new(2020, 6, 30) });
        var after = Run(plan, Scored.Data(figures) with { AsOn = new(2020, 7, 1) });

        Assert.Equal((100m, "Chưa đến hạn: chưa tính, điểm được chia lại cho các tiêu chí khác"), (before.Points, before.Lines[2].Arithmetic));
        Assert.Equal((80m, "0,00 (chưa gửi)"), (after.Points, after.Lines[2].Arithmetic));
    }

    [Theory]
    // 89,985 goes away from zero to 89,99, where banker's rounding would give 89,98; the grade is read off the rounded points.
    [InlineData(89.985, 89.99, "good")]
    [InlineData(89.9849, 89.98, "good")]
    [InlineData(89.995, 90.00, "excellent")]
    [InlineData(79.994, 79.99, "fair")]
    [InlineData(79.995, 80.00, "good")]
    [InlineData(64.99, 64.99, "average")]
    [InlineData(65, 65.00, "fair")]
    [InlineData(50, 50.00, "average")]
    [InlineData(49.99, 49.99, "weak")]
    [InlineData(0, 0.00, "weak")]
    public void Points_AtTheCent_AreRoundedOnceAndGradedRounded(decimal exact, decimal points, string grade)
    {
        var plan = new PlanBuilder { Indicators = [Some.Indicator("B01")], Rules = [Some.Rule("B01", 100)], Targets = [Some.Target("B01", 100)], Groups = [new("B", "B", 100)] };

        var unit = Scored.Run(plan.Build(), Scored.Wave("U1", "B01", exact)).Units[0];

        Assert.Equal((points, grade), (unit.Points, unit.Grade));
    }

    [Fact]
    public void Points_EdgeReachedThroughRescaling_IsNotLostInDecimals()
    {
        // Seven of ten points arise and are scaled by 10/7: in decimals 7 × 12,855 / 7 falls below 12,855 and would round down.
        var plan = new PlanBuilder
        {
            Indicators = [Some.Indicator("B01"), Some.Indicator("B02")],
            Rules = [Some.Rule("B01", 7), Some.Rule("B02", 3)],
            Targets = [Some.Target("B01", 14), Some.Target("B02", 1)],
            Groups = [new("B", "B", 100)],
        };

        var unit = Scored.Run(plan.Build(), Scored.Wave("U1", "B01", 12.5979m), Scored.NothingArose("U1", "B02")).Units[0];

        Assert.Equal(89.985m, unit.Groups[0].Points);
        Assert.Equal(89.99m, unit.Points);
    }

    [Theory]
    //           entries            bonus  penalty  points
    [InlineData("3", 3, 0, 93)]
    [InlineData("8 7", 10, 0, 100)]
    [InlineData("-2 -0.5", 0, 2.5, 87.5)]
    [InlineData("8 7 -20", 10, 10, 90)]
    public void Adjustments_ManyEntries_AreCapped(string entries, decimal bonus, decimal penalty, decimal points)
    {
        var data = Scored.Data([Scored.Wave("U1", "B01", 10), Scored.Wave("U1", "B02", 5), Scored.Wave("U1", "C01", 10)]);
        var adjustments = entries.Split(' ').Select(text => new Adjustment(
            new("U1"), Some.Wave1.Code, decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture), "lý do", "minh chứng"));

        var unit = Run(new PlanBuilder(), data with { Adjustments = [.. adjustments] });

        Assert.Equal((bonus, penalty, points), (unit.Bonus, unit.Penalty, unit.Points));
    }

    [Fact]
    public void Adjustments_OfAWave_CountInTheYearButNotInTheOtherWave()
    {
        var data = Scored.Data([]) with { Adjustments = [new(new("U1"), Some.Wave1.Code, 4, "lý do", "minh chứng")] };

        Assert.Equal([4m, 0m, 4m], new[] { Some.Wave1, Some.Wave2, Some.Year }.Select(period => Run(new PlanBuilder(), data, period).Bonus));
    }

    [Fact]
    public void Points_PenaltyAboveEarned_StopAtZero()
    {
        var data = Scored.Data([]) with { Adjustments = [new(new("U1"), Some.Wave1.Code, -4, "lý do", "minh chứng")] };

        Assert.Equal((4m, 0m, "weak"), (Run(new PlanBuilder(), data).Penalty, Run(new PlanBuilder(), data).Points, Run(new PlanBuilder(), data).Grade));
    }

    private static IReadOnlyList<ScoringRule> Rules => [Some.Rule("B01", 60), Some.Rule("B02", 20), Some.Rule("C01", 20, group: "C")];

    private static IReadOnlyList<Target> Targets => [Some.Target("B01", 10), Some.Target("B02", 10), Some.Target("C01", 10)];

    private static UnitResult Run(PlanBuilder plan, IEnumerable<RawFigure> figures) => Run(plan, Scored.Data(figures));

    private static UnitResult Run(PlanBuilder plan, RawData data, Period? period = null)
    {
        plan.Indicators = Three;
        plan.Targets = plan.Targets.Count == 0 ? Targets : plan.Targets;
        plan.Rules = plan.Rules.Count == 0 ? Rules : plan.Rules;
        plan.Groups = [new("B", "B", 80), new("C", "C", 20)];
        return Scored.Run(plan.Build(), data, period).Units[0];
    }
}
