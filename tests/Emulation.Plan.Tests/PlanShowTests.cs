namespace Emulation.Plan.Tests;

/// <summary>The overview of the shipped plan, whole.</summary>
public sealed class PlanShowTests
{
    [Fact]
    public void Write_DakLakPlan_IsTheApprovedText()
    {
        var output = new StringWriter { NewLine = "\n" };

        PlanShow.Write(Plans.DakLak, output);

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plan-show.approved.txt")), output.ToString());
    }
}
