using System.Runtime.CompilerServices;
using Emulation.Ingest.Forms;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>The headings of a form by key: the last heading of a column decides, then the whole path, then the heading above.</summary>
internal sealed class FormKeys
{
    private static readonly ConditionalWeakTable<FormDefinition, FormKeys> Known = [];
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

    public int? Find(IReadOnlyList<string> path)
    {
        if (columns.TryGetValue(TextKey.Of(path[^1]), out var index) || columns.TryGetValue(TextKey.Of(string.Join(' ', path)), out index))
        {
            return index;
        }

        return path.Count > 1 && columns.TryGetValue(TextKey.Of(path[^2]), out index) ? index : null;
    }
}
