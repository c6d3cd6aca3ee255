using System.Globalization;
using System.Runtime.CompilerServices;

namespace Emulation.Reports.Scoring;

/// <summary>A sentence with numbered places for values (<c>{0} × {1} = {2}</c>), taken apart once: a run writes the same few a hundred thousand times.</summary>
public sealed class Sentence
{
    private readonly List<(string Before, int Place)> pieces = [];
    private readonly string end;

    public Sentence(string pattern)
    {
        var start = 0;
        for (int open; (open = pattern.IndexOf('{', start)) >= 0;)
        {
            var close = pattern.IndexOf('}', open);
            pieces.Add((pattern[start..open], int.Parse(pattern.AsSpan(open + 1, close - open - 1), CultureInfo.InvariantCulture)));
            start = close + 1;
        }
        end = pattern[start..];
    }

    /// <summary>The sentence with a value at every place; a place may be named twice or not at all.</summary>
    public string With(params ReadOnlySpan<string> values)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[128]);
        foreach (var (before, place) in pieces)
        {
            text.AppendLiteral(before);
            text.AppendLiteral(values[place]);
        }
        text.AppendLiteral(end);
        return text.ToStringAndClear();
    }
}
