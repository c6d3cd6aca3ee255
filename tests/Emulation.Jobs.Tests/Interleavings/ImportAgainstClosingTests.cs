using System.Collections.Concurrent;
using System.Globalization;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Emulation.TestSupport;
using Npgsql;

namespace Emulation.Jobs.Tests.Interleavings;

/// <summary>
/// Files are stored while their period is being closed, statement by statement in random order: each counts whole or is late, never half.
/// 5,000 races by default, more with <c>EMULATION_RACES=10000</c>, others with <c>EMULATION_RACES_FROM=…</c>.
/// </summary>
public sealed class ImportAgainstClosingTests
{
    private const int Workers = 4;
    private static readonly DateTimeOffset ClosedAt = new(2021, 1, 10, 10, 0, 0, TimeSpan.Zero);
    private static readonly int Count = Setting("EMULATION_RACES", 5_000);
    private static readonly int From = Setting("EMULATION_RACES_FROM", 0);
    private readonly ConcurrentBag<string> faults = [];
    private int counted;
    private int late;
    private int interleaved;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ImportsAndClosing_InAnyOrder_CountEachFileWholeOrLate()
    {
        using var listener = RandomPace.ListenToStatements();
        ThreadPool.GetMinThreads(out _, out var ports);
        ThreadPool.SetMinThreads(Workers * 5, ports);
        var next = From - 1;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(() => RunAsync(() => Interlocked.Increment(ref next)), Cancellation)));

        TestContext.Current.TestOutputHelper?.WriteLine($"{Count} races from {From}: {counted} files counted, {late} late, {interleaved} races in which the steps of import and closing alternated");
        Assert.Empty(faults);
        // Both ways of going, and truly at once: otherwise nothing was tried.
        Assert.True(Math.Min(counted, late) > Count / 5, $"{counted} counted, {late} late");
        Assert.True(interleaved > Count / 2, $"{interleaved} of {Count}");
    }

    /// <summary>One race after the other, in a database of its own: PostgreSQL makes serializable closings of different races try again, which costs and proves nothing.</summary>
    private async Task RunAsync(Func<int> next)
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        await using var owner = database.OpenQuick(asOwner: true);
        await using var app = database.OpenQuick();
        for (var number = next(); number < From + Count && faults.IsEmpty; number = next())
        {
            await RunAsync(owner, app, Race.Of(number));
        }
    }

    private async Task RunAsync(NpgsqlDataSource owner, NpgsqlDataSource app, Race race)
    {
        var plan = await PlanRows.InsertAsync(owner, race.Plan, Cancellation);
        var store = new SubmissionStore(app, new IntakeOptions(), TimeProvider.System);
        var runs = new RunStore(app);
        var files = new RacingFiles(owner, plan);
        var lookup = new PlanLookup(plan);
        await BeforeAsync(store, lookup, files, race);
        var batches = new Dictionary<int, List<FileInHand>>();
        var byRunner = new Dictionary<long, Runner>();
        foreach (var runner in race.Runners)
        {
            var file = await files.AddAsync(runner, runner.Now, runner.Now is null ? "RUT-truoc.xlsx" : "nay.xlsx", Cancellation);
            byRunner.Add(file.Claim.SubmissionId, runner);
            (batches.TryGetValue(runner.Session, out var batch) ? batch : batches[runner.Session] = []).Add(file);
        }

        var pace = new RandomPace(race.Number, batches.Count + 1);
        var imports = batches.Values.Select((batch, index) => pace.RunAsync(index + 1, 0, () => store.StoreAsync(lookup, batch, Cancellation))).ToList();
        var closed = await pace.RunAsync(0, race.ClosingBegins, () => runs.CloseAsync(plan, race.Closing, "test", ClosedAt, Cancellation));
        var decisions = (await Task.WhenAll(imports)).SelectMany(stored => stored).ToDictionary(decision => byRunner[decision.File.Claim.SubmissionId]);

        var result = (await runs.FindAsync(closed.RunId, Cancellation))!.Result;
        foreach (var fault in await new RaceOutcome(app, plan, race, closed, result).FaultsAsync(decisions, Cancellation))
        {
            faults.Add(fault);
        }

        if (!(await runs.RecomputeAsync(closed.RunId, plan, race.Closing, Cancellation)).IsSame)
        {
            faults.Add($"race {race.Number}: the closed period does not compute to the same bytes");
        }

        Note(decisions.Values, pace.Order);
    }

    private static async Task BeforeAsync(SubmissionStore store, PlanLookup lookup, RacingFiles files, Race race)
    {
        var before = new List<FileInHand>();
        foreach (var runner in race.Runners.Where(runner => runner.Before is not null))
        {
            before.Add(await files.AddAsync(runner, runner.Before, "truoc.xlsx", Cancellation));
        }

        Assert.All(await store.StoreAsync(lookup, before, Cancellation), decision => Assert.Equal(SubmissionState.Accepted, decision.State));
    }

    private void Note(IReadOnlyCollection<Decision> decisions, List<int> order)
    {
        Interlocked.Add(ref counted, decisions.Count(RaceOutcome.IsCounted));
        Interlocked.Add(ref late, decisions.Count(decision => !RaceOutcome.IsCounted(decision)));
        var closing = order.FindIndex(session => session == 0);
        var isMixed = order.Skip(closing).TakeWhile((_, index) => closing + index < order.LastIndexOf(0)).Any(session => session != 0);
        Interlocked.Add(ref interleaved, isMixed ? 1 : 0);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
