using System.Text.RegularExpressions;

namespace Emulation.Plan;

/// <summary>What a name in a file stands for.</summary>
public abstract record UnitMatch
{
    private UnitMatch()
    {
    }

    /// <summary>The one unit that is meant, there or gone; null if none or several are.</summary>
    public Unit? One => this switch
    {
        Found found => found.Unit,
        Gone gone => gone.Unit,
        _ => null,
    };

    /// <summary>Exactly one unit.</summary>
    public sealed record Found(Unit Unit) : UnitMatch;

    /// <summary>The name does not decide; a person must. At least one candidate, in plan order.</summary>
    public sealed record Ambiguous(IReadOnlyList<Unit> Units) : UnitMatch;

    /// <summary>The whole official name of a unit that is not there at that date: it ended, or has not begun.</summary>
    public sealed record Gone(Unit Unit) : UnitMatch;

    /// <summary>No unit of the plan at that date.</summary>
    public sealed record Unknown : UnitMatch;
}

/// <summary>The names of a plan's units at a date, and what a written name stands for. Never guesses: near neighbours (Krông Búk, Krông Bông) are other names.</summary>
/// <remarks>In order: the code; the whole official name of a unit that is gone; the exact key of a name or alias; the key without marks, apostrophes and spaces if only one unit has it. The beginning of several names is ambiguous.</remarks>
public sealed partial class UnitNames
{
    private static readonly string[][] Forewords =
    [
        ["phong", "tu", "phap"], ["ptp"], ["uy", "ban", "nhan", "dan"], ["ubnd"],
        ["huyen"], ["h."], ["thi", "xa"], ["tx."], ["tx"], ["thanh", "pho"], ["tp."], ["tp"],
    ];

    private readonly IReadOnlyList<Unit> units;
    private readonly DateOnly asOf;
    private readonly ILookup<string, Unit> byKey;
    private readonly ILookup<string, Unit> byLooseKey;
    private readonly ILookup<string, Unit> byCode;
    private readonly ILookup<string, Unit> goneByName;
    private readonly string place;

    /// <param name="plan">The plan whose units are meant.</param>
    /// <param name="asOf">The date at which the name was used: units outside their validity are not meant.</param>
    public UnitNames(EmulationPlan plan, DateOnly asOf)
    {
        units = [.. plan.Units.Where(unit => unit.ExistsOn(asOf))];
        this.asOf = asOf;
        place = plan.Issuer.Place;
        var official = units.SelectMany(unit => NamesOn(unit, asOf).Select(NameKey.Of)).ToHashSet();
        goneByName = plan.Units.Where(unit => !unit.ExistsOn(asOf) && !official.Contains(NameKey.Of(unit.Name))).ToLookup(unit => NameKey.Of(unit.Name));
        byCode = units.SelectMany(unit => CodesOn(unit, asOf).Select(code => (Code: NameKey.Of(code), Unit: unit))).Distinct().ToLookup(code => code.Code, code => code.Unit);
        var names = units.SelectMany(unit => NamesOn(unit, asOf).Select(name => (Key: KeyOf(name, place), Unit: unit))).Distinct().ToList();
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

        return Only(byCode[NameKey.Of(text)]) ?? Gone(text) ?? Only(byKey[key]) ?? Only(byLooseKey[Loose(key)]) ?? Beginning(key);
    }

    /// <summary>All names of a unit that files may use and that hold as long as it exists.</summary>
    public static IEnumerable<string> NamesOf(Unit unit) => [unit.Name, unit.ShortName, .. unit.Aliases];

    /// <summary>All names of a unit that files may use on a day.</summary>
    public static IEnumerable<string> NamesOn(Unit unit, DateOnly day) =>
        NamesOf(unit.NamedOn(day)).Concat(unit.DatedNames.Where(name => name.Kind == UnitNameKind.Alias && name.Holds(day)).Select(name => name.Name));

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

    private static IEnumerable<string> CodesOn(Unit unit, DateOnly day) =>
        unit.OtherCodes.Where(code => code.Holds(day)).Select(code => code.Code).Prepend(unit.Code.Value);

    private UnitMatch.Gone? Gone(string text) => goneByName[NameKey.Of(text)].ToList() is [var one] ? new UnitMatch.Gone(one) : null;

    private static UnitMatch? Only(IEnumerable<Unit> found) => found.ToList() switch
    {
        [] => null,
        [var one] => new UnitMatch.Found(one),
        var several => new UnitMatch.Ambiguous(several),
    };

    private UnitMatch Beginning(string key)
    {
        var begun = units.Where(unit => NamesOn(unit, asOf).Any(name => KeyOf(name, place).StartsWith(key + " ", StringComparison.Ordinal))).ToList();
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
