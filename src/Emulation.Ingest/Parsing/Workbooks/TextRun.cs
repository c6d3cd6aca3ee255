using System.Text;
using System.Xml;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>A piece of a cell's text in one font.</summary>
/// <param name="Font">Its old font; null for a font of Unicode, or the cell's.</param>
/// <param name="IsCellFont">True if it names no font and has the cell's.</param>
internal readonly record struct TextRun(string Text, OldFont? Font, bool IsCellFont);

/// <summary>Where the runs of a rich text begin and which fonts they name; nothing is kept of plain text.</summary>
internal struct RunMarks(ReadingLimits limits)
{
    private List<(int Start, OldFont? Font, bool NamesFont)>? starts;

    /// <summary>Notes the element the reader stands on: the beginning of a run, or the font it names.</summary>
    /// <param name="length">Characters of text read so far.</param>
    public void Pass(XmlReader xml, int length)
    {
        if (xml.NodeType != XmlNodeType.Element)
        {
            return;
        }

        if (xml.LocalName == "r")
        {
            (starts ??= []).Add((length, null, false));
            if (starts.Count > limits.CellCharacters)
            {
                throw new UnreadableFileException(RejectionCatalogue.TooLarge, ("what", "số đoạn chữ trong một ô"), ("limit", limits.CellCharacters.ToString("N0", VietnameseText.Culture)));
            }
        }
        else if (xml.LocalName == "rFont" && starts is not null)
        {
            var (name, before) = (xml.GetAttribute("val"), starts.Count > 1 ? starts[^2].Font : null);
            starts[^1] = (starts[^1].Start, before?.Name == name ? before : OldFont.Of(name), true);
        }
    }

    /// <summary>The runs with their fonts; null where one text in one font is the same.</summary>
    public readonly TextRun[]? RunsOf(StringBuilder text, bool hasOldFonts)
    {
        if (starts is null || !starts.Exists(start => start.Font is not null || (hasOldFonts && start.NamesFont)))
        {
            return null;
        }

        if (starts[0].Start > 0)
        {
            starts.Insert(0, (0, null, false));
        }

        var runs = new TextRun[starts.Count];
        for (var index = 0; index < runs.Length; index++)
        {
            var (start, font, namesFont) = starts[index];
            var end = index + 1 < runs.Length ? starts[index + 1].Start : text.Length;
            runs[index] = new TextRun(SharedStrings.Unescaped(text.ToString(start, end - start)), font, !namesFont);
        }

        return runs;
    }
}
