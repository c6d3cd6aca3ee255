using CsCheck;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Tests.Scoring;

public sealed class OracleTests
{
    [Fact]
    public void Scoring_RandomPlansAndData_AgreesWithTheOracle()
    {
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var (plan, period, data) = RandomCase.Of(seed);

                var result = ResultComputation.Of(plan, 1, period, data.ToRunData(plan, period));

                var expected = new Oracle(plan, period, data).Run();
                var actual = result.Units.Select(unit => new Oracle.Outcome(
                    unit.Unit.Value, unit.Points, unit.Grade, string.Join(',', unit.Gates), unit.Rank, unit.IsTied, unit.Bonus, unit.Penalty));
                Assert.Equal(expected, actual);
            },
            iter: 4_000);
    }

    /// <summary>The cases must really meet what they are meant to meet.</summary>
    [Fact]
    public void RandomCases_Thousand_MeetTheInterestingSituations()
    {
        var results = Enumerable.Range(0, 1_000).Select(RandomCase.Of)
            .Select(example => ResultComputation.Of(example.Plan, 1, example.Period, example.Data.ToRunData(example.Plan, example.Period))).ToList();
        var lines = results.SelectMany(result => result.Units).SelectMany(unit => unit.Lines).ToList();

        Assert.All(Enum.GetValues<ScoredState>(), state => Assert.Contains(lines, line => line.State == state));
        Assert.All(Enum.GetValues<Standing>(), standing => Assert.Contains(results.SelectMany(result => result.Duties), duty => duty.Standing == standing));
        Assert.All(Enum.GetValues<TargetVerdict>(), verdict => Assert.Contains(results.SelectMany(result => result.Indicators), row => row.Verdict == verdict));
        Assert.Contains(results.SelectMany(result => result.Units), unit => unit.IsTied);
        Assert.Contains(results.SelectMany(result => result.Units), unit => unit.Gates.Count > 0);
        Assert.Contains(lines, line => line.MaxPoints != Math.Round(line.MaxPoints, 2));
    }
}
