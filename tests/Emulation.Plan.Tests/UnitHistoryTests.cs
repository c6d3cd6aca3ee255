using Emulation.TestSupport;

namespace Emulation.Plan.Tests;

/// <summary>What became of units, and with what their figures can be compared. Day 1 of the change is 01/7/2020, between the waves.</summary>
public sealed class UnitHistoryTests
{
    private static readonly DateOnly Break = new(2020, 7, 1);
    private static readonly DateOnly Before = new(2020, 6, 30);
    private static readonly DateOnly After = new(2020, 12, 31);

    [Fact]
    public void Compare_UnitThatWentOn_IsTheSame()
    {
        var plan = Plan([Old("A"), New("B"), Some.Unit("C")], Line("A", "B", SuccessionKind.Rename));

        Assert.IsType<Comparability.Same>(plan.Compare(plan.UnitByCode(new("C")), Before, After));
    }

    [Fact]
    public void Compare_Renamed_CarriesEveryIndicator()
    {
        var plan = Plan([Old("A"), New("B")], Line("A", "B", SuccessionKind.Rename));

        var successor = Assert.IsType<Comparability.Successor>(plan.Compare(plan.UnitByCode(new("B")), Before, After));

        Assert.Equal(["A"], Codes(successor));
        Assert.True(successor.Carries(Some.Indicator("B01") with { Kind = IndicatorKind.Ratio, Aggregation = Aggregation.Recompute }));
    }

    [Theory]
    // only what is a sum can be added up
    [InlineData(IndicatorKind.Count, Aggregation.Sum, true)]
    [InlineData(IndicatorKind.Money, Aggregation.Sum, true)]
    [InlineData(IndicatorKind.Count, Aggregation.Last, false)]
    [InlineData(IndicatorKind.Ratio, Aggregation.Recompute, false)]
    [InlineData(IndicatorKind.YesNo, Aggregation.Last, false)]
    public void Compare_Merged_CarriesSumsOfThePredecessors(IndicatorKind kind, Aggregation aggregation, bool carries)
    {
        var plan = Plan([Old("A"), Old("B"), New("C")], Line("A", "C", SuccessionKind.Merge), Line("B", "C", SuccessionKind.Merge));

        var successor = Assert.IsType<Comparability.Successor>(plan.Compare(plan.UnitByCode(new("C")), Before, After));

        Assert.Equal(["A", "B"], Codes(successor));
        Assert.Equal(carries, successor.Carries(Some.Indicator("B01") with { Kind = kind, Aggregation = aggregation }));
    }

    [Fact]
    public void Compare_UnitThatTookInAnother_AddsItsOwnFigures()
    {
        var plan = Plan([Old("A"), Some.Unit("C")], Line("A", "C", SuccessionKind.Merge));

        Assert.Equal(["A", "C"], Codes(Assert.IsType<Comparability.Successor>(plan.Compare(plan.UnitByCode(new("C")), Before, After))));
    }

    [Fact]
    public void Compare_ChainOfMergers_GoesBackToTheUnitsOfThatDay()
    {
        var middle = Some.Unit("M") with { ValidFrom = new(2020, 4, 1), ValidTo = Before };
        var first = Some.Unit("A") with { ValidTo = new(2020, 3, 31) };
        var other = Some.Unit("B") with { ValidTo = new(2020, 3, 31) };
        var plan = Plan([first, other, middle, New("Z")],
            Line("A", "M", SuccessionKind.Merge) with { On = new(2020, 4, 1) }, Line("B", "M", SuccessionKind.Merge) with { On = new(2020, 4, 1) }, Line("M", "Z", SuccessionKind.Rename));

        Assert.Equal(["A", "B"], Codes(Assert.IsType<Comparability.Successor>(plan.Compare(plan.UnitByCode(new("Z")), new(2020, 3, 31), After))));
        Assert.Equal(["M"], Codes(Assert.IsType<Comparability.Successor>(plan.Compare(plan.UnitByCode(new("Z")), Before, After))));
    }

