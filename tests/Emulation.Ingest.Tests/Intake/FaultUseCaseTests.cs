using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Ingest.Tests.Intake;

/// <summary>Files that move while they are taken, readers that fail, workers that freeze or die: the end is the same.</summary>
public sealed class FaultUseCaseTests
{
    private const string Inbox = IntakeKit.Folder + "/nop";
    private static readonly byte[] March = LineReader.File("figures", "2020-03", "B01=12");
    private static readonly byte[] Grown = LineReader.File("figures", "2020-03", "B01=12", "B03=3");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drain_FileChangedAfterItWasArchived_TakesWhatItBecame()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation);
        kit.Drop("thang-3.csv", March);
        await kit.Take.RunAsync(Cancellation);
        using (AtFirst("intake.archive-marked", () => kit.Drop("thang-3.csv", Grown)))
        {
            await kit.Ingest.DrainAsync(Cancellation);
        }

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["thang-3.csv|accepted|"], await kit.StatesAsync(Cancellation));
        Assert.Equal(["2"], await kit.RowsAsync("select count(*) from emulation.figures", Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Drain_FileTakenAwayBeforeWeHadIt_IsWithdrawnWithoutAnAnswer()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation);
        kit.Drop("thang-3.csv", March);
        await kit.Take.RunAsync(Cancellation);
        File.Delete(kit.PathOf($"{Inbox}/thang-3.csv"));

        await kit.Ingest.DrainAsync(Cancellation);

        Assert.Equal(["thang-3.csv|withdrawn|"], await kit.StatesAsync(Cancellation));
        Assert.Empty(kit.Results());
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Drain_FileTakenAwayAfterItWasArchived_Counts()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation);
        kit.Drop("thang-3.csv", March);
        await kit.Take.RunAsync(Cancellation);
        using (AtFirst("intake.archive-marked", () => File.Delete(kit.PathOf($"{Inbox}/thang-3.csv"))))
        {
            await kit.Ingest.DrainAsync(Cancellation);
        }

        Assert.Equal(["thang-3.csv|accepted|"], await kit.StatesAsync(Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Take_GrowingFile_WaitsUntilItRests()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, null, ("Intake:Looks", "3"), ("Intake:StableFor", "00:00:30"));
        kit.Drop("thang-3.csv", March);
        for (var look = 0; look < 5; look++)
        {
            await File.AppendAllTextAsync(kit.PathOf($"{Inbox}/thang-3.csv"), "\nB03=3\n", Cancellation);
            Assert.Equal(0, (await kit.Take.RunAsync(Cancellation)).Claimed);
            kit.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.Equal(0, (await kit.Take.RunAsync(Cancellation)).Claimed);
        kit.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(1, (await kit.Take.RunAsync(Cancellation)).Claimed);
        Assert.Equal(["2020-04-10 02:00:00"], await kit.RowsAsync("select (seen_at at time zone 'UTC')::text from emulation.submissions", Cancellation));
    }

    [Fact]
    public async Task Take_FileWhoseTimeIsSetBack_WaitsForItsSize()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, null, ("Intake:Looks", "2"));
        kit.Drop("thang-3.csv", March);
        var old = File.GetLastWriteTimeUtc(kit.PathOf($"{Inbox}/thang-3.csv"));
        await kit.Take.RunAsync(Cancellation);
        kit.Drop("thang-3.csv", Grown);
        File.SetLastWriteTimeUtc(kit.PathOf($"{Inbox}/thang-3.csv"), old);

        Assert.Equal(0, (await kit.Take.RunAsync(Cancellation)).Claimed);
        Assert.Equal(1, (await kit.Take.RunAsync(Cancellation)).Claimed);
    }

    [Fact]
    public async Task Take_FileOpenForWriting_Waits()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation);
        using (var writer = new FileStream(kit.PathOf($"{Inbox}/thang-3.csv"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
        {
            await writer.WriteAsync(March, Cancellation);
            await writer.FlushAsync(Cancellation);
            Assert.Equal(0, (await kit.Take.RunAsync(Cancellation)).Claimed);
        }

        Assert.Equal(1, (await kit.Take.RunAsync(Cancellation)).Claimed);
    }

    [Fact]
    public async Task Take_RestartBetweenTwoLooks_KeepsTheTimeOfTheFirst()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, null, ("Intake:Looks", "2"));
        kit.Drop("thang-3.csv", March);
        await kit.Take.RunAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromHours(3));
        var restarted = kit.StartHost().GetRequiredService<TakeFiles>();

        await restarted.RunAsync(Cancellation);

        Assert.Equal(["2020-04-10 02:00:00"], await kit.RowsAsync("select (seen_at at time zone 'UTC')::text from emulation.submissions", Cancellation));
    }

    [Fact]
    public async Task Drain_ReaderThatFailsOnAFile_SetsItAsideAfterThreeAttemptsAndStopsNoOther()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation);
        kit.Drop("loi.csv", "throw");
        kit.Drop("thang-3.csv", March);

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["loi.csv|quarantined|E-SETASIDE", "thang-3.csv|accepted|"], (await kit.StatesAsync(Cancellation)).Order(StringComparer.Ordinal));
        Assert.Equal(["3"], await kit.RowsAsync("select attempts from emulation.submissions where file_name = 'loi.csv'", Cancellation));
        Assert.Contains("loi.csv.CHUA-DOC-DUOC.1.html", kit.Results());
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Drain_FilesWhoseBatchDied_GoAloneAndTheInnocentAreAccepted()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation);
        kit.Drop("thang-3.csv", March);
        kit.Drop("thang-4.csv", LineReader.File("figures", "2020-04", "B01=1"));
        await kit.Take.RunAsync(Cancellation);
        await kit.RowsAsync("update emulation.submissions set attempts = 1, lease_number = 1, lease_owner = 'elsewhere', lease_until = now() - interval '1 second'", Cancellation);

        await kit.Ingest.DrainAsync(Cancellation);

        Assert.Equal(["accepted|2", "accepted|2"], await kit.RowsAsync("select state, attempts from emulation.submissions", Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Drain_WhileAnotherHostHoldsTheLease_LeavesTheUnitAlone()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation);
        kit.Drop("1.csv", March);
        await kit.Take.RunAsync(Cancellation);
        await kit.RowsAsync("update emulation.submissions set lease_number = 1, lease_owner = 'elsewhere', lease_until = now() + interval '1 hour'", Cancellation);
        kit.Drop("2.csv", Grown);

        Assert.Equal(0, (await kit.SweepAsync(Cancellation)).Total);
    }

    [Fact]
    public async Task Drain_LeaseOfADeadProcessOfThisMachine_IsTakenAtOnce()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation);
        kit.Drop("thang-3.csv", March);
        await kit.Take.RunAsync(Cancellation);
        var dead = LeaseOwner.Current[..(LeaseOwner.Current.LastIndexOf(':') + 1)] + "999999999-1";
        await kit.RowsAsync($"update emulation.submissions set lease_number = 1, lease_owner = '{dead}', lease_until = now() + interval '1 hour'", Cancellation);

        Assert.Equal(1, (await kit.Ingest.DrainAsync(Cancellation)).Total);
    }

    [Fact]
    public async Task Drain_ShareAway_ReleasesTheFilesAndCountsNoAttempt()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation);
        kit.Drop("thang-3.csv", March);
        await kit.Take.RunAsync(Cancellation);
        File.Move(kit.PathOf(ShareRoot.Marker), kit.PathOf("../marker"));

        await Assert.ThrowsAsync<ShareUnavailableException>(() => kit.Ingest.DrainAsync(Cancellation));

        Assert.Equal(["claimed|0|"], await kit.RowsAsync("select state, attempts, lease_owner from emulation.submissions", Cancellation));
        File.Move(kit.PathOf("../marker"), kit.PathOf(ShareRoot.Marker));
        Assert.Equal(1, (await kit.Ingest.DrainAsync(Cancellation)).Total);
    }

    [Fact]
    public async Task Drain_TwoHostsAtOnce_DecideEachFileOnce()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, null, ("Intake:BatchFiles", "3"));
        var other = kit.StartHost(null, ("Intake:BatchFiles", "3"));
        foreach (var unit in kit.Plan.Plan.Units.Take(10))
        {
            foreach (var value in Enumerable.Range(1, 8))
            {
                kit.Drop($"{value}.csv", LineReader.File("figures", "2020-03", $"B01={value}"), $"{unit.Folder}/nop");
            }
        }

        await Task.WhenAll(kit.Take.RunAsync(Cancellation), other.GetRequiredService<TakeFiles>().RunAsync(Cancellation));
        var drained = await Task.WhenAll(kit.Ingest.DrainAsync(Cancellation), other.GetRequiredService<IngestSubmissions>().DrainAsync(Cancellation));
        await kit.Ingest.DrainAsync(Cancellation);

        Assert.Equal(80, drained.Sum(host => host.Total));
        Assert.Equal(["80|80"], await kit.RowsAsync("select count(*), count(distinct submission_id) from emulation.submission_versions", Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Drain_FileThatTheDatabaseRefuses_IsSetAsideAndStopsNoOther()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, static (content, context) => LineReader.Read(content, context) switch
        {
            ReadSubmission { RowCount: 2 } read => read with { Figures = [.. read.Figures.Select(figure => figure with { State = (FigureState)3, Value = 1e28m * 7, UnitId = -1 })], Covers = [.. read.Covers, .. read.Covers] },
            var verdict => verdict,
        });
        kit.Drop("1.csv", Grown);
        kit.Drop("2.csv", LineReader.File("figures", "2020-04", "B01=1"));

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["1.csv|quarantined|E-SETASIDE", "2.csv|accepted|"], (await kit.StatesAsync(Cancellation)).Order(StringComparer.Ordinal));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    /// <summary>Every place between two effects: a worker that stops there for good, and one that wakes up after another has done its work.</summary>
    public static TheoryData<string> Places =>
    [
        "intake.archive.written", "intake.archived", "intake.archive-marked", "intake.left", "intake.read", "intake.store.decided",
        "intake.store.written", "intake.stored", "intake.answered", "intake.answer-marked",
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Drain_WorkerFrozenAnywhere_IsReplacedAndFencedOffWhenItWakes(string place)
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation);
        kit.Drop("1.csv", March);
        await kit.SweepAsync(Cancellation);
        kit.Drop("2.csv", Grown);
        kit.Drop("3.csv", "hong");
        await kit.Take.RunAsync(Cancellation);

        using var frozen = new FrozenWorker(place);
        var zombie = frozen.Run(() => kit.StartHost().GetRequiredService<IngestSubmissions>().DrainAsync(Cancellation));
        await frozen.IsFrozen.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await KillItsSessionsAsync(kit);
        await kit.Ingest.DrainAsync(Cancellation);
        var after = await StateOfAllAsync(kit);

        Assert.Equal(["1.csv|accepted|", "2.csv|accepted|", "3.csv|rejected|E-TYPE"], (await kit.StatesAsync(Cancellation)).Order(StringComparer.Ordinal));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
        frozen.Wake();
        // Whether it fails or believes it is done: it must change nothing.
        await Task.WhenAny(zombie);
        await kit.Ingest.DrainAsync(Cancellation);
        Assert.Equal(after, await StateOfAllAsync(kit));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    // What the kernel and the server do when a process dies: its sessions end, and after a while its leases.
    private static async Task KillItsSessionsAsync(IntakeKit kit)
    {
        await using var sessions = kit.Database.DataSource.CreateCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'");
        await sessions.ExecuteNonQueryAsync(Cancellation);
        await kit.RowsAsync("update emulation.submissions set lease_until = now() - interval '1 second' where lease_owner is not null", Cancellation);
    }

    private static async Task<List<string>> StateOfAllAsync(IntakeKit kit) =>
    [
        .. await kit.RowsAsync("select submission_id, state, encode(file_hash, 'hex'), figure_count, decided_at, answered_at, left_inbox_at from emulation.submissions order by 1", Cancellation),
        .. await kit.RowsAsync("select * from emulation.submission_versions order by 1, 2, 3, 4", Cancellation),
        .. await kit.RowsAsync("select * from emulation.figures order by 1, 2, 3, 4", Cancellation),
        .. Directory.EnumerateFiles(kit.Share, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
    ];

    private static Disarm AtFirst(string place, Action act)
    {
        var isDone = false;
        FailPoint.Armed = reached =>
        {
            if (reached == place && !isDone)
            {
                isDone = true;
                act();
            }
        };
        return new Disarm();
    }

    private sealed class Disarm : IDisposable
    {
        public void Dispose() => FailPoint.Armed = null;
    }
}
