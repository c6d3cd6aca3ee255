using Emulation.Jobs.Tests.Hosting;
using Emulation.TestSupport;

namespace Emulation.Jobs.Tests.Commands;

public sealed class PlanDiffCommandTests : IDisposable
{
    private static readonly Dictionary<string, string?> Nothing = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("emulation-plan-");

    private static string Shipped => Checkout.Path("plans/dak-lak-2020");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Diff_OfTwoFolders_NamesItemFieldAndBothValues()
    {
        var (exitCode, output, _) = await CommandProcess.RunAsync(Nothing, "plan", "diff", Shipped, Copy("B06;643;84;84;168", "B06;643;80;84;168"));

        Assert.Equal(0, exitCode);
        Assert.Contains("targets   B06 643 2020-W1   changed   value   84       80", output, StringComparison.Ordinal);
        Assert.EndsWith("targets: 1 changed\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_WithAFaultyPlan_Exits1_AndSaysWhichAndWhy()
    {
        var (exitCode, output, _) = await CommandProcess.RunAsync(Nothing, "plan", "diff", Shipped, Copy("B06;643;84;84;168", "B06;643;84;84;"));

        Assert.Equal(1, exitCode);
        Assert.StartsWith(folder.FullName + ":\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_AgainstTheStoredVersions_TellsWhatResultsWouldBe()
    {
        await using var database = await TestDatabase.CreateAsync(TestContext.Current.CancellationToken);
        var settings = HostBench.Settings(database, Path.Combine(folder.FullName, "host"));
        var changed = Copy("B06;643;84;84;168", "B06;643;80;84;168");
        await CommandProcess.RunAsync(settings, "plan", "apply", Shipped);

        var alone = await CommandProcess.RunAsync(settings, "plan", "diff", changed, "--results", "2020-W1", "2020");
        var same = await CommandProcess.RunAsync(settings, "plan", "diff", "1", Shipped);
        var missing = await CommandProcess.RunAsync(settings, "plan", "diff", "7", Shipped);

        Assert.Equal((0, ""), (alone.ExitCode, alone.Errors));
        Assert.StartsWith($"version 1 → {changed}\n", alone.Output, StringComparison.Ordinal);
        Assert.Contains("Kết quả 2020-W1 (đợt 1 năm 2020) nếu theo kế hoạch sau:", alone.Output, StringComparison.Ordinal);
        Assert.Contains("Kết quả 2020 (năm 2020) nếu theo kế hoạch sau:", alone.Output, StringComparison.Ordinal);
        Assert.Equal((0, $"version 1 → {Shipped}\nThe same content.\n"), (same.ExitCode, same.Output));
        Assert.Equal((1, "fault: Plan 'dak-lak-2020' has no version 7.\n"), (missing.ExitCode, missing.Errors));
    }

    private string Copy(string found, string replacement)
    {
        foreach (var file in Directory.EnumerateFiles(Shipped))
        {
            File.WriteAllText(Path.Combine(folder.FullName, Path.GetFileName(file)), File.ReadAllText(file).Replace(found, replacement, StringComparison.Ordinal));
        }

        return folder.FullName;
    }
}