    [Theory]
    [InlineData(SuccessionKind.Split)]
    [InlineData(SuccessionKind.Abolish)]
    public void Compare_MadeOutOfParts_IsBroken(SuccessionKind kind)
    {
        var plan = Plan([Old("A"), New("B"), New("C")], Line("A", "B", kind), Line("A", "C", kind));

        Assert.Equal(new Comparability.Broken(Break), plan.Compare(plan.UnitByCode(new("B")), Before, After));
    }

    [Fact]
    public void Compare_UnitThatGaveAPartAway_IsBrokenFromThatDayOnAndNotBefore()
    {
        var plan = Plan([Some.Unit("A"), New("B")], Line("A", "B", SuccessionKind.Split));
        var unit = plan.UnitByCode(new("A"));

        Assert.Equal(new Comparability.Broken(Break), plan.Compare(unit, Before, After));
        Assert.IsType<Comparability.Same>(plan.Compare(unit, new(2020, 3, 31), Before));
    }

    [Fact]
    public void Compare_MergerOfAPartThatWasSplitOff_IsBroken()
    {
        var plan = Plan([Old("A"), Old("B"), New("C"), New("D")],
            Line("A", "C", SuccessionKind.Split), Line("A", "D", SuccessionKind.Split), Line("B", "C", SuccessionKind.Merge));

        Assert.IsType<Comparability.Broken>(plan.Compare(plan.UnitByCode(new("C")), Before, After));
    }

    [Fact]
    public void Compare_UnitOutOfNothing_IsBrokenFromItsFirstDay()
    {
        var plan = Plan([New("A")]);

        Assert.Equal(new Comparability.Broken(Break), plan.Compare(plan.UnitByCode(new("A")), Before, After));
    }

    [Theory]
    // period's last day or due day, whichever is sooner, decides
    [InlineData("2020-06-30", "2020-06-30", true, false)]
    [InlineData("2020-06-30", "2020-07-05", true, false)]
    [InlineData("2020-07-14", "2020-07-20", false, true)]
    [InlineData("2020-12-31", "2020-01-31", true, false)]
    [InlineData("2020-12-31", "2020-11-30", false, true)]
    public void Owes_IsDecidedByThePeriodsEndOrTheDueDay(string lastDay, string dueOn, bool before, bool after)
    {
        var occurrence = new DutyOccurrence(Some.Year with { To = Day(lastDay) }, new(2020, 1, 1), Day(dueOn), Day(dueOn), Day(dueOn).AddDays(9));

        Assert.Equal((before, after), (Old("A").Owes(occurrence), New("B").Owes(occurrence)));
    }

    [Fact]
    public void NamedOn_DatedNames_GivesTheNamesOfThatDay()
    {
        var unit = Some.Unit("A") with
        {
            Name = "Phòng mới",
            ShortName = "Mới",
            DatedNames = [new(UnitNameKind.Name, "Phòng cũ", null, Before, Basis.Assumed), new(UnitNameKind.ShortName, "Cũ", null, Before, Basis.Assumed)],
        };
        var plan = Plan([unit]);

        Assert.Equal(("Phòng cũ", "Cũ"), (plan.NamedOn(Before).Units[0].Name, plan.NamedOn(Before).Units[0].ShortName));
        Assert.Equal(("Phòng mới", "Mới"), (plan.NamedOn(Break).Units[0].Name, plan.NamedOn(Break).Units[0].ShortName));
        Assert.IsType<UnitMatch.Found>(UnitNames.Match(plan, "Phòng cũ", Before));
        Assert.IsType<UnitMatch.Unknown>(UnitNames.Match(plan, "Phòng cũ", Break));
        Assert.IsType<UnitMatch.Unknown>(UnitNames.Match(plan, "Phòng mới", Before));
    }

