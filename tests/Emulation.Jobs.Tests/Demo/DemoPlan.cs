using Emulation.Plan;
using Emulation.Plan.Files;

namespace Emulation.Jobs.Tests.Demo;

/// <summary>The plan of the repository, as the demo plays it.</summary>
internal static class DemoPlan
{
    public const int Seed = 2020;

    private static readonly Lazy<EmulationPlan> Loaded = new(() =>
        PlanFolder.Load(Folder).Plan ?? throw new InvalidOperationException("plans/dak-lak-2020 has faults."));

    public static EmulationPlan Plan => Loaded.Value;

    public static string Folder => Path.Combine(Root(), "plans", "dak-lak-2020");

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Emulation.Jobs.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
