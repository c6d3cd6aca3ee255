using CsCheck;
using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Scoring;

public sealed class SensitiveRanksTests
{
    private static readonly DateOnly DueOn = new(2020, 6, 30);

    [Fact]
    public void Ranks_NothingOpen_AreSettled() => Assert.Empty(Of(Units(90, 80, 70), open: []));

    [Fact]
    public void Ranks_OneFileMissing_AreOpenAsFarAsItReaches()
    {
        // A wave report may say anything about every indicator: all can come of it.
        var sensitive = Assert.Single(Of(Units(90, 80, null), open: ["U3"]));

        Assert.Equal(("K1", "1–3"), (sensitive.Block, sensitive.Stretches()));
        Assert.Equal(["U3"], sensitive.Files.Select(file => file.Unit.Value));
    }

    [Fact]
    public void Ranks_MissingFileThatCannotReach_LeavesTheOthersSettled()
    {
        // A month more can only add: U3 may end on 40 to 100 and overtake U2, but not fall behind U1.
        var plan = Plan(shared: 50) with { Duties = [Some.Duty("DM", FormKind.Figures, Some.Occurrence(Some.Month(2), new(2020, 2, 20)))] };
        var data = Scored.Data([Month("U1", 30), Month("U2", 90), Month("U3", 40), .. new[] { "U1", "U2" }.Select(unit => Scored.Month(2, unit, "B01", 0))]);

        var sensitive = Assert.Single(Of(plan, data));

        Assert.Equal("1–2", sensitive.Stretches());
    }

    [Theory]
    [InlineData(new[] { 1 }, "1")]
    [InlineData(new[] { 2, 3, 4, 5 }, "2–5")]
    [InlineData(new[] { 1, 3, 4, 7 }, "1, 3–4, 7")]
    public void Stretches_PutNeighboursTogether(int[] ranks, string expected) => Assert.Equal(expected, new SensitiveRanks("K1", ranks, []).Stretches());

    /// <summary>Whatever the missing files say when they come, the points end within the range that was told.</summary>
    [Fact]
    public void Range_AnyFileThatComes_StaysWithinIt() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var (plan, period, data) = RandomCase.Of(seed);
            var ranges = Ranges(plan, period, data);
            var open = ranges.Values.SelectMany(range => range.Files).ToList();
            if (open.Count == 0)
            {
                return;
            }
            var random = new Random(seed);
            var came = open[random.Next(open.Count)];
            var form = plan.Duties.Single(duty => duty.Code == came.Duty).Form;
            var received = new ReceivedForm(came.Unit, form, came.Period, Scored.At(data.AsOn), 1);
            var figures = plan.Indicators.Where(indicator => form.IsOfFigures() && indicator.Kind is IndicatorKind.Count && random.Next(4) > 0)
                .Select(indicator => new RawFigure(came.Unit, indicator.Code, form, came.Period, 0, random.Next(9)));
            var later = data with
            {
                Received = [.. data.Received, received],
                Refused = [.. data.Refused.Where(refused => (refused.Unit, refused.Form, refused.Period) != (came.Unit, form, came.Period))],
                Figures = [.. data.Figures, .. figures],
            };

            var unit = ResultComputation.Of(plan, 1, period, later.ToRunData(plan, period)).Units.Single(result => result.Unit == came.Unit);

            Assert.InRange(unit.Points, ranges[came.Unit].Worst, ranges[came.Unit].Best);
        },
        iter: 2_000);

    private static IReadOnlyList<SensitiveRanks> Of(IReadOnlyList<RawFigure> figures, string[] open)
    {
        var sent = new[] { "U1", "U2", "U3" }.Except(open).Select(Wave);
        return Of(Plan(shared: 50), Scored.Data([.. figures, .. sent]));
    }

    private static IReadOnlyList<SensitiveRanks> Of(EmulationPlan plan, RawData data) =>
        SensitiveRanks.Of(plan, Scored.Run(plan, data), Ranges(plan, Some.Wave1, data));

    private static Dictionary<UnitCode, PointRange> Ranges(EmulationPlan plan, Period period, RawData data)
    {
        var told = new Ledger();
        var run = data.ToRunData(plan, period);
        var computation = new RunComputation(plan, 1, period, run, told);
        foreach (var figures in run.Figures.GroupBy(figure => figure.Unit))
        {
            computation.Add(figures.Key, [.. figures]);
        }
        computation.Complete();
        return told.Ranges.ToDictionary(range => range.Unit);
    }

    private static List<RawFigure> Units(params int?[] values) =>
        [.. values.Select((value, index) => value is { } number ? Month($"U{index + 1}", number) : null).OfType<RawFigure>()];

    private static RawFigure Month(string unit, int value) => Scored.Month(1, unit, "B01", value);

    private static RawFigure Wave(string unit) => Scored.Wave(unit, "B02", 0);

    private static EmulationPlan Plan(int shared) => new PlanBuilder
    {
        Units = [Some.Unit("U1"), Some.Unit("U2"), Some.Unit("U3"), Some.Unit("U4", "K2")],
        Blocks = [new Block("K1", "Cụm 1", 1, true), new Block("K2", "Cụm 2", 2, true)],
        Indicators = [Some.Indicator("B01"), Some.Indicator("B02") with { IsCore = false }],
        Targets = [Some.Target("B01", 100), Some.Target("B02", 1)],
        Rules = [Some.Rule("B01", 100 - shared), Some.Rule("B02", shared)],
        Duties = [Some.Duty("DL3", FormKind.WaveReport, Some.Occurrence(Some.Wave1, DueOn))],
    }.Build();

    private sealed class Ledger : IProgress<PointRange>
    {
        private readonly System.Collections.Concurrent.ConcurrentBag<PointRange> ranges = [];

        public IEnumerable<PointRange> Ranges => ranges;

        public void Report(PointRange value) => ranges.Add(value);
    }
}
