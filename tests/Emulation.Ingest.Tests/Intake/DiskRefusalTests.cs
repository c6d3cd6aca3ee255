using System.Diagnostics;
using Emulation.Ingest.Intake;

namespace Emulation.Ingest.Tests.Intake;

/// <summary>A disk that fails to make data durable, played by strace on a second run of this test program.</summary>
public sealed class DiskRefusalTests
{
    private const string Strace = "/usr/bin/strace";

    // The file's own sync, that of its folder, and the rename; .NET alone would not notice the first two.
    [Theory]
    [InlineData("fsync", "EIO", 1)]
    [InlineData("fsync", "ENOSPC", 2)]
    [InlineData("rename", "EIO", 1)]
    public async Task Keep_DiskRefuses_SaysSoAndKeepsNothing(string call, string error, int when)
    {
        Assert.SkipUnless(File.Exists(Strace), "strace is not installed.");

        var outcome = await RunChildAsync($"inject={call}:error={error}:when={when}+");

        Assert.DoesNotContain("KEPT", outcome, StringComparison.Ordinal);
        Assert.Contains("REFUSED", outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_DiskAgrees_Keeps()
    {
        Assert.SkipUnless(File.Exists(Strace), "strace is not installed.");

        Assert.Contains("KEPT", await RunChildAsync("trace=fsync"), StringComparison.Ordinal);
    }

    /// <summary>What the second run does; it tells by the message of its failure.</summary>
    [Fact(Explicit = true)]
    public void Child()
    {
        var root = Directory.CreateTempSubdirectory("emulation-disk-");
        string outcome;
        try
        {
            new Archive(new IntakeOptions { Share = root.FullName, Archive = root.FullName }).Keep(Fingerprint.Of([1, 2, 3]), [1, 2, 3]);
            outcome = "KEPT";
        }
        catch (IOException exception)
        {
            outcome = "REFUSED " + exception.Message;
        }

        root.Delete(recursive: true);
        Assert.Fail(outcome);
    }

    private static async Task<string> RunChildAsync(string what)
    {
        var start = new ProcessStartInfo(Strace) { RedirectStandardOutput = true };
        string[] arguments =
        [
            "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync,rename", "-e", what,
            "dotnet", typeof(DiskRefusalTests).Assembly.Location, "-noLogo", "-noColor", "-explicit", "only", "-method", typeof(DiskRefusalTests).FullName + ".Child",
        ];
        arguments.ToList().ForEach(start.ArgumentList.Add);
        using var child = Process.Start(start)!;
        var output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }
}
