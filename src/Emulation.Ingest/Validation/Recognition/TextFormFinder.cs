using System.Text.RegularExpressions;
using Emulation.Ingest.Forms;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Text;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>Finds the separator and the form of a text table: exactly one separator must give the headings of a form in the first line.</summary>
internal sealed partial class TextFormFinder(ReadingLimits limits, Findings findings)
{
    private static readonly char[] Separators = [';', ',', '\t'];

    /// <exception cref="UnreadableFileException">No form or several readings.</exception>
    public FormTable Find(ReadOnlyMemory<byte> content)
    {
        var decoded = TextDecoding.OfForm(content);
        var utf8 = decoded.Utf8;
        var (hint, rest, firstLine) = SkipSeparatorLine(utf8);
        var candidates = (hint is { } separator ? [separator] : Separators)
            .Select(separator => Fit(rest, separator, firstLine))
            .Where(candidate => candidate is not null)
            .OrderByDescending(candidate => candidate!.Value.Map.Matched)
            .Select(candidate => candidate!.Value)
            .ToList();
        var whole = candidates.Where(candidate => !candidate.Map.Missing(isText: true).Any()).ToList();
        if (whole.Count > 1)
        {
            throw new UnreadableFileException(RejectionCatalogue.Separator, ("found", string.Join(", ", whole.Select(candidate => Say(candidate.Separator)))));
        }

        if (whole.Count == 0)
        {
            throw NoForm(firstLine, candidates);
        }

        NameEncoding(decoded);
        return Open(utf8, rest, whole[0].Separator, firstLine, whole[0].Map) with { OldEncoding = decoded.IsOld ? decoded.Encoding : null };
    }

    private void NameEncoding(DecodedText decoded)
    {
        if (decoded.IsOld)
        {
            findings.Add(RejectionCatalogue.OldEncoding, Place.File, ("found", decoded.Encoding));
        }
    }

    /// <summary>The line <c>sep=;</c> that Excel understands.</summary>
    private static (char? Separator, ReadOnlyMemory<byte> Content, int FirstLine) SkipSeparatorLine(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        // A quotation mark or a line break cannot divide anything: such a line is no such line.
        if (bytes.Length < 5 || !(bytes.StartsWith("sep="u8) || bytes.StartsWith("SEP="u8)) || bytes[4] is (byte)'"' or (byte)'\r' or (byte)'\n' or >= 0x80)
        {
            return (null, content, 1);
        }

        var end = bytes[5..].IndexOf((byte)'\n');
        return ((char)bytes[4], end < 0 ? ReadOnlyMemory<byte>.Empty : content[(5 + end + 1)..], 2);
    }

    private (char Separator, HeaderMap Map, List<string> Headings)? Fit(ReadOnlyMemory<byte> content, char separator, int firstLine)
    {
        // Only the first record is looked at; what is wrong further on is found when the table is read.
        using var table = new CsvTable(content, separator, firstLine, limits, new Findings());
        if (!table.Read())
        {
            return null;
        }

        var headings = Enumerable.Range(1, table.ColumnCount).Select(column => table.Cell(column).ToString().Normalize()).ToList();
        var paths = headings.Select((heading, index) => (IReadOnlyList<HeadText>)(heading.Length == 0 ? [] : [new HeadText(firstLine, index + 1, heading)])).ToList();
        var maps = FormCatalogue.All.Select(form => HeaderMap.Fit(form, paths)).ToList();
        // The wave report has one column more than the monthly figures: the fuller fit is meant.
        var best = maps.Where(map => !map.Missing(isText: true).Any()).OrderByDescending(map => map.Matched).FirstOrDefault()
            ?? maps.OrderByDescending(map => map.Matched).First();
        return (separator, best, headings);
    }

    private FormTable Open(ReadOnlyMemory<byte> utf8, ReadOnlyMemory<byte> rest, char separator, int firstLine, HeaderMap map)
    {
        var table = new CsvTable(rest, separator, firstLine, limits, findings);
        table.Read();
        var lines = utf8.Span.Count((byte)'\n') + 1;
        if (utf8.Span[^1] is not ((byte)'\n' or (byte)'\r'))
        {
            findings.Add(RejectionCatalogue.NoFinalNewline, new Place(null, lines, null, null));
        }

        return new FormTable(table, map, table.RowNumber, table.RowNumber, lines, TitleBlock.Empty);
    }

    private static UnreadableFileException NoForm(int firstLine, List<(char Separator, HeaderMap Map, List<string> Headings)> candidates)
    {
        if (candidates.Any(candidate => candidate.Headings.Any(heading => LostLetter().IsMatch(heading))))
        {
            return UnicodeText.Lost(firstLine);
        }

        if (candidates.Count == 0 || candidates[0].Map.Matched < 2)
        {
            // The line itself is not repeated: without a heading it could hold a person's name.
            return new UnreadableFileException(RejectionCatalogue.NoForm, ("found", "dòng 1"));
        }

        var best = candidates[0];
        return new UnreadableFileException(
            RejectionCatalogue.Header,
            new Place(null, 1, null, null),
            ("form", best.Map.Form.Name),
            ("expected", string.Join(", ", best.Map.Missing(isText: true))),
            ("found", Findings.Clip(string.Join(" | ", best.Headings))));
    }

    /// <summary>"Mã don v?", "K? báo cáo": letters that a code page could not hold became question marks.</summary>
    [GeneratedRegex(@"\p{L}\?|\?\p{L}")]
    private static partial Regex LostLetter();

    private static string Say(char separator) => separator switch
    {
        '\t' => "dấu tab",
        ';' => "dấu chấm phẩy (;)",
        _ => "dấu phẩy (,)",
    };
}
