using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Emulation.Reports.Tests.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Closing;

/// <summary>Whatever is dropped after a closing, the closed result stands and computes again to the same bytes.</summary>
public sealed class ClosedForEverTests
{
    private const int Cases = 40;
    private static readonly DateTimeOffset ClosedAt = new(2021, 1, 10, 10, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ClosedPeriod_RandomLaterDrops_ChangeNothing()
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        var first = Random.Shared.Next(10_000_000);
        var cases = Enumerable.Range(first, Cases).Select(seed => RandomCase.Of(seed) is var found
            ? found with { Plan = found.Plan with { Code = $"plan-{seed}" }, Period = seed % 2 == 0 ? Some.Wave1 : Some.Year } : throw new InvalidOperationException()).ToList();
        var plans = await ManyPlans.StoreAsync(database.OwnerDataSource, cases, Cancellation);
        var runs = new RunStore(database.DataSource);
        await SkipIdsAsync(database, Cancellation);
        var moved = 0;
        foreach (var (plan, example) in plans.Zip(cases))
        {
            var closed = await runs.CloseAsync(plan, example.Period, "test", ClosedAt, Cancellation);
            await DropAsync(new Random(closed.Hash[0]), database, plan, example);

            var again = await runs.CloseAsync(plan, example.Period, "somebody else", ClosedAt.AddDays(9), Cancellation);
            var recomputed = await runs.RecomputeAsync(closed.RunId, plan, example.Period, Cancellation);
            var now = await runs.ComputeAsync(plan, example.Period, RunKind.Provisional, ClosedAt.AddDays(9), Cancellation);

            Assert.True(again is { WasClosedBefore: true } && again.RunId == closed.RunId && again.Hash.AsSpan().SequenceEqual(closed.Hash), plan.Plan.Code);
            Assert.True(recomputed.IsSame, plan.Plan.Code);
            moved += now.Hash.AsSpan().SequenceEqual(closed.Hash) ? 0 : 1;
        }
        // The drops were such as would have changed an open period.
        Assert.True(moved > Cases / 2, $"{moved} of {Cases}");
    }

    // New versions with other figures, first files of units that had sent nothing, and broken ones.
    private static async Task DropAsync(Random random, TestDatabase database, StoredPlan plan, RandomCase example)
    {
        var intake = new IntakeRows(database.DataSource, plan);
        foreach (var unit in plan.Plan.Units)
        {
            foreach (var period in plan.Plan.Periods.Where(period => period.Kind != PeriodKind.Year && random.Next(4) == 0))
            {
                var form = period.Kind == PeriodKind.Month ? FormKind.Figures : FormKind.WaveReport;
                if (random.Next(4) == 0)
                {
                    await intake.RefuseAsync(unit.Code, form, period.Code, ClosedAt.AddDays(1), Cancellation);
                    continue;
                }
                var figures = example.Data.Figures.Where(figure => figure.Unit == unit.Code && figure.Form == form && figure.Period == period.Code)
                    .Select(figure => figure with { Value = figure.Value + 1 }).ToList();
                await intake.AcceptAsync(unit.Code, form, period.Code, ClosedAt.AddDays(random.Next(-300, 5)), figures, Cancellation);
            }
        }
    }

    // Rows written in bulk took ids of their own.
    private static async Task SkipIdsAsync(TestDatabase database, CancellationToken cancellationToken)
    {
        await using var command = database.OwnerDataSource.CreateCommand("alter table emulation.submissions alter column submission_id restart with 10000000");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
