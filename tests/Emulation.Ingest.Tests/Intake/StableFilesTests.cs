using System.Text;
using Emulation.Ingest.Intake;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Emulation.Ingest.Tests.Intake;

/// <summary>Which files of an inbox have come to rest: a look every ten seconds, three of them and thirty seconds needed.</summary>
public sealed class StableFilesTests : IDisposable
{
    private const string Inbox = "654/nop";
    private const UnixFileMode Everybody = UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("emulation-stable-");
    private readonly FakeTimeProvider clock = new();
    private readonly IntakeOptions options;
    private readonly StableFiles stable;

    public StableFilesTests()
    {
        options = new IntakeOptions { Share = root.FullName };
        stable = new StableFiles(options, clock, NullLogger<StableFiles>.Instance);
        root.CreateSubdirectory(Inbox);
        File.WriteAllText(Path.Combine(root.FullName, ShareRoot.Marker), Guid.NewGuid().ToString());
    }

    public void Dispose() => root.Delete(recursive: true);

    // What ends in the middle waits three times as long; then it is read and answered as it is.
    [Theory]
    [InlineData("a;b\n1;2\n", 30)]
    [InlineData("a;b\r\n1;2\r", 30)]
    [InlineData("a;b\n1;", 90)]
    [InlineData("a;b\n1;2\n\0\0\0\0", 90)]
    [InlineData("", 90)]
    [InlineData("PK\u0003\u0004 and a beginning\n", 90)]
    [InlineData("PK\u0003\u0004 … PK\u0005\u0006 and the rest of the end", 30)]
    [InlineData("%PDF-1.7 … %%EOF", 90)]
    public void Look_File_RestsAsLongAsItsEndingAsks(string content, int seconds)
    {
        Drop("a.csv", Encoding.UTF8.GetBytes(content));

        Assert.Equal(seconds, SecondsUntilTaken());
    }

    [Fact]
    public void Look_OldWorkbook_IsNotJudgedByItsEnding()
    {
        Drop("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0]);

        Assert.Equal(30, SecondsUntilTaken());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Look_Utf16_EndsWithItsLineFeed(bool bigEndian)
    {
        Drop("a.csv", new UnicodeEncoding(bigEndian, byteOrderMark: true).GetBytes("a;b\n"));

        Assert.Equal(30, SecondsUntilTaken());
    }

    [Fact]
    public void Look_FileWithAMarker_IsTakenAtOnce_AlsoIfItEndsInTheMiddle()
    {
        Drop("a.csv", "a;b"u8.ToArray());
        Drop("a.csv.done", []);

        Assert.Equal(0, SecondsUntilTaken());
    }

    [Fact]
    public void Look_MarkerOlderThanTheFile_SpeaksOfAnother()
    {
        Drop("a.csv.done", []);
        Thread.Sleep(20);
        Drop("a.csv", "a;b\n"u8.ToArray());

        Assert.Equal(30, SecondsUntilTaken());
    }

    [Fact]
    public void Look_MarkerThatHoldsSomething_IsAFileOfItsOwn()
    {
        Drop("a.csv.done", "a;b\n"u8.ToArray());

        Assert.Equal(30, SecondsUntilTaken());
    }

    [Fact]
    public void Abandoned_MarkerWithoutAFile_IsNamedAfterADay()
    {
        Drop("a.csv.done", []);
        var (taken, listing) = Look();
        Assert.Equal((0, 1), (taken.Count, listing.Ignored));
        clock.Advance(TimeSpan.FromHours(23));
        Assert.Empty(stable.Abandoned(Look().Listing.LoneMarkers));
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["a.csv.done"], stable.Abandoned(Look().Listing.LoneMarkers).Select(marker => marker.Name.Text));
    }

    // A service that is not root, and a file whose sender kept it to himself.
    [Fact]
    public void Look_UnreadableFile_WaitsAndIsToldOfAfterAQuarterOfAnHour_OthersGoOn()
    {
        Drop("a.csv", "a;b\n"u8.ToArray());
        Drop("b.csv", "a;b\n"u8.ToArray());
        root.EnumerateDirectories("*", SearchOption.AllDirectories).Append(root).ToList().ForEach(folder => folder.UnixFileMode |= Everybody);
        File.SetUnixFileMode(Path.Combine(root.FullName, Inbox, "a.csv"), UnixFileMode.None);

        var taken = Enumerable.Range(0, 80).SelectMany(_ => OtherIdentity.Run(LookAgain)).ToHashSet();
        Assert.Equal(["b.csv"], taken);
        Assert.Empty(stable.HeldTooLong);
        Enumerable.Range(0, 12).ToList().ForEach(_ => OtherIdentity.Run(LookAgain));
        Assert.Equal(["a.csv Unreadable"], stable.HeldTooLong.Select(file => $"{file.Name} {file.Hindrance}"));

        File.SetUnixFileMode(Path.Combine(root.FullName, Inbox, "a.csv"), UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        Enumerable.Range(0, 4).ToList().ForEach(_ => OtherIdentity.Run(LookAgain));
        Assert.Empty(stable.HeldTooLong);
    }

    private void Drop(string name, byte[] content) => File.WriteAllBytes(Path.Combine(root.FullName, Inbox, name), content);

    private (IReadOnlyList<DroppedFile> Taken, Listing Listing) Look()
    {
        using var share = ShareRoot.TryOpen(root.FullName)!;
        var listing = new ShareListing(options).List(share, new Emulation.TestSupport.PlanBuilder().Build());
        return (stable.Look(share, listing), listing);
    }

    private List<string> LookAgain()
    {
        clock.Advance(TimeSpan.FromSeconds(10));
        return [.. Look().Taken.Select(file => file.Name.Text)];
    }

    private int SecondsUntilTaken()
    {
        for (var seconds = 0; seconds <= 200; seconds += 10)
        {
            if (Look().Taken.Count > 0)
            {
                return seconds;
            }

            clock.Advance(TimeSpan.FromSeconds(10));
        }

        return -1;
    }
}
