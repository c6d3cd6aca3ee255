using System.Globalization;
using System.Text;
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
        if (Ascii.IsValid(text))
        {
            return new FontReading(LetterKind.Plain, text);
        }

        // Letters such as ế and đ are no characters of windows-1252, from which the old fonts take theirs.
        if (text.Any(one => IsOnlyUnicode(one) && (char.IsLetter(one) || char.GetUnicodeCategory(one) == UnicodeCategory.NonSpacingMark)))
        {
            return new FontReading(LetterKind.Unicode, null);
        }

        var shown = EncodingChoice.EvidenceOf(text);
        return Decode(text, font.Letters) is { } decoded ? new FontReading(KindOf(shown, EncodingChoice.EvidenceOf(decoded)), decoded)
            // "m²" says nothing of the letters around it.
            : shown.Words == 0 ? new FontReading(LetterKind.Plain, text)
            : new FontReading(shown.Invalid == 0 ? LetterKind.Unicode : LetterKind.Unclear, null);
    }

    private static bool IsOnlyUnicode(char one) => one >= '\u0100' && CodePage.Windows1252.Encode([one]) is null;

    /// <summary>Signs that the old fonts do not have (≥, ✓) stand between the pieces as they are.</summary>
    private static string? Decode(string text, OldEncoding letters)
    {
        var decoded = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var length = 0;
            while (length < rest.Length && !IsOnlyUnicode(rest[length]))
            {
                length++;
            }

            // U+0080 to U+009F are no characters of the page either, but for five.
            if (CodePage.Windows1252.Encode(rest[..length]) is not { } bytes || letters.Decode(bytes) is not { } piece)
            {
                return null;
            }

            decoded.Append(piece);
            while (length < rest.Length && IsOnlyUnicode(rest[length]))
            {
                decoded.Append(rest[length++]);
            }

            rest = rest[length..];
        }

        return decoded.ToString();
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
