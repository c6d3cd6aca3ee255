using System.Globalization;
using Emulation.Plan.Files;

namespace Emulation.Plan.Tests;

/// <summary>Which of the province's targets a total over units is compared with.</summary>
public sealed class ProvinceGoalsTests
{
    [Theory]
    // a wave's own, the year's own; a month is held against its wave
    [InlineData("B06;district-office;700;710;1405;;;assumed;", "B06", "2020-W1", "700 = 2020-W1")]
    [InlineData("B06;district-office;700;710;1405;;;assumed;", "B06", "2020", "1405 = 2020")]
    [InlineData("B06;district-office;700;710;1405;;;assumed;", "B06", "2020-03", "700 = 2020-W1")]
    [InlineData("B06;district-office;700;710;1405;;;assumed;", "B06", "2020-09", "710 = 2020-W2")]
    // the year without one is that of its waves, if all have one; of a stock the last
    [InlineData("B06;district-office;700;710;;;;assumed;", "B06", "2020", "1410 = 2020-W1 + 2020-W2")]
    [InlineData("B06;district-office;700;;;;;assumed;", "B06", "2020", "–")]
    [InlineData("C01;district-office;140;150;;;;assumed;", "C01", "2020", "150 = 2020-W2")]
    // 1400 a year do not say how many by June; a per cent, a stock, what may not happen and a yes do
    [InlineData("B06;district-office;;;1400;;;assumed;", "B06", "2020-W1", "–")]
    [InlineData("B11;district-office;;;80;;;assumed;", "B11", "2020-W1", "80 = 2020")]
    [InlineData("C01;district-office;;;150;;;assumed;", "C01", "2020-05", "150 = 2020")]
    [InlineData("B20;district-office;;;3;;;assumed;", "B20", "2020-W2", "3 = 2020")]
    [InlineData("B05;district-office;;;Có;;;assumed;", "B05", "2020-W2", "1 = 2020")]
    [InlineData("T03;*;2020-06-30;;;;;plan;", "T03", "2020-W1", "2020-06-30 = 2020-W1")]
    // for all units of the total, or in parts of which each unit has one
    [InlineData("A04;*;360;;;;;assumed;", "A04", "2020-W1", "360 = 2020-W1")]
    [InlineData("A04;district-office;250;;;;;assumed;\nA04;department-unit;100;;;;;assumed;", "A04", "2020-W1", "350 = 2020-W1 + 2020-W1")]
    [InlineData("A04;district-office;250;;;;;assumed;", "A04", "2020-W1", "–")]
    [InlineData("A04;district-office;250;;;;;assumed;\nA04;CUM1;100;;;;;assumed;\nA04;department-unit;100;;;;;assumed;", "A04", "2020-W1", "–")]
    [InlineData("D01;district-office;100;;;;;assumed;\nD01;department-unit;100;;;;;assumed;", "D01", "2020-W1", "–")]
    // amounts that each unit should reach are no target of a total; shown beside the units' is enough
    [InlineData("D03;*;2;;;each;;assumed;", "D03", "2020-W1", "–")]
    [InlineData("B06;district-office;900;;;none;;assumed;", "B06", "2020-W1", "900 = 2020-W1")]
    public void Find_OfATotal_IsThePeriodsOrWhatHoldsInIt(string lines, string indicator, string period, string expected)
    {
        var plan = PlanFolder.Load(ProvinceSharesTests.Files(lines)).Plan!;
        var asked = plan.IndicatorByCode(new IndicatorCode(indicator));

        var goal = new ProvinceGoals(plan).Find(asked, plan.PeriodByCode(new PeriodCode(period)), [.. asked.Units.SelectMany(plan.UnitsIn).Select(unit => unit.Code)]);

        Assert.Equal(expected, goal is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{goal.Value:0.##}{goal.Date:yyyy-MM-dd} = {string.Join(" + ", goal.Lines.Select(line => line.Period))}"));
    }
}
