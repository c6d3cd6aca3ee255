using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Emulation.Plan.Files;

namespace Emulation.Plan.Comparison;

/// <summary>The properties of a value as named texts. Read from the type itself, so that a property added to a plan's values is compared from its first day.</summary>
internal static partial class ItemFields
{
    /// <param name="value">A record of the plan.</param>
    /// <param name="without">Properties that are items of their own, or say only the place in a list.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(object value, params string[] without) => [.. FieldsOf(value, without)];

    /// <summary>A single value as text; null if it is empty or not a single value.</summary>
    public static string? TextOf(object? value) => value switch
    {
        null or "" => null,
        string text => text,
        bool yes => yes ? "yes" : "no",
        decimal number => number.ToText(),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        TimeZoneInfo zone => zone.Id,
        Enum word => Words(word.ToString()),
        IndicatorCheck check => (check.Kind == CheckKind.AtMost ? "<=" : ">=") + check.Other,
        ScoreBand band => BandText(band),
        ValueType single => Convert.ToString(single, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(object value, string[] without) =>
        value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && !without.Contains(property.Name))
            .SelectMany(property => FieldsOf(Words(property.Name), property.GetValue(value)));

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(string name, object? value) => value switch
    {
        null or "" => [],
        _ when TextOf(value) is { } text => [new(name, text)],
        IEnumerable list => OfList(name, [.. list.Cast<object>()]),
        _ => FieldsOf(value, []).Select(field => new KeyValuePair<string, string>($"{name} {field.Key}", field.Value)),
    };

    private static IEnumerable<KeyValuePair<string, string>> OfList(string name, IReadOnlyList<object> values) =>
        values.Count == 0 ? []
        : values.All(value => TextOf(value) is not null) ? [new(name, string.Join(" | ", values.Select(TextOf)))]
        : values.SelectMany((value, index) => FieldsOf($"{name} {NameOf(value) ?? (index + 1).ToInvariant()}", value));

    /// <summary>The code by which an item of a list is known; null if it has none.</summary>
    private static string? NameOf(object value) => value switch
    {
        DutyOccurrence occurrence => occurrence.Period.Code.Value,
        LatenessBand band => band.MaxDaysLate.ToInvariant(),
        _ => TextOf(value.GetType().GetProperty("Code")?.GetValue(value)),
    };

    private static string BandText(ScoreBand band)
    {
        var from = band.From is { } least ? (band.FromInclusive ? "from " : "above ") + least.ToText() : null;
        var to = band.To is { } most ? (band.ToInclusive ? "to " : "below ") + most.ToText() : null;
        return $"{string.Join(' ', new[] { from, to }.OfType<string>())}: {band.Factor.ToText()}";
    }

    private static string Words(string name) => WordStart().Replace(name, "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
