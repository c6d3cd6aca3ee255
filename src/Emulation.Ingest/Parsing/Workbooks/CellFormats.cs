using System.Globalization;
using System.Xml;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>What a number format makes of a number.</summary>
internal enum CellFormat : byte
{
    General,

    /// <summary>Shown times 100 with a percent sign.</summary>
    Percent,

    /// <summary>A serial day shown as a date or time.</summary>
    Date,
}

/// <summary>A workbook's cell styles, by style number.</summary>
/// <param name="Fonts">The old font of each style, null where it is a font of Unicode; null if no style has an old one.</param>
internal sealed record CellStyles(CellFormat[] Formats, OldFont?[]? Fonts)
{
    public static CellStyles Plain { get; } = new([CellFormat.General], null);
}

/// <summary>Reads the number formats and fonts of a workbook's cell styles.</summary>
internal static class CellFormats
{
    public static CellStyles Read(ZipGate gate, string part)
    {
        using var reader = new PartReader(gate, part);
        var styles = reader.Guard(ReadAll);
        reader.Finish();
        return styles;
    }

    /// <summary>The class of a format code, e.g. <c>0.0%</c>, <c>dd/mm/yyyy</c>.</summary>
    public static CellFormat ClassOf(string code)
    {
        var isDate = false;
        for (var index = 0; index < code.Length; index++)
        {
            switch (code[index])
            {
                case '"':
                    index = SkipTo(code, index, '"');
                    break;
                case '[':
                    // [h], [mm] and [ss] are elapsed time; anything else in brackets is a colour, a locale or a condition.
                    isDate |= index + 1 < code.Length && char.ToLowerInvariant(code[index + 1]) is 'h' or 'm' or 's'
                        && code.IndexOf(']', index) - index is 2 or 3;
                    index = SkipTo(code, index, ']');
                    break;
                case '\\' or '_' or '*':
                    index++;
                    break;
                case '%':
                    return CellFormat.Percent;
                case 'y' or 'Y' or 'd' or 'D' or 'm' or 'M' or 'h' or 'H' or 's' or 'S':
                    isDate = true;
                    break;
                case 'G' or 'g':
                    // General
                    index += 6;
                    break;
                default:
                    break;
            }
        }

        return isDate ? CellFormat.Date : CellFormat.General;
    }

    private static int SkipTo(string code, int index, char end)
    {
        var found = code.IndexOf(end, index + 1);
        return found < 0 ? code.Length : found;
    }

    private static CellStyles ReadAll(XmlReader xml)
    {
        var custom = new Dictionary<int, CellFormat>();
        var formats = new List<CellFormat>();
        var (fonts, fontOf) = (new List<OldFont?>(), new List<int>());
        var (inCells, inFonts) = (false, false);
        while (xml.Read())
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "numFmt"):
                    custom[Id(xml)] = ClassOf(xml.GetAttribute("formatCode") ?? "");
                    break;
                case (XmlNodeType.Element or XmlNodeType.EndElement, "cellXfs"):
                    inCells = xml.NodeType == XmlNodeType.Element;
                    break;
                case (XmlNodeType.Element, "xf") when inCells:
                    formats.Add(custom.TryGetValue(Id(xml), out var format) ? format : BuiltIn(Id(xml)));
                    fontOf.Add(Number(xml, "fontId"));
                    break;
                case (XmlNodeType.Element or XmlNodeType.EndElement, "fonts"):
                    inFonts = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                    break;
                case (XmlNodeType.Element, "font") when inFonts:
                    fonts.Add(null);
                    break;
                case (XmlNodeType.Element, "name") when inFonts && fonts.Count > 0:
                    fonts[^1] = OldFont.Of(xml.GetAttribute("val"));
                    break;
                default:
                    break;
            }
        }

        return formats.Count == 0 ? CellStyles.Plain
            : fonts.TrueForAll(font => font is null) ? new CellStyles([.. formats], null)
            : new CellStyles([.. formats], [.. fontOf.Select(id => id < fonts.Count ? fonts[id] : null)]);
    }

    private static int Id(XmlReader xml) => Number(xml, "numFmtId");

    private static int Number(XmlReader xml, string attribute) =>
        xml.GetAttribute(attribute) is not { } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : throw new UnreadableFileException(RejectionCatalogue.Corrupt, ("part", "styles.xml"));

    /// <summary>The numbers that need no code in the file (ISO/IEC 29500-1, 18.8.30), the East Asian dates included.</summary>
    private static CellFormat BuiltIn(int id) => id switch
    {
        9 or 10 => CellFormat.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => CellFormat.Date,
        _ => CellFormat.General,
    };
}
