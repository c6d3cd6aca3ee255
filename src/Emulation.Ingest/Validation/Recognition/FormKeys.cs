using System.Runtime.CompilerServices;
using Emulation.Ingest.Forms;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>The headings of a form by key: the last heading of a column decides, then the whole path, then the heading above.</summary>
internal sealed class FormKeys
{
    private static readonly ConditionalWeakTable<FormDefinition, FormKeys> Known = [];
    private static readonly Lazy<HashSet<string>> All = new(() => [.. FormCatalogue.All.SelectMany(form => Of(form).columns.Keys)]);
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    private FormKeys(FormDefinition form)
    {
        for (var index = 0; index < form.Columns.Count; index++)
        {
            var column = form.Columns[index];
            foreach (var heading in column.Synonyms.Prepend(column.Header))
            {
                columns.TryAdd(TextKey.Of(heading), index);
            }

            if (column.Group is not null)
            {
                columns.TryAdd(TextKey.Of(column.Group + " " + column.Header), index);
            }
        }
    }

    public static FormKeys Of(FormDefinition form) => Known.GetValue(form, one => new FormKeys(one));

    /// <summary>True if one of the row's texts is a heading of any form.</summary>
    public static bool AnyKnows(HeadRow row) => row.Texts.Any(text => All.Value.Contains(text.Key));

    public int? Find(IReadOnlyList<HeadText> path)
    {
        if (columns.TryGetValue(path[^1].Key, out var index))
        {
            return index;
        }

        return path.Count > 1
            && (columns.TryGetValue(string.Join(' ', path.Select(text => text.Key)), out index) || columns.TryGetValue(path[^2].Key, out index))
            ? index
            : null;
    }
}
