using Emulation.Ingest.Intake;

namespace Emulation.Ingest.Tests.Intake;

/// <summary>The archive by content.</summary>
public sealed class ArchiveTests : IDisposable
{
    private static readonly byte[] Content = "figures 2020-03\nB01=12"u8.ToArray();
    private static readonly Fingerprint Hash = Fingerprint.Of(Content);

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("emulation-archive-");
    private readonly Archive archive;

    public ArchiveTests() => archive = new Archive(new IntakeOptions { Share = root.FullName, Archive = Path.Combine(root.FullName, "archive") });

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void Keep_Content_LiesUnderItsHashAndNothingElse()
    {
        archive.Keep(Hash, Content);

        Assert.Equal(Path.Combine(root.FullName, "archive", Hash.Hex[..2], Hash.Hex[2..4], Hash.Hex), archive.PathOf(Hash));
        Assert.Equal(Content, archive.Read(Hash));
        Assert.Equal([archive.PathOf(Hash)], Directory.GetFiles(root.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Keep_OverADamagedFile_HealsIt()
    {
        archive.Keep(Hash, Content);
        File.WriteAllBytes(archive.PathOf(Hash), [1, 2, 3]);
        Assert.False(archive.Verify(Hash));

        archive.Keep(Hash, Content);

        Assert.True(archive.Verify(Hash));
    }

    [Fact]
    public void Keep_ContentThatIsNotWhatTheHashSays_IsRefused()
    {
        var refusal = Assert.Throws<IOException>(() => archive.Keep(Fingerprint.Of([1]), Content));

        Assert.StartsWith("The archive gave back another content than it was given for ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedFile_IsRefused()
    {
        archive.Keep(Hash, Content);
        File.WriteAllBytes(archive.PathOf(Hash), [1]);

        Assert.Equal($"The archived file {Hash} is damaged.", Assert.Throws<IOException>(() => archive.Read(Hash)).Message);
    }

    [Fact]
    public async Task RemoveOrphan_NamedMeanwhile_PutsItBack()
    {
        archive.Keep(Hash, Content);

        var isGone = await archive.RemoveOrphanAsync(Hash, TimeSpan.Zero, () => Task.FromResult(true));

        Assert.False(isGone);
        Assert.True(archive.Verify(Hash));
    }

    [Fact]
    public void OlderThan_KeptAgain_IsYoungAgain()
    {
        archive.Keep(Hash, Content);
        File.SetLastWriteTimeUtc(archive.PathOf(Hash), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal([Hash], archive.OlderThan(TimeSpan.FromHours(24)));

        archive.Keep(Hash, Content);

        Assert.Empty(archive.OlderThan(TimeSpan.FromHours(24)));
    }
}
