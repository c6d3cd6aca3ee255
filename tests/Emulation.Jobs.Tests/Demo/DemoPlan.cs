using Emulation.Jobs.Tests.Hosting;
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

    public static string Folder => Checkout.Path("plans/dak-lak-2020");
}
