using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>Frozen inputs in, results out. Pure: the same plan and data give the same result, in any order of the data.</summary>
public static class ResultComputation
{
    public static RunResult Of(EmulationPlan plan, int planVersion, Period period, RunData data)
    {
        var computation = new RunComputation(plan, planVersion, period, data);
        var byUnit = data.Figures.GroupBy(figure => figure.Unit).ToList();
        Parallel.ForEach(byUnit, figures => computation.Add(figures.Key, [.. figures]));
        return computation.Complete();
    }
}
