using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Emulation.Reports.Tests.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Closing;

/// <summary>A run adds up what intake packed, and PostgreSQL the figures themselves where anything is not packed: the same bytes (docs/adr/0025).</summary>
public sealed class PackedRunsTests
{
    private const int Plans = 12;
    private static readonly DateTimeOffset At = new(2020, 12, 20, 5, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("delete from emulation.packed_figures")]
    [InlineData("delete from emulation.packed_figures where (submission_id + unit_id + period_id) % 3 = 0")]
    [InlineData("delete from emulation.packed_figures where unit_id % 2 = 0")]
    // Packed by a later version.
    [InlineData("update emulation.packed_figures set figures = '\\x02' where submission_id % 5 = 0")]
    [InlineData("update emulation.packed_figures set figures = '' where submission_id % 5 = 0")]
    public async Task Run_WherePacksAreMissing_HasTheSameBytes(string loss)
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        var (plans, cases) = await StoreAsync(database);
        var runs = new RunStore(database.DataSource);
        var packed = new List<string>();
        foreach (var (plan, example) in plans.Zip(cases))
        {
            packed.Add(await HashAsync(runs, plan, example));
        }

        var lost = await ExecuteAsync(database, loss);
        var unpacked = new List<string>();
        foreach (var (plan, example) in plans.Zip(cases))
        {
            unpacked.Add(await HashAsync(runs, plan, example));
        }

        Assert.True(lost > 20, $"{lost}");
        Assert.Equal(packed, unpacked);
    }

    /// <summary>Who alters a pack before a run alters the run; that the figures say otherwise is found by recomputing, which reads no pack.</summary>
    [Fact]
    public async Task Recompute_OfARunOverAlteredPacks_SaysThatItDiffers()
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        var (plans, cases) = await StoreAsync(database);
        var runs = new RunStore(database.DataSource);
        await ExecuteAsync(database, "update emulation.packed_figures set figures = '\\x01'");

        var differing = 0;
        foreach (var (plan, example) in plans.Zip(cases).Where(pair => pair.Second.Data.Figures.Count > 0))
        {
            var run = await runs.ComputeAsync(plan, example.Period, RunKind.Final, At, Cancellation);
            var altered = await runs.RecomputeAsync(run.RunId, plan, example.Period, Cancellation);
            differing += altered.IsSame ? 0 : 1;
        }

        Assert.True(differing > Plans / 2, $"{differing} of {Plans}");
    }

    [Fact]
    public async Task Run_OverADamagedPack_FailsAndStoresNothing()
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        var (plans, _) = await StoreAsync(database);
        var runs = new RunStore(database.DataSource);
        await ExecuteAsync(database, "update emulation.packed_figures set figures = figures || '\\x04'");

        await Assert.ThrowsAsync<InvalidDataException>(() => runs.ComputeAsync(plans[0], Some.Year, RunKind.Provisional, At, Cancellation));

        Assert.Equal(0, await ExecuteAsync(database, "update emulation.runs set computed_at = computed_at"));
    }

    private static async Task<(IReadOnlyList<StoredPlan> Plans, IReadOnlyList<RandomCase> Cases)> StoreAsync(TestDatabase database)
    {
        var first = Random.Shared.Next(10_000_000);
        var cases = Enumerable.Range(first, Plans)
            .Select(seed => RandomCase.Of(seed, sets: 3) is var found ? found with { Plan = found.Plan with { Code = $"plan-{seed}" } } : throw new InvalidOperationException()).ToList();
        return (await ManyPlans.StoreAsync(database.OwnerDataSource, cases, Cancellation), cases);
    }

    private static async Task<string> HashAsync(RunStore runs, StoredPlan plan, RandomCase example)
    {
        var result = await runs.PreviewAsync(plan, example.Period, At, Cancellation);
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(CanonicalResult.Write(new FrozenResult("", "", result))));
    }

    private static async Task<int> ExecuteAsync(TestDatabase database, string sql)
    {
        await using var command = database.OwnerDataSource.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(Cancellation);
    }
}
