using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Emulation.Reports.Scoring;

/// <summary>The values a line of a score card used, by name, in ordinal order of the names. A handful each, so they are searched and not hashed.</summary>
public sealed class InputDictionary : IReadOnlyDictionary<string, string>
{
    private readonly KeyValuePair<string, string>[] pairs;

    private InputDictionary(KeyValuePair<string, string>[] pairs)
    {
        this.pairs = pairs;
    }

    public int Count => pairs.Length;

    public IEnumerable<string> Keys => pairs.Select(pair => pair.Key);

    public IEnumerable<string> Values => pairs.Select(pair => pair.Value);

    /// <exception cref="KeyNotFoundException">The line used no such value.</exception>
    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    /// <summary>The inputs of those names that have a text.</summary>
    public static InputDictionary Of(params ReadOnlySpan<(string Name, string? Text)> inputs)
    {
        var known = 0;
        var pairs = new KeyValuePair<string, string>[inputs.Length];
        foreach (var (name, text) in inputs)
        {
            if (text is not null)
            {
                Insert(pairs, known++, new(name, text));
            }
        }
        return new InputDictionary(known == pairs.Length ? pairs : pairs[..known]);
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        foreach (var pair in pairs)
        {
            if (pair.Key == key)
            {
                value = pair.Value;
                return true;
            }
        }
        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)pairs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => pairs.GetEnumerator();

    private static void Insert(KeyValuePair<string, string>[] pairs, int known, KeyValuePair<string, string> added)
    {
        var place = known;
        while (place > 0 && string.CompareOrdinal(pairs[place - 1].Key, added.Key) > 0)
        {
            pairs[place] = pairs[place - 1];
            place--;
        }
        pairs[place] = added;
    }
}
