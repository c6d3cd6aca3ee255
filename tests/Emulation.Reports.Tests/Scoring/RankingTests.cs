using CsCheck;
using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Scoring;

public sealed class RankingTests
{
    private static readonly IReadOnlySet<string> Ranked = new HashSet<string> { "K1", "K2" };

    [Theory]
    [InlineData("90 80 80 70", "1 2= 2= 4")]
    [InlineData("80 90 70 80", "2= 1 4 2=")]
    [InlineData("80 80 80", "1= 1= 1=")]
    [InlineData("90", "1")]
    public void Rank_EqualPoints_SharePlacesHonestly(string points, string ranks) =>
        Assert.Equal(ranks, Text(Rank([.. points.Split(' ').Select(text => Entry(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)))])));

    [Fact]
    public void Rank_Blocks_AreRankedApart() =>
        Assert.Equal("1 1 2 –", Text(Rank([Entry(90), Entry(50, block: "K2"), Entry(80), Entry(99, block: "K9")])));

    [Fact]
    public void Rank_Ties_AreBrokenInTheOrderOfTheRules()
    {
        var entries = new[] { Entry(80, b: 40, t: 9), Entry(80, b: 41, t: 8), Entry(80, b: 40, t: 10), Entry(80, b: 40, t: 9, penalty: 1), Entry(80, b: 40, t: 9) };

        Assert.Equal("3= 1 2 5 3=", Text(Rank(entries, "B", "T", "penalty")));
        Assert.Equal("2= 5 1 4 2=", Text(Rank(entries, "T", "B", "penalty")));
        Assert.Equal("1= 1= 1= 5 1=", Text(Rank(entries, "penalty")));
    }

    [Fact]
    public void Rank_AnyEntries_IsOneMoreThanTheNumberOfBetterOnes() =>
        Gen.Int[0, 5].Array[1, 12].Sample(points =>
        {
            var ranks = Rank([.. points.Select(value => Entry(value))]);
            Assert.Equal(points.Select(value => (int?)(1 + points.Count(other => other > value))), ranks.Select(rank => rank.Rank));
            Assert.Equal(points.Select(value => points.Count(other => other == value) > 1), ranks.Select(rank => rank.IsTied));
        });

    [Fact]
    public void Tie_GroupsDifferingBelowTheCent_IsNoDifferencePeopleCouldSee()
    {
        var plan = new PlanBuilder
        {
            Units = [Some.Unit("U1"), Some.Unit("U2")],
            Indicators = [Some.Indicator("B01"), Some.Indicator("C01")],
            Rules = [Some.Rule("B01", 50), Some.Rule("C01", 50, group: "C")],
            Targets = [Some.Target("B01", 50), Some.Target("C01", 50)],
            Groups = [new("B", "B", 50), new("C", "C", 50)],
            TieBreaks = ["B"],
        }.Build();

        var units = Scored.Run(
            plan, Scored.Wave("U1", "B01", 40.001m), Scored.Wave("U1", "C01", 40), Scored.Wave("U2", "B01", 40), Scored.Wave("U2", "C01", 40.001m)).Units;

        Assert.All(units, unit => Assert.Equal((80m, 1, true), (unit.Points, unit.Rank, unit.IsTied)));
    }

    private static IReadOnlyList<(int? Rank, bool IsTied)> Rank(IReadOnlyList<RankedPoints> entries, params string[] tieBreaks) =>
        Ranking.Of(entries, new PlanBuilder { TieBreaks = tieBreaks }.Build().Scoring, Ranked);

    private static RankedPoints Entry(decimal points, decimal b = 0, decimal t = 0, decimal penalty = 0, string block = "K1") =>
        new(block, points, penalty, new Dictionary<string, decimal> { ["B"] = b, ["T"] = t });

    private static string Text(IReadOnlyList<(int? Rank, bool IsTied)> ranks) =>
        string.Join(' ', ranks.Select(rank => (rank.Rank is { } place ? $"{place}" : "–") + (rank.IsTied ? "=" : "")));
}
