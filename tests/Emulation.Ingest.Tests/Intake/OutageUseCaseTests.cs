using Emulation.Ingest.Intake;

namespace Emulation.Ingest.Tests.Intake;

/// <summary>Hours in which nobody took files are ours: they are on record, and no unit is late by them.</summary>
public sealed class OutageUseCaseTests : IAsyncLifetime
{
    private const string Outages = "select kind, to_char(began_at at time zone 'UTC', 'DD HH24:MI'), to_char(ended_at at time zone 'UTC', 'DD HH24:MI') from emulation.outages order by began_at, kind";
    private const string Received = "select file_name, to_char(received_at at time zone 'UTC', 'DD HH24:MI') from emulation.submissions join emulation.submission_versions using (submission_id) order by submission_id";
    private static readonly byte[] March = LineReader.File("figures", "2020-03", "B01=12");
    private static readonly byte[] April = LineReader.File("figures", "2020-04", "B01=12");

    private IntakeKit kit = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => kit = await IntakeKit.CreateAsync(Cancellation);

    public ValueTask DisposeAsync() => kit.DisposeAsync();

    [Fact]
    public async Task HostSilentOverNight_FilesOfTheNightCountWhenItBegan()
    {
        await kit.SweepAsync(Cancellation);
        await BeSilentAsync(TimeSpan.FromHours(15));
        kit.Drop("thang-3.csv", March);

        await kit.SweepAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromMinutes(1));
        kit.Drop("thang-4.csv", April);
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["host|10 02:00|10 17:00"], await kit.RowsAsync(Outages, Cancellation));
        Assert.Equal(["thang-3.csv|10 02:00", "thang-4.csv|10 17:01"], await kit.RowsAsync(Received, Cancellation));
        Assert.Contains(
            "Hệ thống không nhận được tệp từ 09:00 ngày 10/04/2020 (do phía Sở); thời điểm nhận được tính từ lúc đó để đơn vị không bị coi là nộp trễ.",
            (await kit.RowsAsync("select body_text from emulation.receipts order by submission_id", Cancellation))[0],
            StringComparison.Ordinal);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    // A file that lay there before we fell silent keeps the time at which it was first seen; its own time is believed by nobody.
    [Fact]
    public async Task HostSilent_FileSeenBefore_KeepsItsTime()
    {
        await kit.DisposeAsync();
        kit = await IntakeKit.CreateAsync(Cancellation, null, ("Intake:Looks", "2"));
        await kit.Take.RunAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromMinutes(1));
        kit.Drop("thang-3.csv", March);
        await kit.Take.RunAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromMinutes(1));
        await kit.Take.RunAsync(Cancellation);
        kit.Drop("thang-4.csv", April);
        File.SetLastWriteTimeUtc(kit.PathOf(IntakeKit.Folder + "/nop/thang-4.csv"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await BeSilentAsync(TimeSpan.FromHours(1));

        await kit.SweepAsync(Cancellation);
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["thang-3.csv|10 02:01", "thang-4.csv|10 02:02"], await kit.RowsAsync(Received, Cancellation));
    }

    [Fact]
    public async Task HostSilent_KilledBeforeItWroteTheOutageDown_IsStillCounted()
    {
        await kit.DisposeAsync();
        kit = await IntakeKit.CreateAsync(Cancellation, null, ("Intake:Looks", "2"));
        await kit.Take.RunAsync(Cancellation);
        await BeSilentAsync(TimeSpan.FromHours(5));
        kit.Drop("thang-3.csv", March);
        using (var killed = new FrozenWorker("intake.take.listed"))
        {
            var running = killed.Run(() => kit.Take.RunAsync(Cancellation));
            await killed.IsFrozen;
            kit.Clock.Advance(TimeSpan.FromMinutes(2));
            await kit.SweepAsync(Cancellation);
            killed.Wake();
            await running;
        }

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["host|10 02:00|10 07:02"], await kit.RowsAsync(Outages, Cancellation));
        Assert.Equal(["thang-3.csv|10 02:00"], await kit.RowsAsync(Received, Cancellation));
    }

    [Fact]
    public async Task HostSilentAndShareAwayOnReturn_TheOutageBeganWithTheSilence()
    {
        await kit.SweepAsync(Cancellation);
        File.Move(kit.PathOf(ShareRoot.Marker), kit.PathOf("../marker"));
        await BeSilentAsync(TimeSpan.FromHours(2));
        await kit.Take.RunAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromHours(1));
        File.Move(kit.PathOf("../marker"), kit.PathOf(ShareRoot.Marker));
        kit.Drop("thang-3.csv", March);

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["host|10 02:00|10 04:00", "share|10 02:00|10 05:00"], await kit.RowsAsync(Outages, Cancellation));
        Assert.Equal(["thang-3.csv|10 02:00"], await kit.RowsAsync(Received, Cancellation));
    }

    // The host's clock was set a day forward: the database knows that nobody was silent.
    [Fact]
    public async Task ClockSetForward_IsNoSilence()
    {
        await kit.SweepAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromDays(1));

        await kit.SweepAsync(Cancellation);

        Assert.Empty(await kit.RowsAsync(Outages, Cancellation));
    }

    [Fact]
    public async Task TwoHostsReturningTogether_FindTheSilenceOnce()
    {
        await kit.SweepAsync(Cancellation);
        await BeSilentAsync(TimeSpan.FromHours(2));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => kit.Take.RunAsync(Cancellation))));

        Assert.Equal(["host|10 02:00|10 04:00"], await kit.RowsAsync(Outages, Cancellation));
    }

    [Fact]
    public async Task SilenceNotWanted_IsNotLookedFor()
    {
        await kit.DisposeAsync();
        kit = await IntakeKit.CreateAsync(Cancellation, null, ("Intake:SilentAfter", ""));
        await kit.SweepAsync(Cancellation);
        await BeSilentAsync(TimeSpan.FromHours(2));
        await kit.SweepAsync(Cancellation);

        Assert.Empty(await kit.RowsAsync(Outages, Cancellation));
    }

    /// <summary>Lets time pass for both clocks: ours and the database's.</summary>
    private Task<List<string>> BeSilentAsync(TimeSpan time)
    {
        kit.Clock.Advance(time);
        return kit.RowsAsync(FormattableString.Invariant($"update emulation.last_look set noted_at = noted_at - interval '{time.TotalSeconds} seconds'"), Cancellation);
    }
}
