using System.Text.RegularExpressions;

namespace Emulation.Plan;

/// <summary>What a name in a file stands for.</summary>
public abstract record UnitMatch
{
    private UnitMatch()
    {
    }

    /// <summary>Exactly one unit.</summary>
    public sealed record Found(Unit Unit) : UnitMatch;

    /// <summary>The name does not decide; a person must. At least one candidate, in plan order.</summary>
    public sealed record Ambiguous(IReadOnlyList<Unit> Units) : UnitMatch;

    /// <summary>No unit of the plan at that date.</summary>
    public sealed record Unknown : UnitMatch;
}

/// <summary>The names of a plan's units at a date, and what a written name stands for. Never guesses: near neighbours (Krông Búk, Krông Bông) are other names.</summary>
/// <remarks>In order: the code; the exact key of a name or alias; the key without marks, apostrophes and spaces if only one unit has it. The beginning of several names is ambiguous.</remarks>
public sealed partial class UnitNames
{
    private static readonly string[][] Forewords =
    [
        ["phong", "tu", "phap"], ["ptp"], ["uy", "ban", "nhan", "dan"], ["ubnd"],
        ["huyen"], ["h."], ["thi", "xa"], ["tx."], ["tx"], ["thanh", "pho"], ["tp."], ["tp"],
    ];

    private readonly IReadOnlyList<Unit> units;
    private readonly ILookup<string, Unit> byKey;
    private readonly ILookup<string, Unit> byLooseKey;
    private readonly string place;

    /// <param name="plan">The plan whose units are meant.</param>
    /// <param name="asOf">The date at which the name was used: units outside their validity are not meant.</param>
    public UnitNames(EmulationPlan plan, DateOnly asOf)
    {
        units = [.. plan.Units.Where(unit => (unit.ValidFrom is null || unit.ValidFrom <= asOf) && (unit.ValidTo is null || unit.ValidTo >= asOf))];
        place = plan.Issuer.Place;
        var names = units.SelectMany(unit => NamesOf(unit).Select(name => (Key: KeyOf(name, place), Unit: unit))).Distinct().ToList();
        byKey = names.ToLookup(name => name.Key, name => name.Unit);
        byLooseKey = names.Select(name => (Key: Loose(name.Key), name.Unit)).Distinct().ToLookup(name => name.Key, name => name.Unit);
    }

    /// <summary>What <paramref name="text"/> stands for in that plan at that date.</summary>
    public static UnitMatch Match(EmulationPlan plan, string text, DateOnly asOf) => new UnitNames(plan, asOf).Match(text);

    /// <summary>What <paramref name="text"/> stands for.</summary>
    public UnitMatch Match(string text)
    {
        var key = KeyOf(text, place);
        if (key.Length == 0)
        {
            return new UnitMatch.Unknown();
        }

        return ByCode(text) ?? Only(byKey[key]) ?? Only(byLooseKey[Loose(key)]) ?? Beginning(key);
    }

    /// <summary>All names of a unit that files may use.</summary>
    public static IEnumerable<string> NamesOf(Unit unit) => [unit.Name, unit.ShortName, .. unit.Aliases];

    /// <summary>The key by which unit names are compared: without "Phòng Tư pháp", "huyện", "TX." and the like before it, and without the province after it.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="province">The province whose name may follow, e.g. <c>Đắk Lắk</c>.</param>
    internal static string KeyOf(string name, string province)
    {
        var words = SpaceAfterPoint().Replace(NameKey.Of(name), "$1. ").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (Forewords.FirstOrDefault(foreword => BeginsWith(words, foreword)) is { } found)
        {
            words.RemoveRange(0, found.Length);
        }

        return WithoutProvince(string.Join(' ', words), NameKey.Of(province));
    }

    private UnitMatch? ByCode(string text)
    {
        var code = NameKey.Of(text);
        return Only(units.Where(unit => NameKey.Of(unit.Code.Value) == code));
    }

    private static UnitMatch? Only(IEnumerable<Unit> found) => found.ToList() switch
    {
        [] => null,
        [var one] => new UnitMatch.Found(one),
        var several => new UnitMatch.Ambiguous(several),
    };

    private UnitMatch Beginning(string key)
    {
        var begun = units.Where(unit => NamesOf(unit).Any(name => KeyOf(name, place).StartsWith(key + " ", StringComparison.Ordinal))).ToList();
        return begun.Count > 0 ? new UnitMatch.Ambiguous(begun) : new UnitMatch.Unknown();
    }

    private static string WithoutProvince(string key, string provinceKey)
    {
        foreach (var ending in new[] { ", tỉnh " + provinceKey, "-tỉnh " + provinceKey, " tỉnh " + provinceKey, ", " + provinceKey })
        {
            if (key.EndsWith(ending, StringComparison.Ordinal))
            {
                return key[..^ending.Length].TrimEnd(',', ' ');
            }
        }

        return key;
    }

    private static bool BeginsWith(List<string> words, string[] foreword) =>
        words.Count > foreword.Length && foreword.Select((word, index) => NameKey.WithoutMarks(words[index]) == word).All(same => same);

    private static string Loose(string key) => NameKey.WithoutMarks(key).Replace("'", "", StringComparison.Ordinal)
        .Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(h|tx|tp)\.\s*", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceAfterPoint();
}
