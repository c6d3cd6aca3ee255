using Emulation.Ingest.Validation;
using Emulation.Jobs.Demo.Scenario;
using Emulation.Plan;

namespace Emulation.Jobs.Tests.Demo;

public sealed class TrueYearTests
{
    private static readonly TrueYear Year = new(DemoPlan.Plan, new Dice(DemoPlan.Seed));

    [Fact]
    public void Month_EveryFigure_KeepsThePlansChecks()
    {
        foreach (var (unit, month, indicator) in Figures())
        {
            var figure = Year.Month(unit, indicator, month);
            foreach (var check in indicator.Checks)
            {
                var own = indicator.Kind == IndicatorKind.Ratio ? figure.Numerator : figure.Value;
                var other = check.Other switch
                {
                    "communes" => unit.Communes,
                    "rural-communes" => unit.RuralCommunes,
                    _ => Year.Month(unit, DemoPlan.Plan.IndicatorByCode(new IndicatorCode(check.Other)), month).Value,
                };
                Assert.False(
                    check.Kind == CheckKind.AtMost ? own > other : own < other, $"{unit.Code} {month.Code} {indicator.Code} {own} against {check.Other} {other}");
            }
        }
    }

    [Fact]
    public void Month_EveryRatio_IsWhatItsPartsGive() =>
        Assert.All(Figures().Where(entry => entry.Indicator.Kind == IndicatorKind.Ratio), entry =>
        {
            var figure = Year.Month(entry.Unit, entry.Indicator, entry.Month);
            if (figure.State == FigureState.Value)
            {
                Assert.True(Math.Abs((figure.Numerator!.Value / figure.Denominator!.Value * 100) - figure.Value!.Value) <= 0.005m);
                Assert.InRange(figure.Value.Value, 0, 100);
            }
        });

    [Fact]
    public void Span_CountAdded_IsTheSumOfItsMonths()
    {
        var unit = DemoPlan.Plan.Units[0];
        var indicator = DemoPlan.Plan.Indicators.First(indicator => indicator is { Kind: IndicatorKind.Count, Aggregation: Aggregation.Sum });
        var months = DemoPlan.Plan.Months.Take(6).ToList();

        Assert.Equal(months.Sum(month => Year.Month(unit, indicator, month).Value), Year.Span(unit, indicator, months).Value);
    }

    private static IEnumerable<(Unit Unit, Period Month, Indicator Indicator)> Figures() =>
        from unit in DemoPlan.Plan.Units
        from month in DemoPlan.Plan.Months
        from indicator in Year.IndicatorsOf(unit)
        select (unit, month, indicator);
}
