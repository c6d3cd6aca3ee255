using System.Text;

namespace Emulation.Ingest.PlanWorkbooks;

/// <summary>A line of a plan's YAML file as the cells of a row, and back: what stands around values and the values take turns, so that the cells put together are the line.</summary>
/// <remarks>Pure. A value that is no longer plain YAML is quoted on the way back. A line without values, or one that cells cannot give back letter by letter, stands whole in the first cell.</remarks>
internal static class YamlCells
{
    /// <summary>Cells 0, 2, 4… are what stands around, 1, 3, 5… the values.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        var cells = CellsOf(line);
        return cells.Count > 1 && Join(cells) == line ? cells : [line];
    }

    /// <summary>The line that a row of cells stands for.</summary>
    public static string Join(IReadOnlyList<string> cells)
    {
        var line = new StringBuilder();
        for (var index = 0; index < cells.Count; index++)
        {
            line.Append(index % 2 == 0 ? cells[index] : Value(cells[index], line.ToString()));
        }

        return line.ToString();
    }

    public static bool IsValue(int index) => index % 2 == 1;

    private static List<string> CellsOf(string line)
    {
        var (cells, start) = (new List<string>(), 0);
        foreach (var (from, to) in ValuesOf(line))
        {
            cells.Add(line[start..from]);
            cells.Add(line[from..to]);
            start = to;
        }

        return start < line.Length ? [.. cells, line[start..]] : cells;
    }

    /// <summary>Where values stand: behind "key: ", as far as the line, the flow section or the quotes go.</summary>
    private static IEnumerable<(int From, int To)> ValuesOf(string line)
    {
        var at = 0;
        while (line.TrimStart() is [not '#', ..] && line.IndexOf(": ", at, StringComparison.Ordinal) is >= 0 and var colon)
        {
            var from = colon + 2;
            from += line[from..].TakeWhile(letter => letter == ' ').Count();
            var isFlow = line.AsSpan(0, colon).Contains('{');
            var opening = from < line.Length ? line[from] : '#';
            var to = opening switch
            {
                '#' or '{' or '&' or '*' or '|' or '>' => from,
                '"' or '\'' => line.IndexOf(opening, from + 1),
                '[' => line.IndexOf(']', from),
                _ => EndOfPlain(line, from, isFlow),
            };
            if (to < 0)
            {
                yield break;
            }

            if (to > from)
            {
                yield return (opening is '"' or '\'' or '[' ? from + 1 : from, to);
            }

            at = Math.Max(to, from);
        }
    }

    private static int EndOfPlain(string line, int from, bool isFlow)
    {
        var comment = line.IndexOf(" #", from, StringComparison.Ordinal);
        var end = comment < 0 ? line.Length : comment;
        var flowEnd = isFlow ? line.AsSpan(from, end - from).IndexOfAny(",}") : -1;
        return from + line[from..(flowEnd < 0 ? end : from + flowEnd)].TrimEnd().Length;
    }

    private static string Value(string text, string before) => before switch
    {
        [.., '"'] => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal),
        [.., '\''] => text.Replace("'", "''", StringComparison.Ordinal),
        [.., '['] => text,
        _ => IsPlain(text, before.Contains('{')) ? text : $"\"{Value(text, "\"")}\"",
    };

    private static bool IsPlain(string text, bool isFlow) =>
        text.Trim() == text
        && (text.Length == 0 || (!"&*!|>'\"%@`{}[]#,".Contains(text[0]) && !text.StartsWith("- ", StringComparison.Ordinal) && !text.StartsWith("? ", StringComparison.Ordinal)))
        && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal) && !text.EndsWith(':')
        && !(isFlow && text.AsSpan().IndexOfAny(",[]{}") >= 0);
}
