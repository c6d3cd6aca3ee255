namespace Emulation.Reports.Documents.Document.Filling;

/// <summary>What a report puts into the slots of a template, or of one repetition inside it. Text only: looks belong to the template.</summary>
public sealed class SlotValues
{
    private readonly Dictionary<string, IReadOnlyList<string>> lines = [];
    private readonly Dictionary<string, IReadOnlyList<SlotValues>> items = [];

    /// <summary>Every tag that has been given a value, in ordinal order.</summary>
    public IEnumerable<string> Tags => lines.Keys.Concat(items.Keys).Order(StringComparer.Ordinal);

    public SlotValues Text(string tag, string text) => Lines(tag, [text]);

    public SlotValues Lines(string tag, IReadOnlyList<string> values)
    {
        lines.Add(tag, values);
        return this;
    }

    public SlotValues Items(string tag, IEnumerable<SlotValues> values)
    {
        items.Add(tag, [.. values]);
        return this;
    }

    /// <exception cref="KeyNotFoundException">The report gave the slot nothing: a fault of the program, not of the template.</exception>
    internal IReadOnlyList<string> LinesOf(string tag) => lines.TryGetValue(tag, out var found) ? found : throw new KeyNotFoundException($"No text for slot '{tag}'.");

    /// <exception cref="KeyNotFoundException">The report gave the slot nothing.</exception>
    internal IReadOnlyList<SlotValues> ItemsOf(string tag) => items.TryGetValue(tag, out var found) ? found : throw new KeyNotFoundException($"No items for slot '{tag}'.");
}
