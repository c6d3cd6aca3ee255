using CsCheck;
using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Emulation.Reports.Tests.Closing;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Scoring;

/// <summary>The system against scoring done a second time, by hand (<see cref="Oracle"/>).</summary>
public sealed class OracleTests
{
    private const int Plans = 250;
    private const int SetsOfAPlan = 40;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Scoring_TenThousandRandomPlansAndData_AgreesWithTheOracle() =>
        Gen.Int[0, 10_000_000].Sample(
            seed =>
            {
                var (plan, period, data) = RandomCase.Of(seed);

                var result = ResultComputation.Of(plan, 1, period, data.ToRunData(plan, period));

                Assert.Equal(new Oracle(plan, period, data).Run(), Outcomes(result));
            },
            iter: 10_000);

    /// <summary>From rows as intake writes them to results, in PostgreSQL: 250 random plans with 40 sets of units, targets and figures each, so 10,000 data sets; a run scores the sets of a plan together. What the run added up from packed figures, SQL adds up from the figures again to the same bytes.</summary>
    [Fact]
    public async Task Runs_TenThousandRandomDataSetsInTables_AgreeWithTheOracle()
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        var first = Random.Shared.Next(10_000_000);
        var cases = Enumerable.Range(first, Plans)
            .Select(seed => RandomCase.Of(seed, SetsOfAPlan) is var found ? found with { Plan = found.Plan with { Code = $"plan-{seed}" } } : throw new InvalidOperationException())
            .ToList();
        var plans = await ManyPlans.StoreAsync(database.OwnerDataSource, cases, Cancellation);
        var runs = new RunStore(database.DataSource);

        foreach (var (plan, (_, period, data)) in plans.Zip(cases))
        {
            var run = await runs.ComputeAsync(plan, period, RunKind.Provisional, Scored.At(data.AsOn), Cancellation);

            var (expected, actual) = (new Oracle(plan.Plan, period, data).Run(), Outcomes(run.Result).ToList());
            Assert.True(
                expected.SequenceEqual(actual),
                $"{plan.Plan.Code}, {period.Code}: {string.Join('\n', expected.Zip(actual).Where(both => both.First != both.Second).Take(3))}");
            Assert.True((await runs.RecomputeAsync(run.RunId, plan, period, Cancellation)).IsSame, plan.Plan.Code);
        }
    }

    /// <summary>The cases must really meet what they are meant to meet.</summary>
    [Fact]
    public void RandomCases_Thousand_MeetTheInterestingSituations()
    {
        var cases = Enumerable.Range(0, 1_000).Select(seed => RandomCase.Of(seed)).ToList();
        var results = cases.Select(example => ResultComputation.Of(example.Plan, 1, example.Period, example.Data.ToRunData(example.Plan, example.Period))).ToList();
        var units = results.SelectMany(result => result.Units).ToList();
        var lines = units.SelectMany(unit => unit.Lines).ToList();
        var duties = results.SelectMany(result => result.Duties).ToList();

        Assert.All(Enum.GetValues<ScoredState>(), state => Assert.Contains(lines, line => line.State == state));
        Assert.All(Enum.GetValues<Standing>(), standing => Assert.Contains(duties, duty => duty.Standing == standing));
        Assert.All(Enum.GetValues<TargetVerdict>(), verdict => Assert.Contains(results.SelectMany(result => result.Indicators), row => row.Verdict == verdict));
        Assert.All([2, 5, 10], days => Assert.Contains(duties, duty => duty.DaysLate == days));
        Assert.Contains(units, unit => unit.IsTied);
        Assert.Contains(units, unit => unit.Gates.Count > 0);
        Assert.Contains(lines, line => line.MaxPoints != Math.Round(line.MaxPoints, 2));
        // Edges: half a cent before the rounding, a grade's very bound, a band's very bound, points above the standard, the caps of bonus and penalty.
        Assert.Contains(units, unit => IsHalfCent(unit.Lines.Sum(line => line.Points) + unit.Bonus - unit.Penalty));
        Assert.Contains(units, unit => unit.Points is 90 or 80 or 65 or 50);
        Assert.All(["từ 75% đến 95%", "từ 50% đến dưới 75%"], band => Assert.Contains(lines, line => line.Arithmetic.Contains(band, StringComparison.Ordinal)));
        Assert.All(["(đạt 95%: từ 75%", "(đạt 75%: từ 75%", "(đạt 50%: từ 50%"], edge => Assert.Contains(lines, line => line.Arithmetic.Contains(edge, StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Points > line.MaxPoints);
        Assert.Contains(lines, line => line.Arithmetic.Contains("được tính đủ điểm", StringComparison.Ordinal));
        Assert.Contains(units, unit => unit.Bonus > 0);
        Assert.Contains(units, unit => unit.Penalty > 0);
        // Decisions about single units, in force and expired, and a second rule set.
        Assert.Contains(lines, line => line.Arithmetic.Contains("thiên tai (CV 12/STP-VP, đến hết 30/06/2020)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Arithmetic.Contains("; chỉ tiêu điều chỉnh, trước là 4: thiên tai", StringComparison.Ordinal));
        Assert.Contains(cases.Zip(results), both => both.First.Plan.Exemptions.Any(entry => entry.Until < both.First.Period.To) && both.Second.Units.Count > 0);
        Assert.Contains(results, result => result.RuleSet == "RS-2");
        Assert.Contains(cases.Zip(results), both => both.First.Plan.RuleSets.Count == 2 && both.Second.RuleSet == "RS-TEST");
        // A unit and the one that follows it, both scored in one period, and one alone.
        Assert.Contains(cases.Zip(results), both => Follow(both.First, both.Second) == 2);
        Assert.Contains(cases.Zip(results), both => Follow(both.First, both.Second) == 1);
    }

    private static bool IsHalfCent(decimal points) => points > 0 && points == Math.Round(points, 3) && points * 1000 % 10 == 5;

    private static int Follow(RandomCase example, RunResult result) =>
        example.Plan.Units.Count(unit => (unit.ValidFrom ?? unit.ValidTo) is not null && result.Units.Any(scored => scored.Unit == unit.Code));

    private static IEnumerable<Oracle.Outcome> Outcomes(RunResult result) => result.Units.Select(unit => new Oracle.Outcome(
        unit.Unit.Value, unit.Points, unit.Grade, string.Join(',', unit.Gates), unit.Rank, unit.IsTied, unit.Bonus, unit.Penalty,
        string.Join(' ', unit.Groups.Select(group => $"{group.Group}={group.Points.ToCents():0.00}"))));
}
