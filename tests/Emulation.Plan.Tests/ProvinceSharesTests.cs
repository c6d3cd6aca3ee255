using Emulation.Plan.Files;

namespace Emulation.Plan.Tests;

public sealed class ProvinceSharesTests
{
    private const string Header = "indicator;units;2020-W1;2020-W2;2020;rule;tolerance;basis;note\n";
    private const string Decisions = "units;subject;period;kind;value;reason;document;from;until;basis\n";

    [Theory]
    // 15 districts have 736 sessions in wave 1: what goes beyond is a reserve, unless the line asks for exactly the province's
    [InlineData("B06;district-office;736;;;;;assumed;", "736 736 0 True")]
    [InlineData("B06;district-office;700;;;;;assumed;", "700 736 36 True")]
    [InlineData("B06;district-office;737;;;cover;;assumed;", "737 736 -1 False")]
    [InlineData("B06;district-office;700;;;equal;;assumed;", "700 736 36 False")]
    [InlineData("B06;district-office;736;;;equal;;assumed;", "736 736 0 True")]
    // the tolerance is in per cent of the province's target, its edge included
    [InlineData("B06;district-office;800;;;;8;assumed;", "800 736 -64 True")]
    [InlineData("B06;district-office;800;;;;7,99;assumed;", "800 736 -64 False")]
    [InlineData("B06;district-office;640;;;equal;15;assumed;", "640 736 96 True")]
    [InlineData("B06;district-office;640;;;equal;14,99;assumed;", "640 736 96 False")]
    // only the group's units are added, and of those only who reports the indicator
    [InlineData("B06;CUM1;328;;;;;assumed;", "328 328 0 True")]
    [InlineData("B06;*;736;;;equal;;assumed;", "736 736 0 True")]
    [InlineData("A04;department-unit;;;202;equal;;assumed;", "202 202 0 True")]
    // fewer annulled acts are better: a sum of 0 bears a province's 3, and not the other way round
    [InlineData("B20;district-office;3;;;;;assumed;", "3 0 -3 True")]
    // none: shown and never judged
    [InlineData("B06;district-office;9999;;;none;;assumed;", "9999 736 -9263 True")]
    // each: no sum is asked for; the smallest district has 28
    [InlineData("B06;district-office;28;;;each;;assumed;", "28 736 708 True")]
    [InlineData("B06;district-office;29;;;each;;assumed;", "29 736 707 False 647 649")]
    // percentages are never added: the weakest unit is asked about; 50 in wave 1, 70 in wave 2
    [InlineData("B12;district-office;50;;;;;assumed;", "50 – – True")]
    [InlineData("B12;CUM1;50,5;;;;;assumed;", "50,5 – – False 643 644 648 651 654")]
    [InlineData("B12;CUM1;;70;;;;assumed;", "70 – – True")]
    // dates: not later than the province's; yes-no: nobody may do without
    [InlineData("T03;CUM1;2020-06-30;;;;;plan;", "30/06/2020 – – True")]
    [InlineData("T03;CUM1;2020-06-29;;;;;plan;", "29/06/2020 – – False 643 644 648 651 654")]
    [InlineData("B05;CUM1;Có;;;;;plan;", "1 – – True")]
    // what is the same in every period holds in wave 2 by the year's line
    [InlineData("B05;CUM1;;Có;;;;plan;", "1 – – True")]
    public void Of_OneTarget_AddsAndJudgesByItsRule(string line, string expected) => Assert.Equal(expected, Text(Assert.Single(Shares(line))));

