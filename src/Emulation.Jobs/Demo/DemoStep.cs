using Emulation.Jobs.Demo.Scenario;
using Emulation.Plan;
using Emulation.Plan.Calendar;

namespace Emulation.Jobs.Demo;

/// <summary>One instant of the year at which something happens.</summary>
/// <param name="Drops">Numbers (0-based) of the files dropped then.</param>
/// <param name="Schedules">The schedules with a slot then.</param>
public sealed record DemoStep(DateTimeOffset At, IReadOnlyList<int> Drops, IReadOnlyList<string> Schedules)
{
    /// <summary>All instants of the year in order, from the first of the plan's first day (a look at an empty share) to <paramref name="until"/>, inclusive.</summary>
    public static IReadOnlyList<DemoStep> Of(EmulationPlan plan, YearScenario scenario, DateOnly until)
    {
        var start = plan.TimeZone.InstantOf(plan.YearPeriod.From, TimeOnly.MinValue);
        var end = plan.TimeZone.InstantOf(until.AddDays(1), TimeOnly.MinValue);
        var beginning = new[] { (At: start, Drop: (int?)null, Schedule: (string?)null) };
        var drops = scenario.Drops.Select((drop, number) => (drop.At, Drop: (int?)number, Schedule: (string?)null));
        var slots = ScheduledSlots.Between(plan, start, end).Select(slot => (At: slot.SlotAt, Drop: (int?)null, Schedule: (string?)slot.Schedule));
        return
        [
            .. beginning.Concat(drops).Concat(slots).Where(happening => happening.At >= start && happening.At < end).GroupBy(happening => happening.At).OrderBy(step => step.Key)
                .Select(step => new DemoStep(
                    step.Key,
                    [.. step.Select(happening => happening.Drop).OfType<int>()],
                    [.. step.Select(happening => happening.Schedule).OfType<string>().Distinct()])),
        ];
    }
}
