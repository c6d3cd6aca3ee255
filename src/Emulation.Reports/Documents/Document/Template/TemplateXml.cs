using System.Security;

namespace Emulation.Reports.Documents.Document.Template;

/// <summary>The pieces WordprocessingML is put together from. Lengths in twips (1/20 pt).</summary>
internal static class TemplateXml
{
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static string Paragraph(string style, params string[] content) => $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{string.Concat(content)}</w:p>";

    /// <summary>A paragraph of fixed words.</summary>
    public static string Words(string style, string words) => Paragraph(style, Run(words));

    public static string Run(string words) => $"<w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(words)}</w:t></w:r>";

    /// <summary>A control inside a paragraph, showing its title until it is filled.</summary>
    public static string Text(string tag) => Control(tag, Run($"[{Slots.Find(tag)!.Title}]"));

    /// <summary>A paragraph that holds one text control and nothing else.</summary>
    public static string TextLine(string style, string tag) => Paragraph(style, Text(tag));

    /// <summary>A control around one paragraph that is repeated.</summary>
    public static string Lines(string style, string tag) => Control(tag, Words(style, $"[{Slots.Find(tag)!.Title}]"));

    /// <summary>A marked place for people to write in.</summary>
    public static string Write(string style, string tag, string invitation) => Control(tag, Words(style, $"[{invitation}]"));

    /// <summary>A control around whatever stands there: blocks, rows or cells.</summary>
    public static string Control(string tag, params string[] content)
    {
        var slot = Slots.Find(tag) ?? throw new ArgumentException($"The report has no slot '{tag}'.", nameof(tag));
        var id = Array.IndexOf([.. Slots.All], slot) + 1001;
        return $"<w:sdt><w:sdtPr><w:alias w:val=\"{SecurityElement.Escape(slot.Title)}\"/><w:tag w:val=\"{tag}\"/><w:id w:val=\"{id}\"/></w:sdtPr>"
            + $"<w:sdtContent>{string.Concat(content)}</w:sdtContent></w:sdt>";
    }

    /// <summary>A table of that style; the widths are its columns'.</summary>
    public static string Table(string style, IReadOnlyList<int> widths, params string[] rows) =>
        $"<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>"
        + $"<w:tblGrid>{string.Concat(widths.Select(width => $"<w:gridCol w:w=\"{width}\"/>"))}</w:tblGrid>{string.Concat(rows)}</w:tbl>";

    /// <summary>A row that is not torn by a page end.</summary>
    public static string Row(params string[] cells) => $"<w:tr><w:trPr><w:cantSplit/></w:trPr>{string.Concat(cells)}</w:tr>";

    /// <summary>A heading row, printed again on every page.</summary>
    public static string HeadingRow(params string[] cells) => $"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{string.Concat(cells)}</w:tr>";

    public static string Cell(int width, params string[] content) =>
        $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{string.Concat(content)}</w:tc>";

    /// <summary>A cell over several columns.</summary>
    public static string WideCell(int width, int columns, params string[] content) =>
        $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{columns}\"/></w:tcPr>{string.Concat(content)}</w:tc>";
}
