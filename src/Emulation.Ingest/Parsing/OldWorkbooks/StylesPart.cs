namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>Writes number formats, font names and cell styles of a BIFF8 workbook as the styles of an .xlsx, under the same numbers.</summary>
internal static class StylesPart
{
    public static void Write(WorkbookGlobals globals, PartText part)
    {
        part.Add("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        WriteFormats(globals, part);
        part.Add("<fonts>");
        foreach (var font in globals.Fonts)
        {
            part.Add("<font><name val=\"").AddAttribute(font).Add("\"/></font>");
        }

        part.Add(
            "</fonts><fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>");
        foreach (var (font, format) in globals.Styles)
        {
            part.Add("<xf numFmtId=\"").Add(format).Add("\" fontId=\"").Add(globals.FontIndex(font)).Add("\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>");
        }

        part.Add("</cellXfs></styleSheet>");
    }

    private static void WriteFormats(WorkbookGlobals globals, PartText part)
    {
        if (globals.Formats.Count == 0)
        {
            return;
        }

        part.Add("<numFmts>");
        foreach (var (number, code) in globals.Formats)
        {
            part.Add("<numFmt numFmtId=\"").Add(number).Add("\" formatCode=\"").AddAttribute(code).Add("\"/>");
        }

        part.Add("</numFmts>");
    }
}
