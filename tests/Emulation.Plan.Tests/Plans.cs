using Emulation.Plan.Files;

namespace Emulation.Plan.Tests;

/// <summary>The shipped plan, for tests.</summary>
internal static class Plans
{
    private static readonly Lazy<EmulationPlan> Loaded = new(static () => PlanFolder.Load(DakLakFolder!).Plan!);

    /// <summary>plans/dak-lak-2020 of the repository the tests were built from.</summary>
    public static string DakLakFolder { get; } = FindUp("plans/dak-lak-2020");

    public static EmulationPlan DakLak => Loaded.Value;

    /// <summary>The shipped scoring.yaml twice over, as two dated rule sets: the second one has a code of its own and takes points from B03 to B02.</summary>
    public static string TwoRuleSets(string firstTo, string secondFrom)
    {
        var set = PlanFolder.Content(DakLakFolder).Files[PlanFiles.Scoring];
        var second = set.Replace("code: RS-2020-DEMO", "code: RS-2020-B", StringComparison.Ordinal)
            .Replace("indicator: B02, points: 4", "indicator: B02, points: 5", StringComparison.Ordinal)
            .Replace("indicator: B03, points: 2", "indicator: B03, points: 1", StringComparison.Ordinal);
        return $"rule-sets:\n  -\n{Indented(set)}    to: {firstTo}\n  -\n{Indented(second)}    from: {secondFrom}\n";
    }

    private static string Indented(string text) => string.Concat(text.Split('\n').Where(line => line.Length > 0).Select(line => $"    {line}\n"));

    private static string FindUp(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, path)))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        throw new DirectoryNotFoundException(path);
    }
}
