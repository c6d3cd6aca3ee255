using System.Globalization;

namespace Emulation.Plan;

/// <summary>Units named in a sentence that must stay short.</summary>
internal static class NamedUnits
{
    /// <summary>The short names of the first <paramref name="most"/> units, and how many others there are, in Vietnamese.</summary>
    public static string Of(IReadOnlyList<Unit> units, int most)
    {
        var named = string.Join(", ", units.Take(most).Select(unit => unit.ShortName));
        return units.Count > most
            ? Texts.Get("AndOthers", Texts.Vietnamese, [named, (units.Count - most).ToString(CultureInfo.InvariantCulture)])
            : named;
    }
}
