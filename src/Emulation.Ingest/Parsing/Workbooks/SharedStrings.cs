using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>The texts that a workbook's cells refer to by number. Rich text is joined; phonetic hints are left out.</summary>
internal static partial class SharedStrings
{
    public static string[] Read(ZipGate gate, string part, ReadingLimits limits)
    {
        using var reader = new PartReader(gate, part);
        var texts = reader.Guard(xml => ReadAll(xml, limits));
        reader.Finish();
        return texts;
    }

    private static string[] ReadAll(XmlReader xml, ReadingLimits limits)
    {
        var texts = new List<string>();
        var text = new StringBuilder();
        var characters = 0;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                ReadRuns(xml, text, limits);
                characters += text.Length;
                if (texts.Count == limits.SharedTexts || characters > limits.SharedCharacters)
                {
                    throw new UnreadableFileException(RejectionCatalogue.TooLarge, ("what", "phần chữ của bảng tính"), ("limit", Number(limits.SharedCharacters) + " ký tự"));
                }

                texts.Add(text.ToString());
            }
        }

        return [.. texts];
    }

    /// <summary>Joins the runs of the element the reader stands on (<c>si</c> or <c>is</c>) and leaves the reader at its end.</summary>
    public static void ReadRuns(XmlReader xml, StringBuilder text, ReadingLimits limits)
    {
        text.Clear();
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        var (inText, inPhonetic) = (false, false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                var isStart = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                inPhonetic = xml.LocalName == "rPh" ? isStart : inPhonetic;
                inText = isStart && xml.LocalName == "t" && !inPhonetic;
            }
            else if (inText)
            {
                AppendText(xml, text, limits);
            }
        }

        Unescape(text);
    }

    /// <summary>Appends the text node in pieces, so that a huge one is refused before it is held.</summary>
    public static void AppendText(XmlReader xml, StringBuilder text, ReadingLimits limits)
    {
        var piece = new char[512];
        int read;
        while ((read = xml.ReadValueChunk(piece, 0, piece.Length)) > 0)
        {
            if (text.Length + read > limits.CellCharacters)
            {
                throw new UnreadableFileException(
                    RejectionCatalogue.TooLarge,
                    ("what", "số ký tự trong một ô"),
                    ("limit", limits.CellCharacters.ToString("N0", VietnameseText.Culture)));
            }

            text.Append(piece, 0, read);
        }
    }

    /// <summary>Excel writes characters that XML cannot hold as <c>_x000D_</c>. What is no character becomes U+FFFD, which no cell may hold.</summary>
    private static void Unescape(StringBuilder text)
    {
        var plain = text.ToString();
        if (plain.Contains("_x", StringComparison.Ordinal))
        {
            text.Clear();
            foreach (var rune in Escape().Replace(plain, Character).EnumerateRunes())
            {
                text.Append(rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString());
            }
        }
    }

    private static string Number(int value) => value.ToString("N0", VietnameseText.Culture);

    private static string Character(Match match) =>
        ((char)ushort.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
