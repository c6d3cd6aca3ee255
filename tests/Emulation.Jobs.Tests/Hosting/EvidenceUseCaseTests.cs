using System.Text;
using Emulation.Ingest;
using Emulation.Ingest.Intake;
using Emulation.Plan;
using Emulation.Reports;
using Emulation.Reports.Evidence;
using Emulation.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Jobs.Tests.Hosting;

/// <summary>The files behind decisions in the archive of the originals, as the host puts the rooms together: what is named is never cleared away, what is not named is, and damage is found.</summary>
public sealed class EvidenceUseCaseTests : IAsyncLifetime
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly byte[] Scan = Encoding.UTF8.GetBytes("quyết định 12, bản quét");
    private static readonly Fingerprint Hash = Fingerprint.Of(Scan);
    private HostBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IServiceProvider Host => bench.Host.Services;

    private Archive Archive => Host.GetRequiredService<Archive>();

    public async ValueTask InitializeAsync() => bench = await HostBench.StartAsync(settings: ("Intake:MaxEvidenceBytes", "1048576"));

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Evidence_NamedByADecision_StaysHoweverOldItIs()
    {
        await EnterAsync(Scan);
        Age();

        var done = await Host.GetRequiredService<Housekeeping>().RunAsync(Cancellation);

        Assert.Equal((0, 0), (done.OrphansRemoved, done.Damaged.Count));
        Assert.True(Archive.Verify(Hash));
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task Evidence_WhoseDecisionWasNeverStored_IsClearedAway_AndCanBeHandedInAgain()
    {
        FailPoint.Armed = place => _ = place == "adjustment-entered" ? throw new OperationCanceledException("killed") : 0;
        await Assert.ThrowsAsync<OperationCanceledException>(() => EnterAsync(Scan));
        FailPoint.Armed = null;
        Assert.Equal(0, (await Host.GetRequiredService<Housekeeping>().RunAsync(Cancellation)).OrphansRemoved);
        Age();

        Assert.Equal(1, (await Host.GetRequiredService<Housekeeping>().RunAsync(Cancellation)).OrphansRemoved);
        Assert.False(Archive.Contains(Hash));
        await EnterAsync(Scan);

        Assert.True(Archive.Verify(Hash));
        Assert.Empty(await FaultsAsync());
    }

    /// <summary>An old orphan with the same content is about to be removed while it becomes evidence.</summary>
    [Fact]
    public async Task Evidence_KeptWhileItsOrphanIsBeingRemoved_Stays()
    {
        Archive.Keep(Hash, Scan);
        Age();
        var old = Assert.Single(Archive.OlderThan(TimeSpan.FromHours(24)));
        Archive.Keep(Hash, Scan);

        Assert.False(await Archive.RemoveOrphanAsync(old, TimeSpan.FromHours(24), () => Task.FromResult(false)));

        Assert.True(Archive.Verify(Hash));
    }

    [Fact]
    public async Task Evidence_RottenOnTheDisk_IsFoundByHousekeepingAndAudit()
    {
        await EnterAsync(Scan);
        await File.WriteAllBytesAsync(Archive.PathOf(Hash), [1], Cancellation);

        Assert.Equal([Hash], (await Host.GetRequiredService<Housekeeping>().RunAsync(Cancellation)).Damaged);
        Assert.Equal(
            [$"evidence 1 (QĐ 12.pdf, sha-256 {Hash}) of score_adjustments 1 is missing or damaged in the archive"],
            (await Host.GetRequiredService<VerifyAudit>().RunAsync([], Cancellation)).Faults);
        Assert.Equal([$"the archive has lost {Hash}"], await FaultsAsync());

        // Handed in again with another decision, the content is whole for both.
        await EnterAsync(Scan);
        Assert.Empty((await Host.GetRequiredService<VerifyAudit>().RunAsync([], Cancellation)).Faults);
    }

    [Fact]
    public async Task Evidence_LargerThanTheSetting_IsRefusedInWords()
    {
        var refused = Assert.IsType<AdjustmentOutcome.Refused>(await EnterAsync(new byte[1048577]));

        Assert.Equal("Tệp minh chứng QĐ 12.pdf lớn hơn mức cho phép 1,00 MB: hãy nén lại hoặc quét với độ phân giải thấp hơn.", refused.Message);
    }

    private Task<AdjustmentOutcome> EnterAsync(byte[] content) => Host.GetRequiredService<EnterAdjustment>().RunAsync(
        new AdjustmentEntry(new UnitCode("654"), new PeriodCode("2020-W1"), 2, "Bằng khen", "QĐ 12/QĐ-BTP", "văn phòng") { File = new OfferedEvidence("QĐ 12.pdf", new MemoryStream(content)) },
        Cancellation);

    private void Age() => File.SetLastWriteTimeUtc(Archive.PathOf(Hash), LongAgo);

    private Task<IReadOnlyList<string>> FaultsAsync() =>
        Invariants.FaultsAsync(bench.Database.OwnerDataSource, Path.Combine(bench.DataFolder, "archive"), Path.Combine(bench.DataFolder, "share"), Cancellation);
}