    [Fact]
    public void Match_CodeOfAnotherSystem_HoldsOnItsDaysAndAsksWhereTwoUnitsHaveIt()
    {
        OtherUnitCode code = new("eoffice", "1601", new(2020, 3, 1), null, Basis.Assumed);
        var plan = Plan([Some.Unit("A") with { OtherCodes = [code] }, Some.Unit("1602"), Some.Unit("C") with { OtherCodes = [code with { Code = "1602" }] }]);

        Assert.Equal("A", Assert.IsType<UnitMatch.Found>(UnitNames.Match(plan, "1601", Before)).Unit.Code.Value);
        Assert.IsType<UnitMatch.Unknown>(UnitNames.Match(plan, "1601", new(2020, 2, 29)));
        Assert.Equal(["1602", "C"], Assert.IsType<UnitMatch.Ambiguous>(UnitNames.Match(plan, "1602", Before)).Units.Select(unit => unit.Code.Value));
    }

    [Fact]
    public void Match_OfficialNameOfAUnitThatEnded_IsGoneThoughAnotherBearsItsShortName()
    {
        var old = Old("645") with { Name = "Phòng Tư pháp huyện Ea H'leo", ShortName = "Ea H'leo" };
        var now = New("24184") with { Name = "Ủy ban nhân dân xã Ea H'Leo", ShortName = "Ea H'Leo" };
        var plan = Plan([old, now]);

        Assert.Same(old, Assert.IsType<UnitMatch.Found>(UnitNames.Match(plan, "Ea H'Leo", Before)).Unit);
        Assert.Same(now, Assert.IsType<UnitMatch.Found>(UnitNames.Match(plan, "Ea H'Leo", Break)).Unit);
        Assert.Same(old, Assert.IsType<UnitMatch.Gone>(UnitNames.Match(plan, "PHÒNG TƯ PHÁP HUYỆN EA H’LEO", Break)).Unit);
        Assert.Same(now, Assert.IsType<UnitMatch.Gone>(UnitNames.Match(plan, "Ủy ban nhân dân xã Ea H'Leo", Before)).Unit);
    }

    [Fact]
    public void LastYear_OfMergedUnits_IsTheSumWhereEveryPredecessorHasOne_AndNothingOfSplitOnes()
    {
        var plan = Plan([Old("A"), Old("B"), New("C"), Old("D"), New("E"), New("F")],
            Line("A", "C", SuccessionKind.Merge), Line("B", "C", SuccessionKind.Merge), Line("D", "E", SuccessionKind.Split), Line("D", "F", SuccessionKind.Split)) with
        {
            Indicators = [Some.Indicator("I1"), Some.Indicator("I2"), Some.Indicator("I3", IndicatorKind.Ratio, aggregation: Aggregation.Recompute), Some.Indicator("I4")],
            LastYear =
            [
                LastYear("A", "I1", 10), LastYear("B", "I1", 7), LastYear("A", "I2", 3), LastYear("A", "I3", 90), LastYear("B", "I3", 80),
                LastYear("D", "I1", 100), LastYear("A", "I4", 1), LastYear("B", "I4", 2), LastYear("C", "I4", 50),
            ],
        };

        Assert.Equal([LastYear("C", "I1", 17)], CarriedLastYear.Of(plan));
        Assert.Equal(10, CarriedLastYear.With(plan).Count());

        static LastYearFigure LastYear(string unit, string indicator, decimal value) => new(new(unit), new(indicator), Some.Wave2.Code, value, Basis.Assumed);
    }

    private static EmulationPlan Plan(IReadOnlyList<Unit> units, params IReadOnlyList<Succession> lines) => new PlanBuilder { Units = units }.Build() with { Successions = lines };

    private static Unit Old(string code) => Some.Unit(code) with { ValidTo = Before };

    private static Unit New(string code) => Some.Unit(code) with { ValidFrom = Break };

    private static Succession Line(string from, string to, SuccessionKind kind) => new(new(from), new UnitCode(to), kind, Break, "Nghị quyết", Basis.Assumed);

    private static IEnumerable<string> Codes(Comparability.Successor successor) => successor.Units.Select(unit => unit.Code.Value);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
