using CsCheck;
using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Tests.Scoring;

public sealed class PropertyTests
{
    private static readonly Gen<int> Seeds = Gen.Int[0, 1_000_000];

    [Fact]
    public void Result_AnyOrderOfTheData_IsTheSameToTheByte() => Seeds.Sample(
        seed =>
        {
            var (plan, period, data) = RandomCase.Of(seed);
            var random = new Random(seed);
            var run = data.ToRunData(plan, period);
            var shuffled = run with
            {
                Figures = Shuffle(random, run.Figures),
                Received = Shuffle(random, run.Received),
                Refused = Shuffle(random, run.Refused),
                Adjustments = Shuffle(random, run.Adjustments),
            };

            Assert.Equal(Bytes(ResultComputation.Of(plan, 1, period, run)), Bytes(ResultComputation.Of(plan, 1, period, shuffled)));
        },
        iter: 300);

    [Fact]
    public void Result_WrittenAndReadBack_GivesTheSameBytes() => Seeds.Sample(
        seed =>
        {
            var (plan, period, data) = RandomCase.Of(seed);
            var bytes = Bytes(ResultComputation.Of(plan, 1, period, data.ToRunData(plan, period)));

            Assert.Equal(bytes, CanonicalResult.Write(CanonicalResult.Read(bytes)));
        },
        iter: 300);

    /// <summary>One more of what should be more never costs points, whatever else the plan asks.</summary>
    [Fact]
    public void Points_OneMoreOfWhatShouldBeMore_AreNeverFewer() => Seeds.Sample(
        seed =>
        {
            var (plan, period, data) = RandomCase.Of(seed);
            var random = new Random(seed);
            var raised = data.Figures.Where(figure => figure.State == 0 && IsToBeRaised(plan.IndicatorByCode(figure.Indicator))).ToList();
            if (raised.Count == 0 || HasFallingBands(plan))
            {
                return;
            }
            var chosen = raised[random.Next(raised.Count)];
            var more = data with { Figures = [.. data.Figures.Select(figure => figure == chosen ? figure with { Value = figure.Value + 1 } : figure)] };

            Assert.All(Points(plan, period, data).Zip(Points(plan, period, more)), pair => Assert.True(pair.Second >= pair.First));
        },
        iter: 1_500);

    [Fact]
    public void Points_OneMoreCaseOfWhatShouldBeLess_AreNeverMore() => Seeds.Sample(
        seed =>
        {
            var (plan, period, data) = RandomCase.Of(seed);
            var raised = data.Figures.Where(figure => figure.State == 0 && plan.IndicatorByCode(figure.Indicator).Direction == Direction.LessIsBetter).ToList();
            var more = data with { Figures = [.. data.Figures.Select(figure => raised.Contains(figure) ? figure with { Value = figure.Value + 1 } : figure)] };

            Assert.All(Points(plan, period, data).Zip(Points(plan, period, more)), pair => Assert.True(pair.Second <= pair.First));
        },
        iter: 1_500);

    /// <summary>Base points stay within 0 and the standard points, but for overshoot; groups add up to the total.</summary>
    [Fact]
    public void Points_AnyCase_AreTheSumOfTheirLines() => Seeds.Sample(
        seed =>
        {
            var (plan, period, data) = RandomCase.Of(seed);
            foreach (var unit in ResultComputation.Of(plan, 1, period, data.ToRunData(plan, period)).Units)
            {
                var lines = unit.Lines.Sum(line => line.Points);
                Assert.Equal(unit.Groups.Sum(group => group.Points), lines, 8);
                Assert.InRange(unit.Points - Math.Max(0, lines + unit.Bonus - unit.Penalty), -0.0051m, 0.0051m);
                Assert.All(unit.Groups, group => Assert.Equal(group.MaxPoints, unit.Lines.Where(line => line.Group == group.Group).Sum(line => line.MaxPoints), 8));
                Assert.True(unit.Groups.Sum(group => group.MaxPoints) is 0 || Math.Abs(unit.Groups.Sum(group => group.MaxPoints) - plan.Scoring.Groups.Sum(group => group.Points)) < 0.0001m);
            }
        },
        iter: 1_000);

    private static bool IsToBeRaised(Indicator indicator) =>
        indicator.Direction == Direction.MoreIsBetter && indicator.Kind is IndicatorKind.Count or IndicatorKind.Money;

    // A rule may be written so that a higher band earns less; then more is rightly worse.
    private static bool HasFallingBands(EmulationPlan plan) => plan.Scoring.Rules.Any(rule =>
        rule.Bands.Zip(rule.Bands.Skip(1)).Any(pair => pair.First.Factor < pair.Second.Factor));

    private static IEnumerable<decimal> Points(EmulationPlan plan, Period period, RawData data) =>
        ResultComputation.Of(plan, 1, period, data.ToRunData(plan, period)).Units.Select(unit => unit.Points);

    private static List<T> Shuffle<T>(Random random, IReadOnlyList<T> items)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }

    private static byte[] Bytes(RunResult result) => CanonicalResult.Write(new FrozenResult("00", "00", result));
}