    [Theory]
    // excused: its part leaves the sum, what was assigned stays known
    [InlineData("654;B06;2020-W1;exempt;;mưa lũ;CV 12;;2020-06-30;plan", "2020-W1 672 of 736 exempt 654", "2020 1472 of 1472 exempt")]
    [InlineData("654;B06;2020-W1;adjusted;40;mưa lũ;CV 12;;2020-06-30;plan", "2020-W1 712 of 736 exempt", "2020 1472 of 1472 exempt")]
    [InlineData("654;B06;2020;adjusted;100;mưa lũ;CV 12;;2020-12-31;plan", "2020-W1 736 of 736 exempt", "2020 1444 of 1472 exempt")]
    // the last day of the period decides: a decision that expires on 30/6 says nothing of the year
    [InlineData("CUM1;B06;;exempt;;mưa lũ;CV 12;;2020-06-30;plan", "2020-W1 408 of 736 exempt 643 644 648 651 654", "2020 1472 of 1472 exempt")]
    public void Of_DecisionsAboutUnits_CountAsOfThePeriodsLastDay(string decision, string wave, string year)
    {
        var shares = Shares("B06;district-office;736;;1472;;;assumed;", decision);

        Assert.Equal(
            [wave, year],
            shares.Select(share => $"{share.Period.Code} {share.Sum} of {share.Assigned} exempt {Codes(share.Exempt)}".TrimEnd()));
    }

    [Fact]
    public void Of_UnitsWithoutATarget_NamesThem()
    {
        var plan = Loaded(Files("B06;district-office;736;;;;;assumed;"));
        var left = plan.Targets.Where(target => (target.Indicator.Value, target.Units, target.Period.Value) != ("B06", "657", "2020-W1")).ToList();

        var share = Assert.Single(ProvinceShares.Of(plan with { Targets = left }));

        Assert.Equal((704, "657"), (share.Sum, Codes(share.Without)));
    }

    [Fact]
    public void Of_ATargetThatNoUnitBears_DoesNotHold()
    {
        var share = Assert.Single(Shares("B06;654;0;;;;;assumed;", "654;B06;2020-W1;exempt;;mưa lũ;CV 12;;2020-06-30;plan"));

        Assert.Equal((false, (decimal?)null, "654"), (share.Holds, share.Sum, Codes(share.Exempt)));
    }

    [Fact]
    public void Of_TheReform_AddsEachGenerationOnce()
    {
        var plan = PlanFolder.Load(Path.Combine(Plans.DakLakFolder, "../dak-lak-2025")).Plan!;
        var shares = ProvinceShares.Of(plan).ToDictionary(share => $"{share.Target.Indicator} {share.Target.Period}");

        // a flow: districts in wave 1, communes in wave 2, both in the year; two offices of the department became one
        Assert.Equal((736, 1224, 1960), (shares["B06 2025-W1"].Sum, shares["B06 2025-W2"].Sum, shares["B06 2025"].Sum));
        Assert.Equal((25, 111, 128), (shares["A04 2025-W1"].With.Count, shares["A04 2025-W2"].With.Count, shares["A04 2025"].With.Count));
        // a percentage of the year: only those there on its last day, so nobody is held against half a year
        Assert.All(shares["D01 2025"].With, one => Assert.True(one.Unit.ExistsOn(plan.YearPeriod.To)));
        Assert.DoesNotContain(shares.Values, share => share.Without.Count > 0);
    }

    [Fact]
    public void Of_AStockOverTheReform_CountsSuccessorsInsteadOfPredecessors()
    {
        var plan = PlanFolder.Load(Path.Combine(Plans.DakLakFolder, "../dak-lak-2025")).Plan!;
        var target = plan.ProvinceTargets[0] with { Indicator = new("T05"), Units = "department-unit", Period = plan.YearPeriod.Code, Value = 9, Rule = ProvinceRule.Equal };

        var share = Assert.Single(ProvinceShares.Of(plan with { ProvinceTargets = [target] }));

        Assert.Equal((9m, true), (share.Sum, share.Holds));
        Assert.Equal(["STP-HCBT"], share.With.Where(one => one.Unit.Code.Value.StartsWith("STP-HC", StringComparison.Ordinal)).Select(one => one.Unit.Code.Value));
    }

