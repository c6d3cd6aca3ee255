using Emulation.Plan;

namespace Emulation.Reports.Awards;

/// <summary>What a quota is counted over.</summary>
/// <param name="Proposed">People proposed for the limited title.</param>
/// <param name="Base">People who reach the title the quota is a share of.</param>
/// <param name="Allowed">Whole people, by the rule's rounding.</param>
public sealed record QuotaCount(int Proposed, int Base, int Allowed);

/// <summary>People proposed, by how they work.</summary>
/// <param name="Direct">People who work directly (người trực tiếp lao động, công tác).</param>
/// <param name="Blank">People of whom the file does not say.</param>
public sealed record DirectWorkers(int Direct, int Leaders, int Blank)
{
    /// <summary>Per cent of those of whom the file says, 2 places; null if it says of none.</summary>
    public decimal? Share => Direct + Leaders == 0 ? null : Math.Round(100m * Direct / (Direct + Leaders), 2, MidpointRounding.AwayFromZero);

    /// <summary>Whether direct workers are at least so many per cent of all; null while those of whom the file does not say could decide it.</summary>
    public bool? Reaches(decimal percent)
    {
        var needed = percent * (Direct + Leaders + Blank) / 100m;
        return Direct >= needed && Direct + Leaders > 0 ? true : Direct + Blank < needed ? false : null;
    }
}

/// <summary>Counts people over a unit, a block or the whole plan.</summary>
internal sealed class AwardPools(EmulationPlan plan, IReadOnlyList<Nominee> nominees, ReachedTitles reached)
{
    private readonly Dictionary<(string Rule, string Pool), QuotaCount> counts = [];
    private readonly Dictionary<UnitCode, string> blocks = plan.Units.ToDictionary(unit => unit.Code, unit => unit.Block);

    /// <summary>The same for everybody of a pool, so it is counted once.</summary>
    public QuotaCount Of(AwardRule rule, Nominee nominee)
    {
        var pool = rule.Pool switch { AwardPool.Unit => nominee.Unit.Value, AwardPool.Block => blocks.GetValueOrDefault(nominee.Unit), _ => null };
        return counts.TryGetValue((rule.Code, pool ?? ""), out var known) ? known : counts[(rule.Code, pool ?? "")] = Count(rule, [.. PoolOf(rule.Pool, nominee)]);
    }

    /// <summary>Direct workers, leaders and those of whom the file does not say.</summary>
    public DirectWorkers Workers(AwardRule rule, Nominee nominee)
    {
        var people = PoolOf(rule.Pool, nominee).Where(one => !one.IsCollective).ToList();
        return new DirectWorkers(people.Count(one => one.IsDirectWorker == true), people.Count(one => one.IsDirectWorker == false), people.Count(one => one.IsDirectWorker is null));
    }

    private QuotaCount Count(AwardRule rule, List<Nominee> pool)
    {
        var proposed = pool.Count(one => !one.IsCollective && rule.Titles.Any(title => IsProposedFor(one, title)));
        var holders = pool.GroupBy(one => one.Unit).Sum(unit => Reached([.. unit], rule));
        var share = rule.Limit!.Value * holders / 100m;
        return new QuotaCount(proposed, holders, (int)(rule.Rounding switch
        {
            QuotaRounding.Down => Math.Floor(share),
            QuotaRounding.Up => Math.Ceiling(share),
            _ => Math.Round(share, MidpointRounding.AwayFromZero),
        }));
    }

    private IEnumerable<Nominee> PoolOf(AwardPool pool, Nominee nominee) => pool switch
    {
        AwardPool.Unit => nominees.Where(one => one.Unit == nominee.Unit),
        AwardPool.Block => nominees.Where(one => blocks.GetValueOrDefault(one.Unit) == blocks.GetValueOrDefault(nominee.Unit)),
        _ => nominees,
    };

    /// <summary>What the unit states of its collective; if it states nothing, its listed people. Whoever is proposed for the limited title reaches the lower one too, unless the law bars him from it.</summary>
    private int Reached(List<Nominee> unit, AwardRule rule)
    {
        var listed = unit
            .Where(one => !one.IsCollective && (IsProposedFor(one, rule.Of!) || rule.Titles.Any(title => IsProposedFor(one, title))) && reached.IsOpenTo(rule.Of!, one))
            .CountBy(one => (NameKey.Of(one.Name), one.BornOn))
            .Count();
        var stated = unit.Where(one => one.IsCollective).Max(one => rule.Of == AwardBook.EmulationFighter ? one.EmulationFighters : one.AdvancedWorkers) ?? 0;
        return Math.Max(listed, stated);
    }

    private bool IsProposedFor(Nominee one, string title) =>
        plan.Awards.Find(one.Title, one.IsCollective)?.Code == title || plan.Awards.Find(one.Commendation, one.IsCollective)?.Code == title;
}
