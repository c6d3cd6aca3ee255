namespace Emulation.Ingest.Validation.Recognition;

/// <summary>The headings of each column from top to bottom. A heading merged over several columns stands in the first of them and belongs to all that have one below.</summary>
internal static class HeaderPaths
{
    public static IReadOnlyList<IReadOnlyList<HeadText>> Of(IReadOnlyList<HeadRow> rows)
    {
        var width = rows.Max(row => row.Texts.Count == 0 ? 0 : row.Texts[^1].Column);
        var paths = new List<HeadText>[width];
        for (var column = 0; column < width; column++)
        {
            paths[column] = [];
        }

        for (var index = 0; index < rows.Count; index++)
        {
            var below = rows.Skip(index + 1).SelectMany(row => row.Texts.Select(text => text.Column)).ToHashSet();
            AddRow(paths, rows[index], below);
        }

        return paths;
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
