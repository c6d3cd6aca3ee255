using Emulation.Plan;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>Everything the invented officers put into the share in the plan year, in order of time. The same plan and seed give the same bytes.</summary>
/// <param name="Drops">In order of time, then folder, then name.</param>
/// <param name="Forgotten">What is owed and never comes.</param>
public sealed record YearScenario(IReadOnlyList<DemoDrop> Drops, IReadOnlyList<Assignment> Forgotten)
{
    /// <summary>The files a person dropped: each must get exactly one receipt.</summary>
    public int Dropped => Drops.Count(drop => drop.IsDropped);

    public static YearScenario Of(EmulationPlan plan, int seed)
    {
        var dice = new Dice(seed);
        var stories = new Stories(plan, dice).Tell();
        var teller = new StoryTeller(plan, dice);
        var drops = stories.Where(story => story.Value is not null)
            .SelectMany(story => teller.DropsOf(story.Key, story.Value!.Value))
            .Concat(teller.Strays())
            .OrderBy(drop => drop.At)
            .ThenBy(drop => drop.Folder, StringComparer.Ordinal)
            .ThenBy(drop => drop.FileName, StringComparer.Ordinal);
        return new YearScenario([.. drops], [.. stories.Where(story => story.Value is null).Select(story => story.Key)]);
    }
}
