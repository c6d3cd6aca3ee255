using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Emulation.Reports.Scoring;

/// <summary>The values a line of a score card used, by name, in ordinal order of the names. A handful each, so they are searched and not hashed; a name without a text is not there.</summary>
public sealed class InputDictionary : IReadOnlyDictionary<string, string>
{
    private readonly InputNames names;
    private readonly string?[] texts;

    private InputDictionary(InputNames names, string?[] texts)
    {
        (this.names, this.texts) = (names, texts);
    }

    public int Count => texts.Count(text => text is not null);

    public IEnumerable<string> Keys => this.Select(pair => pair.Key);

    public IEnumerable<string> Values => this.Select(pair => pair.Value);

    /// <exception cref="KeyNotFoundException">The line used no such value.</exception>
    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    /// <param name="texts">One a name, in the order in which the names were given; null for a value that the line did not use.</param>
    public static InputDictionary Of(InputNames names, params ReadOnlySpan<string?> texts)
    {
        var ordered = new string?[texts.Length];
        for (var index = 0; index < texts.Length; index++)
        {
            ordered[names.PlaceOf(index)] = texts[index];
        }
        return new InputDictionary(names, ordered);
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var place = names.InOrder.IndexOf(key);
        value = place < 0 ? null : texts[place];
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var place = 0; place < texts.Length; place++)
        {
            if (texts[place] is { } text)
            {
                yield return new(names.InOrder[place], text);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The names under which all lines of one kind show their values, put in order once.</summary>
public sealed class InputNames
{
    private readonly int[] places;

    public InputNames(params IReadOnlyList<string> names)
    {
        InOrder = [.. names.Order(StringComparer.Ordinal)];
        places = [.. names.Select(name => InOrder.IndexOf(name))];
    }

    /// <summary>In ordinal order.</summary>
    public List<string> InOrder { get; }

    /// <summary>Where the name given at <paramref name="index"/> stands in order.</summary>
    public int PlaceOf(int index) => places[index];
}
