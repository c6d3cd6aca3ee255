using Emulation.Plan.Files;

namespace Emulation.Plan.Tests;

/// <summary>The shipped plan, for tests.</summary>
internal static class Plans
{
    private static readonly Lazy<EmulationPlan> Loaded = new(static () => PlanFolder.Load(DakLakFolder!).Plan!);

    /// <summary>plans/dak-lak-2020 of the repository the tests were built from.</summary>
    public static string DakLakFolder { get; } = FindUp("plans/dak-lak-2020");

    public static EmulationPlan DakLak => Loaded.Value;

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
