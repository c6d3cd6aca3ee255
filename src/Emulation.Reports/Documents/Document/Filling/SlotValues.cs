using Emulation.Reports.Documents.Places;

namespace Emulation.Reports.Documents.Document.Filling;

/// <summary>What a report puts into the slots of a template, or of one repetition inside it. Text only: looks belong to the template.</summary>
public sealed class SlotValues
{
    private readonly Dictionary<string, IReadOnlyList<Phrase>> lines = [];
    private readonly List<string> given = [];
    private readonly Dictionary<string, IReadOnlyList<SlotValues>> items = [];

    /// <summary>Every tag that has been given a value, in ordinal order.</summary>
    public IEnumerable<string> Tags => lines.Keys.Concat(items.Keys).Order(StringComparer.Ordinal);

    public SlotValues Text(string tag, Phrase text) => Lines(tag, [text]);

    public SlotValues Lines(string tag, IReadOnlyList<string> values) => Lines(tag, [.. values.Select(value => (Phrase)value)]);

    public SlotValues Lines(string tag, IReadOnlyList<Phrase> values)
    {
        given.Add(tag);
        lines.Add(tag, values);
        return this;
    }

    public SlotValues Items(string tag, IEnumerable<SlotValues> values)
    {
        given.Add(tag);
        items.Add(tag, [.. values]);
        return this;
    }

    /// <exception cref="KeyNotFoundException">The report gave the slot nothing: a fault of the program, not of the template.</exception>
    internal IReadOnlyList<string> LinesOf(string tag) => [.. PhrasesOf(tag).Select(phrase => phrase.Text)];

    /// <exception cref="KeyNotFoundException">The report gave the slot nothing.</exception>
    internal IReadOnlyList<Phrase> PhrasesOf(string tag) => lines.TryGetValue(tag, out var found) ? found : throw new KeyNotFoundException($"No text for slot '{tag}'.");

    /// <exception cref="KeyNotFoundException">The report gave the slot nothing.</exception>
    internal IReadOnlyList<SlotValues> ItemsOf(string tag) => items.TryGetValue(tag, out var found) ? found : throw new KeyNotFoundException($"No items for slot '{tag}'.");

    /// <summary>The cells of a row, from left to right, those of repeated columns in their place.</summary>
    internal IEnumerable<Phrase> Cells() => given.SelectMany(tag => lines.TryGetValue(tag, out var found) ? [Phrase.Join("\n", found)] : items[tag].SelectMany(item => item.Cells()));
}
