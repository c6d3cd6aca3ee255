using System.Globalization;
using Emulation.Plan;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Tests.Documents;

/// <summary>What a total over units is compared with where the province has targets of its own, kind by kind.</summary>
public sealed class ProvinceTotalsTests
{
    [Theory]
    // the units' 100 of 400 each are 100 % of 400; the province's target goes before their sum
    [InlineData("B06", "300", "400 of 300 = 133.3 met, units 1600")]
    [InlineData("B06", "500", "400 of 500 = 80.0 short, units 1600")]
    // an estimated part counts, as against the units' targets
    [InlineData("A04", "20", "10 of 20 = 50.0 short, units 200")]
    // a per cent is recomputed from its parts: 240 of 300, not the mean
    [InlineData("A02", "79,5", "80 of 79.5 = 100.6 met, units 80")]
    // fewer is better; of 0 there is no per cent
    [InlineData("B20", "3", "2 of 3 = 66.7 met, units 0")]
    [InlineData("B20", "1", "2 of 1 = 200.0 short, units 0")]
    [InlineData("B20", "0", "2 of 0 = – short, units 0")]
    // a yes and a day are wanted of every unit that is not excused: the last of four is
    [InlineData("T01", "1", "2 of 3 = 66.7 short, units 3")]
    [InlineData("B22", "2020-02-10", "1 of 3 = 33.3 short, units 3 by 2020-02-10")]
    [InlineData("B22", "2020-03-31", "3 of 3 = 100.0 met, units 3 by 2020-03-31")]
    // what each unit should reach is no target of their sum
    [InlineData("B06", "each 300", "400 of 1600 = 25.0 short")]
    public void Total_WithATargetOfTheProvince_IsComparedWithIt(string indicator, string target, string expected) =>
        Assert.Equal(expected, Text(Total(indicator, target)));

    [Fact]
    public void Total_WithoutOne_IsComparedWithTheUnits() => Assert.Equal("400 of 1600 = 25.0 short", Text(Total("B06", null)));

    // What is counted from verdicts follows: the movement's targets, the summary.
    [Fact]
    public void Verdict_AgainstTheProvince_CountsInMovementsAndSummary()
    {
        var (with, without) = (Model("B06", "300"), Model("B06", null));

        Assert.Equal((1, 0), (Met(with), Met(without)));
        Assert.Contains("Trong đó so với chỉ tiêu của tỉnh: 1/1 chỉ tiêu đã đạt hoặc vượt mức.", with.Headlines);
        Assert.DoesNotContain(without.Headlines, sentence => sentence.Contains("của tỉnh", StringComparison.Ordinal));

        static int Met(ReportModel model) => model.Progress.Single(movement => movement.Group == "B").MetTargets;
    }

    private static IndicatorTotal Total(string indicator, string? target) => Model(indicator, target).Indicators.Single();

    private static ReportModel Model(string indicator, string? target)
    {
        var plan = SamplePlan.Plan with { ProvinceTargets = target is null ? [] : [Target(indicator, target)] };
        var kind = plan.IndicatorByCode(new IndicatorCode(indicator)).Kind;
        var results = plan.Units.Take(4).Select((unit, place) => Result(unit, indicator, kind, place)).ToList();
        return ReportModelBuilder.Build(SampleRun.Input() with { Plan = plan, Run = SampleRun.Wave1 with { Indicators = results, Discrepancies = [] } });
    }

    private static ProvinceTarget Target(string indicator, string text)
    {
        var isEach = text.StartsWith("each ", StringComparison.Ordinal);
        var day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null;
        return new ProvinceTarget
        {
            Indicator = new IndicatorCode(indicator),
            Units = "*",
            Period = new PeriodCode("2020-W1"),
            Rule = isEach ? ProvinceRule.Each : ProvinceRule.Cover,
            Tolerance = 0,
            Basis = Basis.Illustrative,
            Date = day,
            Value = day is null ? decimal.Parse(text.Replace("each ", "", StringComparison.Ordinal), CultureInfo.GetCultureInfo("vi-VN")) : null,
        };
    }

    /// <summary>Four units; of yes and day the last is exempt, of the others each has a target of its own.</summary>
    private static IndicatorResult Result(Unit unit, string indicator, IndicatorKind kind, int place)
    {
        var isExempt = place == 3 && kind is IndicatorKind.YesNo or IndicatorKind.Date;
        var result = new IndicatorResult(
            unit.Code, new IndicatorCode(indicator), isExempt ? ScoredState.NotApplicable : ScoredState.Value, null, null, null, null, null, null, null, null, null, isExempt ? TargetVerdict.Exempt : TargetVerdict.Short);
        return kind switch
        {
            _ when isExempt => result,
            IndicatorKind.YesNo => result with { Value = place < 2 ? 1 : 0, Target = 1 },
            IndicatorKind.Date => result with { Date = new DateOnly(2020, 2, 5).AddDays(10 * place), TargetDate = new DateOnly(2020, 2, 28) },
            IndicatorKind.Ratio => result with { Value = place == 0 ? 90 : 50, Numerator = place == 0 ? 225 : 5, Denominator = place == 0 ? 270 : 10, Target = 80 },
            IndicatorKind.Money => result with { State = ScoredState.Estimated, Value = 2.5m, Estimated = 1, Target = 50 },
            _ when indicator == "B20" => result with { Value = place / 2, Target = 0 },
            _ => result with { Value = 100, Target = 400 },
        };
    }

    private static string Text(IndicatorTotal total) => string.Create(
        CultureInfo.InvariantCulture,
        $"{total.Value:0.##} of {total.Target:0.##} = {(total.AchievedPercent is { } percent ? percent.ToString("0.0", CultureInfo.InvariantCulture) : "–")} {total.Verdict}{(total.Province is { } own ? $", units {own.UnitsTarget:0.##}{(own.Day is { } day ? $" by {day:yyyy-MM-dd}" : "")}" : "")}");
}
