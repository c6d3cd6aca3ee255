using Emulation.Ingest.Parsing.Text;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>What the letters of a text in an old font are.</summary>
internal enum LetterKind
{
    /// <summary>ASCII only: the same either way.</summary>
    Plain,

    /// <summary>The font's encoding.</summary>
    Old,

    /// <summary>Unicode, whatever the font.</summary>
    Unicode,

    /// <summary>The text alone does not tell.</summary>
    Unclear,
}

/// <summary>A text in an old font, judged by its own letters.</summary>
/// <param name="Decoded">The text in the font's encoding; null if it cannot be that.</param>
internal readonly record struct FontReading(LetterKind Kind, string? Decoded)
{
    public static FontReading Of(string text, OldFont font)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return new FontReading(LetterKind.Plain, text);
        }

        // Letters such as ế and đ are no characters of windows-1252, from which the old fonts take theirs.
        if (CodePage.Windows1252.Encode(text) is not { } bytes)
        {
            return new FontReading(LetterKind.Unicode, null);
        }

        var shown = EncodingChoice.EvidenceOf(text);
        return font.Letters.Decode(bytes) is { } decoded
            ? new FontReading(KindOf(shown, EncodingChoice.EvidenceOf(decoded)), decoded)
            : new FontReading(shown.Invalid == 0 ? LetterKind.Unicode : LetterKind.Unclear, null);
    }

    private static LetterKind KindOf(LetterEvidence shown, LetterEvidence decoded)
    {
        if (shown.Known != decoded.Known)
        {
            return shown.Known > decoded.Known ? LetterKind.Unicode : LetterKind.Old;
        }

        if (shown.Foreign > 0 != decoded.Foreign > 0)
        {
            return shown.Foreign > 0 ? LetterKind.Old : LetterKind.Unicode;
        }

        return shown.Invalid > 0 == decoded.Invalid > 0 ? LetterKind.Unclear
            : shown.Invalid > 0 ? LetterKind.Old
            : LetterKind.Unicode;
    }
}
