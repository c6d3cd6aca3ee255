namespace Emulation.Ingest.Parsing.Text;

/// <summary>Words like "Huy?n": a program wrote question marks for letters its code page could not hold. They cannot be brought back.</summary>
internal static class LostLetters
{
    /// <summary>Two such words are no slip of the pen; in the heading line one is enough.</summary>
    private const int FewestWords = 2;

    /// <summary>The 1-based line of the first such word; null if the text is sound. Works on any encoding: the mark is ASCII in all of them.</summary>
    public static int? FirstLine(ReadOnlySpan<byte> text)
    {
        var (count, first, headingEnd) = (0, -1, text.IndexOf((byte)'\n'));
        for (var at = text.IndexOf((byte)'?'); at >= 0;)
        {
            if (IsInWord(text, at))
            {
                first = first < 0 ? at : first;
                count += at < headingEnd ? FewestWords : 1;
                if (count >= FewestWords)
                {
                    return text[..first].Count((byte)'\n') + 1;
                }
            }

            var next = text[(at + 1)..].IndexOf((byte)'?');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return null;
    }

    /// <summary>True if a cell's text holds such a word.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('?'); at > 0 && at + 1 < text.Length;)
        {
            if (char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]) && !text.Contains("://", StringComparison.Ordinal) && !text.Contains('='))
            {
                return true;
            }

            var next = text[(at + 1)..].IndexOf('?');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <summary>True if a question mark stands at a letter: in a row of headings a sign of lost letters.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) =>
        text.IndexOf('?') is >= 0 and var at && ((at > 0 && char.IsLetter(text[at - 1])) || (at + 1 < text.Length && char.IsLetter(text[at + 1])));

    private static bool IsInWord(ReadOnlySpan<byte> text, int at)
    {
        if (at == 0 || at + 1 == text.Length || !IsLetter(text[at - 1]) || !IsLetter(text[at + 1]))
        {
            return false;
        }

        // An address on the web has a question mark of its own.
        var start = text[..at].LastIndexOfAny(" ;\t\n\""u8) + 1;
        var rest = text[at..].IndexOfAny(" ;\t\n\""u8);
        var word = text[start..(rest < 0 ? text.Length : at + rest)];
        return word.IndexOf("://"u8) < 0 && word.IndexOf((byte)'=') < 0;
    }

    private static bool IsLetter(byte one) => one >= 0x80 || char.IsAsciiLetter((char)one);
}
