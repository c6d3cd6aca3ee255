using Emulation.Plan;
using Emulation.Plan.Files;

namespace Emulation.Jobs.Demo;

/// <summary>A plan folder read without faults.</summary>
/// <param name="Hash">SHA-256 of its content, in hex.</param>
public sealed record DemoPlanSource(string Path, EmulationPlan Plan, string Hash);

/// <summary>What a demo uses unless it is told otherwise.</summary>
public static class DemoSettings
{
    public const int DefaultSeed = 2020;

    /// <summary>Days after the year during which its last files and closings come.</summary>
    private const int DaysAfterTheYear = 15;

    private const string PlanName = "dak-lak-2020";

    /// <summary>The day after which nothing of the year is left to do.</summary>
    public static DateOnly LastDayOf(EmulationPlan plan) => plan.YearPeriod.To.AddDays(DaysAfterTheYear);

    /// <summary>The folder <c>demo</c> in the host's data folder.</summary>
    public static string DefaultDataFolder() =>
        Path.Combine(Environment.GetEnvironmentVariable("Emulation__Data__Path") ?? "data", "demo");

    /// <summary>The plan of the repository: under the working directory, or above the program.</summary>
    /// <exception cref="InvalidOperationException">It is in neither place.</exception>
    public static string FindPlanFolder()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (PlanUnder(folder) is { } found)
            {
                return found;
            }
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (PlanUnder(folder) is { } found)
            {
                return found;
            }
        }

        throw new InvalidOperationException($"The plan folder plans/{PlanName} was not found; name one with --plan.");
    }

    /// <exception cref="InvalidOperationException">The plan has faults; the first are named.</exception>
    public static DemoPlanSource ReadPlan(string path)
    {
        var reading = PlanFolder.Load(path);
        return reading.Plan is { } plan
            ? new DemoPlanSource(path, plan, Convert.ToHexStringLower(PlanFolder.Content(path).Hash))
            : throw new InvalidOperationException($"The plan in {path} has {reading.Faults.Count} faults; 'emulation plan check' names them.");
    }

    private static string? PlanUnder(DirectoryInfo folder)
    {
        var path = Path.Combine(folder.FullName, "plans", PlanName);
        return File.Exists(Path.Combine(path, "plan.yaml")) ? path : null;
    }
}
