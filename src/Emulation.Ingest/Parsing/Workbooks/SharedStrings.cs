using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>The texts that a workbook's cells refer to by number.</summary>
/// <param name="Texts">Rich text joined, without phonetic hints.</param>
/// <param name="Runs">The runs of those texts in which one has an old font, by number.</param>
internal sealed record SharedTexts(string[] Texts, Dictionary<int, TextRun[]> Runs)
{
    public static SharedTexts None { get; } = new([], []);
}

/// <summary>Reads the texts that a workbook's cells refer to by number. Rich text is joined; phonetic hints are left out.</summary>
internal static partial class SharedStrings
{
    /// <param name="hasOldFonts">True if a cell style has an old font: then runs with a font of their own are kept apart.</param>
    public static SharedTexts Read(ZipGate gate, string part, bool hasOldFonts, ReadingLimits limits)
    {
        using var reader = new PartReader(gate, part);
        var texts = reader.Guard(xml => ReadAll(xml, hasOldFonts, limits));
        reader.Finish();
        return texts;
    }

    private static SharedTexts ReadAll(XmlReader xml, bool hasOldFonts, ReadingLimits limits)
    {
        var (texts, runs) = (new List<string>(), new Dictionary<int, TextRun[]>());
        var text = new StringBuilder();
        var (characters, pieces) = (0, 0);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                if (ReadRuns(xml, text, hasOldFonts, limits) is { } several)
                {
                    runs[texts.Count] = several;
                    pieces += several.Length;
                }

                characters += text.Length;
                if (texts.Count + pieces >= limits.SharedTexts || characters > limits.SharedCharacters)
                {
                    throw new UnreadableFileException(RejectionCatalogue.TooLarge, ("what", "phần chữ của bảng tính"), ("limit", Number(limits.SharedCharacters) + " ký tự"));
                }

                texts.Add(text.ToString());
            }
        }

        return new SharedTexts([.. texts], runs);
    }

    /// <summary>Joins the runs of the element the reader stands on (<c>si</c> or <c>is</c>) and leaves the reader at its end.</summary>
    /// <returns>The runs, if their fonts matter; otherwise null.</returns>
    public static TextRun[]? ReadRuns(XmlReader xml, StringBuilder text, bool hasOldFonts, ReadingLimits limits)
    {
        text.Clear();
        if (xml.IsEmptyElement)
        {
            return null;
        }

        var depth = xml.Depth;
        var (inText, inPhonetic) = (false, false);
        var marks = new RunMarks(limits);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                var isStart = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                inPhonetic = xml.LocalName == "rPh" ? isStart : inPhonetic;
                inText = isStart && xml.LocalName == "t" && !inPhonetic;
                marks.Pass(xml, text.Length);
            }
            else if (inText)
            {
                AppendText(xml, text, limits);
            }
        }

        var runs = marks.RunsOf(text, hasOldFonts);
        Unescape(text);
        return runs;
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
    public static string Unescaped(string plain) => !plain.Contains("_x", StringComparison.Ordinal) ? plain
        : string.Concat(Escape().Replace(plain, Character).EnumerateRunes().Select(rune => rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString()));

    private static void Unescape(StringBuilder text)
    {
        var plain = text.ToString();
        if (plain.Contains("_x", StringComparison.Ordinal))
        {
            text.Clear().Append(Unescaped(plain));
        }
    }

    private static string Number(int value) => value.ToString("N0", VietnameseText.Culture);

    private static string Character(Match match) =>
        ((char)ushort.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
