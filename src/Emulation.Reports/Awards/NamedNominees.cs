using Emulation.Plan;

namespace Emulation.Reports.Awards;

/// <summary>Nominees by name: which rows speak of one person or collective.</summary>
internal sealed class NamedNominees(IReadOnlyList<Nominee> nominees)
{
    private readonly ILookup<(bool, string), Nominee> byName = nominees.ToLookup(one => (one.IsCollective, NameKey.Of(one.Name)));

    /// <summary>The other rows of the same person: in the same unit unless both birthdays are known and differ, in another unit only if they are known and the same.</summary>
    public IEnumerable<Nominee> OthersOf(Nominee nominee) =>
        byName[(nominee.IsCollective, NameKey.Of(nominee.Name))].Where(other => other.Key != nominee.Key && IsSame(nominee, other));

    private static bool IsSame(Nominee one, Nominee other) => one.Unit == other.Unit
        ? one.BornOn is null || other.BornOn is null || one.BornOn == other.BornOn
        : one.BornOn is not null && one.BornOn == other.BornOn;
}
