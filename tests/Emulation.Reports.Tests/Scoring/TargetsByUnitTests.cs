using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Tests.Scoring;

/// <summary>What the plan adds up against the province's targets is what scoring asks of each unit: the two look-ups agree.</summary>
public sealed class TargetsByUnitTests
{
    private const int RandomPlans = 300;

    [Fact]
    public void Find_InRandomPlans_GivesWhatScoringAsksFor()
    {
        var (found, decided, fromWaves) = (0, 0, 0);
        foreach (var plan in Enumerable.Range(0, RandomPlans).Select(seed => RandomCase.Of(seed).Plan))
        {
            found += Compared(plan);
            decided += plan.Exemptions.Count;
            fromWaves += plan.Units.Count(unit => unit.PartOf(plan.YearPeriod) is not null);
        }

        Assert.True(found > 1_000 && decided > 100 && fromWaves > 100, $"{found} targets, {decided} decisions, {fromWaves} units of a part of the year");
    }

    [Theory]
    [InlineData("dak-lak-2020")]
    [InlineData("dak-lak-2025")]
    public void Find_InAShippedPlan_GivesWhatScoringAsksFor(string name)
    {
        var plan = PlanFolder.Load(Path.Combine(SamplePlanFolder, name)).Plan!;

        Assert.True(Compared(plan) > 500);
    }

    private static string SamplePlanFolder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!Directory.Exists(Path.Combine(folder!.FullName, "plans")))
            {
                folder = folder.Parent;
            }

            return Path.Combine(folder.FullName, "plans");
        }
    }

    private static int Compared(EmulationPlan plan)
    {
        var (byUnit, found) = (new TargetsByUnit(plan), 0);
        foreach (var period in plan.Periods.Where(period => period.Kind != PeriodKind.Month))
        {
            var book = new TargetBook(plan, RunSpan.Of(plan, period));
            foreach (var (unit, indicator) in plan.Units.SelectMany(unit => plan.Indicators.Select(indicator => (unit, indicator))))
            {
                var (scored, added) = (book.Find(unit, indicator), byUnit.Find(unit, indicator, period));

                Assert.Equal(Text(scored), added is null ? "–" : Text(new UnitTarget(added.Value, added.Date, added.ExemptReason)));
                if (scored is { Assigned: { } assigned })
                {
                    Assert.Equal(assigned, added!.Assigned);
                }

                found += scored is null ? 0 : 1;
            }
        }

        return found;
    }

    private static string Text(UnitTarget? target) => target is null ? "–" : $"{target.Value} {target.Date} {target.ExemptReason}";
}
