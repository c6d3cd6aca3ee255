using Emulation.Plan;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Tests.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Reconciliation;

public sealed class ExpectedPaceTests
{
    private static readonly UnitCode U1 = new("U1");
    private static readonly IndicatorCode B01 = new("B01");

    [Fact]
    public void Month_WithoutLastYear_IsProRataByWorkingDays()
    {
        var pace = Assert.Single(Of(Plan(), Some.Month(3), new(2020, 3, 31), 30));

        // 1 January to 14 March has 53 days from Monday to Friday, the wave 130; 60 × 53 ÷ 130 = 24,46; 30 is 22,6 % more.
        Assert.Equal(new PaceStanding(U1, B01, 30, 60, new(2020, 3, 14), 24.46m), pace);
        Assert.Equal(22.6m, pace.AheadPercent);
    }

    [Fact]
    public void Month_HolidaysAndMakeUpDays_Count()
    {
        var plan = Plan() with { Calendar = Plan().Calendar with { SpecialDays = [.. Enumerable.Range(20, 5).Select(day => new SpecialDay(new(2020, 1, day), "Tết", SpecialDayKind.Holiday, Basis.Illustrative)), new SpecialDay(new(2020, 4, 4), "làm bù", SpecialDayKind.MakeUpDay, Basis.Illustrative)] } };

        // 48 of 126 days.
        Assert.Equal(22.86m, Assert.Single(Of(plan, Some.Month(3), new(2020, 3, 31), 30)).Expected);
    }

    [Fact]
    public void Month_WithLastYearsMonths_FollowsTheirCourse()
    {
        var plan = Plan(new[] { 1, 1, 2, 0, 0, 4 }.Select((value, index) => LastYear(Some.Month(index + 1), value)));

        var pace = Assert.Single(Of(plan, Some.Month(3), new(2020, 3, 31), 15));

        // Half of last year's sum was reached by the end of March.
        Assert.Equal((30m, -50m), (pace.Expected, pace.AheadPercent!.Value));
        // One month unknown: by working days again.
        Assert.Equal(24.46m, Assert.Single(Of(plan with { LastYear = [.. plan.LastYear.Skip(1)] }, Some.Month(3), new(2020, 3, 31), 15)).Expected);
    }

    [Fact]
    public void Wave_ReachesTheLastMonthThatIsDue()
    {
        var plan = Plan() with { Duties = [Some.Duty("MF", FormKind.Figures, [.. Enumerable.Range(1, 12).Select(month => Some.Occurrence(Some.Month(month), new(2020, month, 20)))])] };

        Assert.Equal(new DateOnly(2020, 2, 14), Assert.Single(Of(plan, Some.Wave1, new(2020, 3, 20), 30)).ReachedOn);
        Assert.Equal(new DateOnly(2020, 3, 14), Assert.Single(Of(plan, Some.Wave1, new(2020, 3, 21), 30)).ReachedOn);
        Assert.Empty(Of(plan, Some.Wave1, new(2020, 1, 20), 30));
        Assert.Equal(new DateOnly(2020, 3, 5), Assert.Single(Of(Plan(), Some.Wave1, new(2020, 3, 5), 30)).ReachedOn);
    }

    [Fact]
    public void WaveReport_SpeaksOfTheWholeWave()
    {
        var result = Scored.Run(Plan(), Scored.Data([Scored.Wave("U1", "B01", 57, estimated: 7)]));

        var pace = Assert.Single(ExpectedPace.Of(Plan(), result, new(2020, 6, 10)));

        Assert.Equal((60m, Some.Wave1.To, -5m), (pace.Expected, pace.ReachedOn, pace.AheadPercent!.Value));
    }

    [Fact]
    public void Year_WithLastYearsWaves_FollowsThem()
    {
        var plan = Plan([LastYear(Some.Wave1, 10), LastYear(Some.Wave2, 30)]) with { Targets = [Some.Target("B01", 60) with { Period = Some.Year.Code }] };

        var pace = Assert.Single(Of(plan, Some.Year, new(2020, 7, 1), 15));

        // The first wave's quarter, and of the second its first of 132 working days.
        Assert.Equal(Math.Round((15m + (45m / 132)), 2, MidpointRounding.AwayFromZero), pace.Expected);
    }

    [Fact]
    public void Exempt_RatiosAndLessIsBetter_HaveNoPace()
    {
        var plan = new PlanBuilder
        {
            Units = [Some.Unit("U1")],
            Indicators = [Some.Indicator("B01"), Some.Indicator("B02", direction: Direction.LessIsBetter), Some.Indicator("B03", IndicatorKind.Ratio, aggregation: Aggregation.Recompute), Some.Indicator("B04", aggregation: Aggregation.Last)],
            Targets = [Some.Exemption("B01", "U1"), Some.Target("B02", 5), Some.Target("B03", 90), Some.Target("B04", 5)],
        }.Build();

        Assert.Empty(ExpectedPace.Of(plan, Scored.Run(plan, Scored.Data([Scored.Month(3, "U1", "B02", 1)]), Some.Month(3)), new(2020, 3, 31)));
    }

    [Fact]
    public void Totals_AddUnitsAndCountThoseBehind()
    {
        PaceStanding Unit(string unit, decimal value, decimal expected) => new(new UnitCode(unit), B01, value, 60, new(2020, 3, 14), expected);

        var total = Assert.Single(ExpectedPace.Totals(Plan(), [Unit("U1", 10, 20), Unit("U2", 20, 20), Unit("U3", 0, 0)]));

        Assert.Equal(new PaceTotal(B01, 3, 1, 30, 40, new(2020, 3, 14)), total);
        Assert.Equal(-25m, total.AheadPercent);
        Assert.Null(Unit("U3", 0, 0).AheadPercent);
    }

    private static IReadOnlyList<PaceStanding> Of(EmulationPlan plan, Period period, DateOnly asOn, decimal reported) =>
        ExpectedPace.Of(plan, Scored.Run(plan, Scored.Data([Scored.Month(1, "U1", "B01", reported)]) with { AsOn = asOn }, period), asOn);

    private static LastYearFigure LastYear(Period period, decimal value) => new(U1, B01, period.Code, value, Basis.Illustrative);

    private static EmulationPlan Plan(IEnumerable<LastYearFigure>? lastYear = null) =>
        new PlanBuilder { Units = [Some.Unit("U1")], Targets = [Some.Target("B01", 60)] }.Build() with { LastYear = [.. lastYear ?? []] };
}
