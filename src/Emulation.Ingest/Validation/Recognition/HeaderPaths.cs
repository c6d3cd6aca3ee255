using Emulation.Ingest.Parsing.Workbooks;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>The headings of each column from top to bottom. A heading merged over several columns stands in the first of them and belongs to all of them.</summary>
internal static class HeaderPaths
{
    /// <summary>By the blanks: a heading belongs to all blank columns on its right that have a heading below, as it does itself.</summary>
    public static IReadOnlyList<IReadOnlyList<HeadText>> Of(IReadOnlyList<HeadRow> rows)
    {
        var paths = Empty(rows, 0);
        for (var index = 0; index < rows.Count; index++)
        {
            var below = rows.Skip(index + 1).SelectMany(row => row.Texts.Select(text => text.Column)).ToHashSet();
            AddRow(paths, rows[index], below);
        }

        return paths;
    }

    /// <summary>By the merged ranges: a heading belongs to the columns it is merged over, and to no other.</summary>
    public static IReadOnlyList<IReadOnlyList<HeadText>> Of(IReadOnlyList<HeadRow> rows, IReadOnlyList<MergedRange> merges)
    {
        var inHead = merges.Where(merge => merge.LastRow >= rows[0].Number && merge.FirstRow <= rows[^1].Number).ToList();
        var paths = Empty(rows, inHead.Select(merge => merge.LastColumn).DefaultIfEmpty().Max());
        foreach (var text in rows.SelectMany(row => row.Texts))
        {
            var merge = inHead.FirstOrDefault(merge => merge.FirstRow == text.Row && merge.FirstColumn == text.Column);
            var last = merge.LastColumn == 0 ? text.Column : merge.LastColumn;
            for (var column = text.Column; column <= last; column++)
            {
                paths[column - 1].Add(text);
            }
        }

        return paths;
    }

    private static List<HeadText>[] Empty(IReadOnlyList<HeadRow> rows, int least)
    {
        var width = rows.Max(row => row.Texts.Count == 0 ? 0 : row.Texts[^1].Column);
        return [.. Enumerable.Range(0, Math.Max(width, least)).Select(_ => new List<HeadText>())];
    }

    private static void AddRow(List<HeadText>[] paths, HeadRow row, HashSet<int> below)
    {
        for (var index = 0; index < row.Texts.Count; index++)
        {
            var text = row.Texts[index];
            var column = text.Column;
            paths[column - 1].Add(text);
            var end = index + 1 < row.Texts.Count ? row.Texts[index + 1].Column : paths.Length + 1;
            for (var next = column + 1; next < end && below.Contains(next) && below.Contains(column); next++)
            {
                paths[next - 1].Add(text);
            }
        }
    }
}
