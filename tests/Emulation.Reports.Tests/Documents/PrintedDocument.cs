using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Emulation.Reports.Tests.Documents;

/// <summary>A document as a reader with a pencil counts it: paragraphs by section, cells by appendix, table, row and column. Knows nothing of how it was filled.</summary>
internal sealed partial class PrintedDocument
{
    private readonly Dictionary<string, string> places = [];
    private readonly List<string> elsewhere = [];
    private string section = "";
    private int paragraphs;
    private int tables;

    private PrintedDocument()
    {
    }

    /// <summary>Section and paragraph (<c>II.2.a/3</c>) or cell (<c>Phụ lục I.1!D3</c>) → its text.</summary>
    public IReadOnlyDictionary<string, string> Places => places;

    /// <summary>Head, headings and foot.</summary>
    public IReadOnlyList<string> Elsewhere => elsewhere;

    public static PrintedDocument Read(byte[] document)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(document), false);
        var printed = new PrintedDocument();
        foreach (var child in file.MainDocumentPart!.Document!.Body!.ChildElements)
        {
            printed.Read(child);
        }

        return printed;
    }

    private void Read(OpenXmlElement element)
    {
        switch (element)
        {
            case Table table:
                Cells(table);
                break;
            case Paragraph paragraph:
                Paragraph(paragraph.InnerText.Trim());
                break;
            default:
                break;
        }
    }

    private void Paragraph(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var heading = SectionOf(text);
        if (heading is not null)
        {
            (section, paragraphs, tables) = (heading, 0, 0);
            elsewhere.Add(text);
        }
        else if (section.Length == 0 || TableTitle().IsMatch(text) || IsBlockTitle(text) || text.StartsWith("(Kèm theo", StringComparison.Ordinal) || text.StartsWith("Trên đây", StringComparison.Ordinal) || !text.Any(char.IsLower))
        {
            // The sentence of the head that speaks of figures.
            if (section.Length == 0 && text.Contains("mã kết quả", StringComparison.Ordinal))
            {
                places.Add("Mở đầu/1", text);
                section = "Đính chính";
                return;
            }

            elsewhere.Add(text);
        }
        else
        {
            places.Add($"{(section.StartsWith("Phụ lục II", StringComparison.Ordinal) && tables > 0 && section == "Phụ lục II" ? $"{section}.{tables}" : section)}/{++paragraphs}", text);
        }
    }

    private bool IsBlockTitle(string text) => section == "Phụ lục II" && !text.EndsWith('.');

    private string? SectionOf(string text) => text switch
    {
        _ when Part().Match(text) is { Success: true } part => part.Groups[1].Value,
        "1. Kết quả chung" => "II.1",
        _ when text.StartsWith("2. Kết quả theo từng", StringComparison.Ordinal) => "II.2",
        _ when text.StartsWith("3. Điểm và xếp hạng", StringComparison.Ordinal) => "II.3",
        _ when section.StartsWith("II.2", StringComparison.Ordinal) && Point().Match(text) is { Success: true } point => $"II.2.{point.Groups[1].Value}",
        _ when Appendix().IsMatch(text) => text,
        _ => null,
    };

    private void Cells(Table table)
    {
        var rows = table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => string.Join('\n', cell.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText)).Trim()).ToList()).ToList();
        if (!section.StartsWith("Phụ lục", StringComparison.Ordinal) && section != "Đính chính")
        {
            elsewhere.AddRange(rows.SelectMany(row => row));
            return;
        }

        tables++;
        paragraphs = section == "Phụ lục II" ? 0 : paragraphs;
        var name = section switch
        {
            "Phụ lục I" => tables == 1 ? "Phụ lục I.1" : $"Phụ lục I.2.{tables - 1}",
            "Phụ lục II" => $"Phụ lục II.{tables}",
            _ => section,
        };
        elsewhere.AddRange(rows[0]);
        foreach (var (down, row) in rows.Index().Skip(1))
        {
            foreach (var (across, text) in row.Index())
            {
                places.Add($"{name}!{(char)('A' + across)}{(down + 1).ToString(CultureInfo.InvariantCulture)}", text);
            }
        }
    }

    [GeneratedRegex(@"^(I|II|III|IV|V|VI)\. ")]
    private static partial Regex Part();

    [GeneratedRegex(@"^(\w)\) ")]
    private static partial Regex Point();

    [GeneratedRegex(@"^Phụ lục (I|II|III|IV|V)$")]
    private static partial Regex Appendix();

    [GeneratedRegex(@"^(1\. Tổng hợp toàn ngành|2\. Kết quả theo đơn vị \(bảng)")]
    private static partial Regex TableTitle();
}
