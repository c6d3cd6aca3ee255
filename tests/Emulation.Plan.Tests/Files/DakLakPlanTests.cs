using Emulation.Plan.Files;

namespace Emulation.Plan.Tests.Files;

/// <summary>The plan of the seeds, as shipped.</summary>
public sealed class DakLakPlanTests
{
    [Fact]
    public void Folder_AsShipped_HasNoFaults()
    {
        var reading = PlanFolder.Load(Plans.DakLakFolder);

        Assert.Empty(reading.Faults.Select(fault => fault.ToString()));
        Assert.NotNull(reading.Plan);
    }
}
