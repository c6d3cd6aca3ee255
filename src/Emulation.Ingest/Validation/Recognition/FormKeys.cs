using System.Runtime.CompilerServices;
using Emulation.Ingest.Forms;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>The headings of a form by key: the whole path, then the last heading of a column, then the heading above.</summary>
internal sealed class FormKeys
{
    private static readonly ConditionalWeakTable<FormDefinition, FormKeys> Known = [];
    private static readonly Lazy<HashSet<string>> All = new(() => [.. FormCatalogue.All.SelectMany(form => Of(form).columns.Keys)]);
    private static readonly string[] OtherGroups = [.. FormCatalogue.Words.OtherGroups.Select(word => TextKey.Of(word))];
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> paths = new(StringComparer.Ordinal);

    private FormKeys(FormDefinition form)
    {
        for (var index = 0; index < form.Columns.Count; index++)
        {
            var column = form.Columns[index];
            foreach (var heading in column.Synonyms.Prepend(column.Header))
            {
                columns.TryAdd(TextKey.Of(heading), index);
                if (column.Group is { } group)
                {
                    paths.TryAdd(TextKey.Of(group + " " + heading), index);
                }
            }

            if (column.Group is not null)
            {
                columns.TryAdd(TextKey.Of(column.Group + " " + column.Header), index);
            }
        }
    }

    public static FormKeys Of(FormDefinition form) => Known.GetValue(form, one => new FormKeys(one));

    /// <summary>True if one of the row's texts is a heading of any form.</summary>
    public static bool AnyKnows(HeadRow row) => row.Texts.Any(text => All.Value.Contains(text.Key) || All.Value.Contains(KeyOf(text)));

    /// <summary>The column of the form that a path of headings means; null if none.</summary>
    /// <param name="isWhole">True if the path is the form's own, group and heading: it goes before a column that only ends alike.</param>
    public int? Find(IReadOnlyList<HeadText> path, out bool isWhole)
    {
        isWhole = path.Count > 1 && paths.ContainsKey($"{path[^2].Key} {KeyOf(path[^1])}");
        if (isWhole)
        {
            return paths[$"{path[^2].Key} {KeyOf(path[^1])}"];
        }

        if (path.SkipLast(1).Any(IsOtherGroup))
        {
            return null;
        }

        if (columns.TryGetValue(path[^1].Key, out var index) || columns.TryGetValue(KeyOf(path[^1]), out index))
        {
            return index;
        }

        return path.Count > 1
            && (columns.TryGetValue(string.Join(' ', path.Select(text => text.Key)), out index) || columns.TryGetValue(path[^2].Key, out index))
            ? index
            : null;
    }

    /// <summary>"Cùng kỳ năm trước", "Kế hoạch": what stands below is no figure of the period.</summary>
    private static bool IsOtherGroup(HeadText heading) =>
        Array.Exists(OtherGroups, group => heading.Key == group || heading.Key.StartsWith(group + " ", StringComparison.Ordinal));

    /// <summary>The heading's key without the measure in brackets behind it.</summary>
    private static string KeyOf(HeadText heading) =>
        HeadingMeasures.Split(heading.Text) is (var text, not null) ? TextKey.Of(text) : heading.Key;
}
