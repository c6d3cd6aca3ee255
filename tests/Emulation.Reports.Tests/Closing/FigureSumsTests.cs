using System.Threading.Channels;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Emulation.Reports.Tests.Scoring;
using Emulation.TestSupport;
using Npgsql;

namespace Emulation.Reports.Tests.Closing;

/// <summary>Both ways to the sums of a run, member by member: packed figures added up in memory, and the figures themselves by PostgreSQL.</summary>
public sealed class FigureSumsTests
{
    private const int Plans = 30;
    private static readonly DateTimeOffset At = new(2020, 12, 20, 5, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sums_OfFiguresOfEveryKind_AreTheSameBothWays()
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        var first = Random.Shared.Next(10_000_000);
        var cases = Enumerable.Range(first, Plans).Select(seed => Wild(RandomCase.Of(seed, sets: 3), seed)).ToList();
        var plans = await ManyPlans.StoreAsync(database.OwnerDataSource, cases, Cancellation);

        var met = new List<FigureSum>();
        foreach (var plan in plans)
        {
            var (packed, added) = await BothAsync(database, plan);
            Assert.Equal(added.Select(Text), packed.Select(Text));
            met.AddRange(packed);
        }

        Assert.Contains(met, sum => sum.HasDoubtfulParts);
        Assert.Contains(met, sum => sum is { HasDoubtfulParts: false, WithParts: > 0 });
        Assert.Contains(met, sum => sum is { Values: 0, NotApplicable: 0 });
        Assert.Contains(met, sum => sum.Last is { Value: null, Date: not null });
        Assert.Contains(met, sum => sum.Sum is { Scale: > 20 });
        Assert.Contains(met, sum => sum.Sum > 1_000_000_000_000_000_000);
    }

    /// <summary>A sum that no decimal can hold has never been rounded: neither way gives one.</summary>
    [Theory]
    [InlineData("70000000000000000000000000000", "70000000000000000000000000000")]
    [InlineData("7000000000000000000000000000", "0.0000001")]
    public async Task Sum_OfTooManyDigits_IsRefusedBothWays(string one, string other)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        var example = RandomCase.Of(1);
        var (unit, indicator) = (example.Plan.Units[0].Code, example.Plan.Indicators[0].Code);
        var plan = await PlanRows.InsertAsync(database.OwnerDataSource, example.Plan, Cancellation);
        foreach (var (month, number) in new[] { (1, one), (2, other) })
        {
            var figure = new RawFigure(unit, indicator, FormKind.Figures, Some.Month(month).Code, 0, decimal.Parse(number, invariant));
            await new IntakeRows(database.DataSource, plan).AcceptAsync(unit, FormKind.Figures, Some.Month(month).Code, At.AddMonths(-3), [figure], Cancellation);
        }

        await using var connection = await database.DataSource.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        var (runId, scope) = await FreezeAsync(transaction, plan);

        await Assert.ThrowsAsync<OverflowException>(() => SumsAsync(new PackedFigureSums(scope), transaction, runId));
        await Assert.ThrowsAsync<OverflowException>(() => SumsAsync(new SqlFigureSums(scope), transaction, runId));
    }

    // Numbers of any length and sign, parts that agree nearly, dates, and nothing where something is expected.
    private static RandomCase Wild(RandomCase example, int seed)
    {
        var random = new Random(seed);
        return example with
        {
            Plan = example.Plan with { Code = $"plan-{seed}" },
            Data = example.Data with { Figures = [.. example.Data.Figures.Select(figure => random.Next(3) == 0 ? figure : Wild(random, figure, isLong: seed % 2 == 0))] },
        };
    }

    private static RawFigure Wild(Random random, RawFigure figure, bool isLong)
    {
        var (top, bottom) = (random.Next(3) == 0 ? NumberOf(random, isLong) : random.Next(-5, 100), random.Next(3) == 0 ? NumberOf(random, isLong) : random.Next(-5, 120));
        var isNear = random.Next(3) > 0 && bottom != 0 && Math.Abs(top) < 1_000;
        return figure with
        {
            State = (short)Math.Max(0, random.Next(-6, 3)),
            Value = OrNull(random, isNear ? Math.Round(100m * top / bottom, random.Next(5)) % 1_000_000 + (random.Next(-2, 3) * 0.05m) : NumberOf(random, isLong)),
            Estimated = OrNull(random, NumberOf(random, isLong)),
            Numerator = OrNull(random, top),
            Denominator = OrNull(random, bottom),
            Date = random.Next(3) == 0 ? DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber)) : null,
        };
    }

    private static decimal? OrNull(Random random, decimal number) => random.Next(4) == 0 ? null : number;

    // Either long before the comma or long behind it, so that sums of a few stay within a decimal.
    private static decimal NumberOf(Random random, bool isLong) => random.Next(3) switch
    {
        0 => random.Next(-100, 1000),
        1 => isLong ? random.NextInt64() * 10m : new decimal(random.Next(), random.Next(), 0, random.Next(2) == 0, (byte)random.Next(14, 23)),
        _ => isLong ? random.NextInt64() / -10_000_000m : new decimal(random.Next(), random.Next(100), 0, random.Next(2) == 0, 6) % 1_000_000,
    };

    private static async Task<(List<FigureSum> Packed, List<FigureSum> Added)> BothAsync(TestDatabase database, StoredPlan plan)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        var (runId, scope) = await FreezeAsync(transaction, plan);
        return (await SumsAsync(new PackedFigureSums(scope), transaction, runId), await SumsAsync(new SqlFigureSums(scope), transaction, runId));
    }

    private static async Task<(long RunId, RunScope Scope)> FreezeAsync(NpgsqlTransaction transaction, StoredPlan plan)
    {
        var scope = new RunScope(plan, Some.Year);
        var runId = (await RunSql.ListAsync(
            transaction, "insert_run", reader => reader.GetInt64(0), Cancellation,
            new("plan_version_id", plan.VersionId), new("period_id", scope.PeriodId), new("kind", RunKind.Provisional.ToName()), new("data_as_of", At), new("computed_at", At), new("computed_by", (short)ComputingRules.Current))).Single();
        await RunInputs.FreezeAsync(transaction, runId, At, scope, Cancellation);
        return (runId, scope);
    }

    private static async Task<List<FigureSum>> SumsAsync(IFigureSums source, NpgsqlTransaction transaction, long runId)
    {
        var units = Channel.CreateUnbounded<AddedUnit>();
        await source.ReadAsync(transaction, runId, units.Writer, Cancellation);
        units.Writer.Complete();
        var all = new List<FigureSum>();
        await foreach (var unit in units.Reader.ReadAllAsync(Cancellation))
        {
            all.AddRange(unit.Sums());
        }
        return [.. all.OrderBy(sum => sum.Unit).ThenBy(sum => sum.Indicator).ThenBy(sum => sum.Form).ThenBy(sum => sum.Slot)];
    }

    // With trailing zeros, which equality of decimals does not see.
    private static string Text(FigureSum sum) => FormattableString.Invariant($"{sum}");
}
