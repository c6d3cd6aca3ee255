using Emulation.Ingest.Parsing.Text;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Inspection;

/// <summary>How a text table divides its records, decided without a form: by the separator that gives most records the same number of fields.</summary>
/// <param name="Separator">Null for a single column.</param>
/// <param name="Start">Where the first record begins, behind a line <c>sep=;</c>.</param>
/// <param name="FieldCount">Fields most records have.</param>
internal sealed record TextDialect(char? Separator, int Start, int FirstLine, int FieldCount)
{
    /// <summary>Records looked at.</summary>
    private const int SampleRecords = 200;

    /// <summary>Share of the records that must agree: a title above the table or a note below it does not.</summary>
    private const double Agreement = 0.8;

    /// <summary>Stands for no separator: a control character that no text of ours may hold.</summary>
    private const char NoSeparator = '\u001F';

    // Of several that fit, the rarer in ordinary text: a comma also divides decimals and sentences.
    private static readonly char[] Candidates = ['\t', ';', '|', ','];

    public static TextDialect Of(ReadOnlyMemory<byte> utf8, ReadingLimits limits)
    {
        var (hint, start) = SeparatorLine(utf8.Span);
        var rest = utf8[start..];
        var firstLine = start == 0 ? 1 : 2;
        if (hint is { } named)
        {
            return new TextDialect(named, start, firstLine, Fit(rest, named, limits).FieldCount);
        }

        var best = Candidates.Select(separator => (Separator: separator, Fit: Fit(rest, separator, limits)))
            .Where(one => one.Fit is { FieldCount: >= 2, Agreeing: >= Agreement })
            .OrderByDescending(one => one.Fit.Agreeing)
            .FirstOrDefault();
        return best == default ? new TextDialect(null, start, firstLine, 1) : new TextDialect(best.Separator, start, firstLine, best.Fit.FieldCount);
    }

    public CsvTable Open(ReadOnlyMemory<byte> utf8, ReadingLimits limits, Findings findings) =>
        new(utf8[Start..], Separator ?? NoSeparator, FirstLine, limits, findings) { ExpectedCount = Math.Max(FieldCount, 1) };

    private static (char? Separator, int Start) SeparatorLine(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        var line = end < 0 ? text : text[..end];
        return line.Length >= 5 && line.StartsWith("sep="u8) && line[5..].Trim("\r"u8).IsEmpty && line[4] is (>= 0x20 and < 0x7F and not (byte)'"') or (byte)'\t'
            ? ((char)line[4], end < 0 ? text.Length : end + 1)
            : (null, 0);
    }

    private static (int FieldCount, double Agreeing) Fit(ReadOnlyMemory<byte> text, char separator, ReadingLimits limits)
    {
        using var table = new CsvTable(text, separator, 1, limits, new Findings());
        var counts = new Dictionary<int, int>();
        try
        {
            for (var record = 0; record < SampleRecords && table.Read(); record++)
            {
                counts[table.ColumnCount] = counts.GetValueOrDefault(table.ColumnCount) + 1;
            }
        }
        catch (UnreadableFileException)
        {
            // Read again with the chosen separator, where it is told of.
        }

        if (counts.Count == 0)
        {
            return (0, 0);
        }

        var most = counts.MaxBy(count => (count.Value, count.Key));
        return (most.Key, (double)most.Value / counts.Values.Sum());
    }
}
