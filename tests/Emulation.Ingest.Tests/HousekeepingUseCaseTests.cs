using Emulation.Ingest.Intake;
using Emulation.Ingest.Tests.Intake;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Ingest.Tests;

/// <summary>What is cleared away, found and mended at night.</summary>
public sealed class HousekeepingUseCaseTests : IAsyncLifetime
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private IntakeKit kit = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Housekeeping Housekeeping => kit.Host.GetRequiredService<Housekeeping>();

    public async ValueTask InitializeAsync()
    {
        kit = await IntakeKit.CreateAsync(Cancellation);
        kit.Drop("thang-3.csv", LineReader.File("figures", "2020-03", "B01=12"));
        await kit.SweepAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => kit.DisposeAsync();

    [Fact]
    public async Task Run_AllWell_ChangesNothing()
    {
        var done = await Housekeeping.RunAsync(Cancellation);

        Assert.Equal((0, 0, 0), (done.OrphansRemoved, done.Damaged.Count, done.ReceiptsRewritten));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Run_OldOrphanAndOldNamedFile_RemovesOnlyTheOrphan()
    {
        var archive = kit.Host.GetRequiredService<Archive>();
        var orphan = Fingerprint.Of([1, 2, 3]);
        archive.Keep(orphan, [1, 2, 3]);
        foreach (var file in Directory.GetFiles(kit.Archive, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, LongAgo);
        }

        var done = await Housekeeping.RunAsync(Cancellation);

        Assert.Equal(1, done.OrphansRemoved);
        Assert.False(archive.Contains(orphan));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Run_RottenArchiveFile_IsFound()
    {
        var file = Directory.GetFiles(kit.Archive, "*", SearchOption.AllDirectories).Single();
        var content = await File.ReadAllBytesAsync(file, Cancellation);
        content[3] ^= 1;
        await File.WriteAllBytesAsync(file, content, Cancellation);

        var done = await Housekeeping.RunAsync(Cancellation);

        Assert.Equal([new Fingerprint(Path.GetFileName(file))], done.Damaged);
    }

    [Theory]
    [InlineData(true, ".html")]
    [InlineData(false, ".html")]
    [InlineData(true, ".txt")]
    [InlineData(false, ".txt")]
    public async Task Run_ReceiptOfTodayLostOrCut_IsWrittenAgain(bool isCut, string face)
    {
        var path = kit.PathOf($"{IntakeKit.Folder}/ket-qua/{Path.ChangeExtension(kit.Results().Single(), face)}");
        var before = await File.ReadAllTextAsync(path, Cancellation);
        if (isCut)
        {
            await File.WriteAllTextAsync(path, "", Cancellation);
        }
        else
        {
            File.Delete(path);
        }

        var done = await Housekeeping.RunAsync(Cancellation);

        Assert.Equal(1, done.ReceiptsRewritten);
        Assert.Equal(before, await File.ReadAllTextAsync(path, Cancellation));
    }

    [Fact]
    public async Task Run_OldReceiptClearedAwayByItsReader_StaysAway()
    {
        File.Delete(kit.PathOf($"{IntakeKit.Folder}/ket-qua/{kit.Results().Single()}"));
        kit.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(0, (await Housekeeping.RunAsync(Cancellation)).ReceiptsRewritten);
    }
}