    [Theory]
    [InlineData("B06;district-office;7,5;;;;;assumed;", PlanFaultKind.TargetOutOfRange)]
    // 184 communes in all can meet the standard, not 185; one by one the smallest district has 7
    [InlineData("C01;district-office;185;;;;;assumed;", PlanFaultKind.TargetOutOfRange)]
    [InlineData("C01;district-office;8;;;each;;assumed;", PlanFaultKind.TargetOutOfRange)]
    [InlineData("B11;district-office;101;;;;;assumed;", PlanFaultKind.TargetOutOfRange)]
    [InlineData("B09;district-office;100;;;;;assumed;", PlanFaultKind.TargetUnfit)]
    [InlineData("B06;STP-VP;10;;;;;assumed;", PlanFaultKind.TargetForUnitThatDoesNotReport)]
    [InlineData("B99;*;10;;;;;assumed;", PlanFaultKind.UnknownIndicator)]
    [InlineData("B06;CUM9;10;;;;;assumed;", PlanFaultKind.UnknownUnits)]
    [InlineData("B06;*;10;;;most;;assumed;", PlanFaultKind.UnknownWord)]
    [InlineData("B06;*;10;;;;101;assumed;", PlanFaultKind.NumberOutOfRange)]
    [InlineData("B06;*;10;;;;-1;assumed;", PlanFaultKind.NumberOutOfRange)]
    [InlineData("D01;*;10;;;equal;;assumed;", PlanFaultKind.ProvinceRuleUnfit)]
    [InlineData("B06;*;10;;;none;5;assumed;", PlanFaultKind.ProvinceToleranceUnused)]
    [InlineData("B06;*;10;;;;;;", PlanFaultKind.EmptyField)]
    public void Load_ATargetThatCannotBe_IsNamedWithItsLine(string line, PlanFaultKind kind) =>
        Assert.Contains(PlanFolder.Load(Files(line)).Faults, fault => fault is { File: PlanFiles.ProvinceTargets, Line: 2 } && fault.Kind == kind);

    [Fact]
    public void Load_TheMostThatCanBe_IsNoFault() => Assert.Empty(PlanFolder.Load(Files("C01;district-office;184;;;;;assumed;")).Faults);

    [Fact]
    public void Load_ATargetTwice_NamesTheFirstLine()
    {
        var fault = Assert.Single(PlanFolder.Load(Files("B06;*;10;;;;;assumed;\nB06;*;12;;;;;assumed;")).Faults);

        Assert.Equal((PlanFaultKind.TargetTwice, 3, "2"), (fault.Kind, fault.Line, fault.Values[^1]));
    }

    [Fact]
    public void Load_AMonthColumn_IsUnknown() => Assert.Contains(
        PlanFolder.Load(new Dictionary<string, string>(Files("")) { [PlanFiles.ProvinceTargets] = "indicator;units;2020-03;rule;tolerance;basis;note\nB06;*;10;;;assumed;\n" }).Faults,
        fault => fault is { File: PlanFiles.ProvinceTargets, Kind: PlanFaultKind.UnknownColumn });

    internal static Dictionary<string, string> Files(string line, string decision = "")
    {
        var files = new Dictionary<string, string>(PlanFolder.Content(Plans.DakLakFolder).Files) { [PlanFiles.ProvinceTargets] = Header + line + "\n" };
        if (decision.Length > 0)
        {
            files[PlanFiles.Exemptions] = Decisions + decision + "\n";
        }

        return files;
    }

    private static IReadOnlyList<ProvinceShare> Shares(string line, string decision = "") => ProvinceShares.Of(Loaded(Files(line, decision)));

    private static EmulationPlan Loaded(Dictionary<string, string> files)
    {
        var reading = PlanFolder.Load(files);
        Assert.Empty(reading.Faults.Select(fault => fault.ToString()));
        return reading.Plan!;
    }

    private static string Text(ProvinceShare share) =>
        $"{Value(share.Target.Value) ?? share.Target.Date!.Value.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)} {Value(share.Sum) ?? "–"} {Value(share.Difference) ?? "–"} {share.Holds} {(share.Holds ? "" : share.Target.Rule == ProvinceRule.Each ? Codes(share.Weaker) : "")}".TrimEnd();

    private static string? Value(decimal? value) => value?.ToString("0.##", System.Globalization.CultureInfo.GetCultureInfo("vi-VN"));

    private static string Codes(IEnumerable<Unit> units) => string.Join(' ', units.Select(unit => unit.Code.Value));
}
