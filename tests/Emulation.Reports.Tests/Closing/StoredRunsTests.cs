using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Emulation.Reports.Tests.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Closing;

/// <summary>The same random data through PostgreSQL and through memory: the SQL adds up what the model adds up.</summary>
public sealed class StoredRunsTests
{
    private static readonly DateTimeOffset Midday = new(2020, 6, 25, 5, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Run_RandomPlanAndData_EqualsTheModelInMemory(int seed)
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        var example = Largest(seed);
        var plan = await PlanRows.InsertAsync(database.OwnerDataSource, example.Plan, Cancellation);
        await new IntakeRows(database.DataSource, plan).AcceptAllAsync(example.Data, Cancellation);
        var store = new RunStore(database.DataSource);

        foreach (var period in new[] { Some.Month(5), Some.Wave1, Some.Wave2, Some.Year })
        {
            var run = await store.ComputeAsync(plan, period, RunKind.Provisional, Midday, Cancellation);

            var data = (example.Data with { AsOn = new(2020, 6, 25) }).ToRunData(plan.Plan, period);
            var expected = ResultComputation.Of(plan.Plan, 1, period, data);
            Assert.Equal(Text(expected), Text(run.Result));
        }
    }

    [Fact]
    public async Task Run_ReadBack_EqualsWhatWasComputed()
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        var example = Largest(3);
        var plan = await PlanRows.InsertAsync(database.OwnerDataSource, example.Plan, Cancellation);
        await new IntakeRows(database.DataSource, plan).AcceptAllAsync(example.Data, Cancellation);
        var store = new RunStore(database.DataSource);

        var run = await store.ComputeAsync(plan, Some.Wave1, RunKind.Provisional, Midday, Cancellation);
        var found = await store.FindAsync(run.RunId, Cancellation);

        Assert.NotNull(found);
        Assert.Equal(Text(run.Result), Text(found.Result));
        Assert.Equal(run.Hash, found.Hash);
        Assert.Equal(Midday, found.DataAsOf);
    }

    [Fact]
    public async Task Run_OnUnchangedData_IsReused_AndNotOnChangedData()
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        var example = Largest(2);
        var plan = await PlanRows.InsertAsync(database.OwnerDataSource, example.Plan, Cancellation);
        var rows = new IntakeRows(database.DataSource, plan);
        await rows.AcceptAllAsync(example.Data, Cancellation);
        var store = new RunStore(database.DataSource);

        var first = await store.ComputeAsync(plan, Some.Wave1, RunKind.Provisional, Midday, Cancellation);
        var again = await store.ComputeAsync(plan, Some.Wave1, RunKind.Provisional, Midday.AddMinutes(5), Cancellation);
        await rows.AcceptAsync(plan.Plan.Units[0].Code, FormKind.Figures, Some.Month(1).Code, Midday, [], Cancellation);
        var changed = await store.ComputeAsync(plan, Some.Wave1, RunKind.Provisional, Midday.AddMinutes(9), Cancellation);

        Assert.False(first.WasReused);
        Assert.True(again.WasReused);
        Assert.Equal(first.RunId, again.RunId);
        Assert.NotEqual(first.RunId, changed.RunId);
        Assert.Equal(2, await CountAsync(database, "select count(*) from emulation.runs"));
        Assert.Equal(0, await CountAsync(database, "select count(*) from emulation.unit_results where run_id not in (select run_id from emulation.runs)"));
    }

    [Fact]
    public async Task Rows_OfARun_SayWhatTheResultSays()
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        var example = Largest(4);
        var plan = await PlanRows.InsertAsync(database.OwnerDataSource, example.Plan, Cancellation);
        await new IntakeRows(database.DataSource, plan).AcceptAllAsync(example.Data, Cancellation);

        var run = await new RunStore(database.DataSource).ComputeAsync(plan, Some.Year, RunKind.Provisional, Midday, Cancellation);

        Assert.Equal(run.Result.Units.Count, await CountAsync(database, "select count(*) from emulation.unit_results"));
        Assert.Equal(run.Result.Units.Sum(unit => unit.Points), await ScalarAsync<decimal>(database, "select sum(points) from emulation.unit_results"));
        Assert.Equal(run.Hash, await ScalarAsync<byte[]>(database, "select sha256(emulation.run_result(run_id)) from emulation.runs"));
        Assert.Equal(Text(run.Result), Text((await new RunStore(database.DataSource).FindAsync(run.RunId, Cancellation))!.Result));
    }

    /// <summary>A unit's piece is its outcome, and there is one for each, whatever follows it.</summary>
    [Fact]
    public async Task Pieces_OfARun_AreTheOutcomesOfItsUnits()
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        var example = Largest(5);
        var plan = await PlanRows.InsertAsync(database.OwnerDataSource, example.Plan, Cancellation);
        await new IntakeRows(database.DataSource, plan).AcceptAllAsync(example.Data, Cancellation);

        var run = await new RunStore(database.DataSource).ComputeAsync(plan, Some.Year, RunKind.Provisional, Midday, Cancellation);

        foreach (var unit in run.Result.Units)
        {
            var piece = await ScalarAsync<byte[]>(database, $"select bytes from emulation.run_pieces where unit_id = {plan.Ids.Units[unit.Unit]}");
            Assert.Equal(Text(run.Result with { Units = [unit] }), Text(run.Result with { Units = [CanonicalResult.ReadUnit(piece)] }));
        }
        Assert.Equal(run.Result.Units.Count, await CountAsync(database, "select count(*) from emulation.run_pieces where unit_id is not null"));
    }

    private static RandomCase Largest(int seed) => Enumerable.Range(seed * 100, 40).Select(number => RandomCase.Of(number))
        .OrderByDescending(example => example.Plan.Units.Count * example.Plan.Scoring.Rules.Count).First() is var found
            ? found with { Data = found.Data with { Adjustments = [.. found.Data.Adjustments.Where(entry => entry.Points != 0)] } }
            : throw new InvalidOperationException();

    private static string Text(RunResult result) =>
        System.Text.Encoding.UTF8.GetString(CanonicalResult.Write(new FrozenResult("", "", result)));

    private static Task<long> CountAsync(TestDatabase database, string sql) => ScalarAsync<long>(database, sql);

    private static async Task<T> ScalarAsync<T>(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
