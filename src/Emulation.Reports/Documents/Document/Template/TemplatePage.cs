namespace Emulation.Reports.Documents.Document.Template;

/// <summary>The page: A4 upright, margins 20, 15, 20 and 30 mm (top, right, bottom, left), in twips.</summary>
internal static class TemplatePage
{
    public const int Width = 11906;
    public const int Height = 16838;
    public const int Top = 1134;
    public const int Right = 851;
    public const int Bottom = 1134;
    public const int Left = 1701;
    public const int TextWidth = Width - Left - Right;

    /// <summary>A section of its own: numbered from 1, the number in the top margin and not on its first page.</summary>
    public static string Section() =>
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/><w:headerReference w:type=\"first\" r:id=\"rIdFirstHeader\"/>"
        + $"<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"{Width}\" w:h=\"{Height}\"/>"
        + $"<w:pgMar w:top=\"{Top}\" w:right=\"{Right}\" w:bottom=\"{Bottom}\" w:left=\"{Left}\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
        + "<w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>";

    /// <summary>The end of a section that is not the last.</summary>
    public static string SectionEnd() => $"<w:p><w:pPr><w:pStyle w:val=\"SauBang\"/>{Section()}</w:pPr></w:p>";
}
