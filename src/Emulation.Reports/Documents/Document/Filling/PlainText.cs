using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Emulation.Reports.Documents.Document.Filling;

/// <summary>Foreign text as document text: what XML cannot hold becomes U+FFFD, line ends become breaks, and nothing in it is ever a tag or a field.</summary>
internal static class PlainText
{
    /// <summary>A run with that look and that text; an empty text gives an empty run.</summary>
    public static Run Run(RunProperties? look, string text)
    {
        var run = new Run();
        if (look is not null)
        {
            run.AppendChild(look.CloneNode(true));
        }

        foreach (var (line, index) in Clean(text).Split('\n').Select((line, index) => (line, index)))
        {
            if (index > 0)
            {
                run.AppendChild(new Break());
            }

            run.AppendChild(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            clean.Append(rune.Value == '\t' ? " " : IsAllowed(rune) ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }

    // C1 controls are allowed by XML and shown by nobody.
    private static bool IsAllowed(Rune rune) => rune.Value == '\n' || (rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF) and not (>= 0x7F and <= 0x9F));
}
