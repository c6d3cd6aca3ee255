namespace Emulation.Ingest.PlanWorkbooks;

/// <summary>A line of a plan's CSV file as the cells of a row, and back. Pure; a line that cells cannot give back letter by letter stands whole in the first cell.</summary>
internal static class CsvCells
{
    private const char Separator = ';';

    /// <param name="columns">Columns of the header; a row never gives fewer fields.</param>
    public static IReadOnlyList<string> Split(string line, int columns)
    {
        var cells = FieldsOf(line);
        return Join(cells, columns) == line ? cells : [line];
    }

    /// <summary>The line that a row of cells stands for. A row with nothing but its first cell is that cell, as it is: a comment, or a line that could not be split.</summary>
    public static string Join(IReadOnlyList<string> cells, int columns)
    {
        var last = cells.Count;
        while (last > 0 && cells[last - 1].Length == 0)
        {
            last--;
        }

        return last == 0 ? ""
            : last == 1 ? cells[0]
            : string.Join(Separator, Enumerable.Range(0, Math.Max(last, columns)).Select(index => index < cells.Count ? Quoted(cells[index]) : ""));
    }

    /// <summary>True for the line that names the columns: the first that is neither blank nor a comment.</summary>
    public static bool IsHeader(string line) => line.Trim() is [not '#', ..] and not ['"', '#', ..];

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(Separator, '"') < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<string> FieldsOf(string line)
    {
        var (fields, start, isQuoted) = (new List<string>(), 0, false);
        for (var at = 0; at <= line.Length; at++)
        {
            if (at == line.Length || (line[at] == Separator && !isQuoted))
            {
                fields.Add(Unquoted(line[start..at]));
                start = at + 1;
            }
            else if (line[at] == '"')
            {
                isQuoted = !isQuoted;
            }
        }

        return fields;
    }

    private static string Unquoted(string field) =>
        field is ['"', .. var inner, '"'] ? inner.Replace("\"\"", "\"", StringComparison.Ordinal) : field;
}
