namespace Emulation.Ingest.Parsing;

/// <summary>Blanks as they occur in files: spaces of every width, no-break spaces, marks of zero width, byte order marks.</summary>
internal static class CellText
{
    public static bool IsBlank(char one) =>
        one is ' ' or '\t' or '\r' or '\n' or '\u00A0' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u202F' or '\u3000'
        || one is >= '\u2000' and <= '\u200A' || one is '\u200E' or '\u200F' || one is '\u000B' or '\u000C';

    /// <summary>The text without blanks at its ends. <see cref="string.Trim()"/> leaves U+200B and U+FEFF.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && IsBlank(text[start]))
        {
            start++;
        }

        var end = text.Length;
        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }
}
