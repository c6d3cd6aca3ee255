using System.Globalization;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>What a reading of some bytes looks like: its words with letters beyond ASCII, held against the rule of syllables, and the words of our forms in it.</summary>
/// <param name="Valid">Words that are syllables.</param>
/// <param name="Invalid">Words that are none.</param>
/// <param name="Foreign">Those of the invalid that hold a letter or sign no Vietnamese word has.</param>
/// <param name="Known">Words with accents in headings of our forms.</param>
internal readonly record struct LetterEvidence(int Valid, int Invalid, int Foreign, int Known)
{
    /// <summary>Signs that old encodings have for letters but that also stand beside letters in good text: m², 10°, «Một».</summary>
    private const string BesideLetters = "«»°²³·";

    private const string VietnameseVowels = "aăâeêioôơuưy";

    /// <summary>With the letters of other scripts that stand for đ.</summary>
    private static readonly HashSet<char> Vietnamese = [.. AlphabetOf(VietnameseVowels), .. "đĐðÐɖƉ"];

    public int Words => Valid + Invalid;

    /// <summary>Valid words of all, 0 to 1; 0 if there are none.</summary>
    public double Share => Words == 0 ? 0 : (double)Valid / Words;

    public static LetterEvidence operator +(LetterEvidence one, LetterEvidence other) =>
        new(one.Valid + other.Valid, one.Invalid + other.Invalid, one.Foreign + other.Foreign, one.Known + other.Known);

    /// <summary>The evidence of a composed text; headings are not looked for.</summary>
    public static LetterEvidence Of(ReadOnlySpan<char> text)
    {
        var (valid, invalid, foreign) = (0, 0, 0);
        for (var start = 0; start < text.Length;)
        {
            if (!IsInWord(text, start, start))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < text.Length && IsInWord(text, end, start))
            {
                end++;
            }

            var word = text[start..end];
            start = end;
            if (word.IndexOfAnyExceptInRange('\0', '\u007F') < 0 || PlaceWords.Contains(word))
            {
                continue;
            }

            if (Syllable.IsValid(word))
            {
                valid++;
            }
            else if (IsForeign(word))
            {
                (invalid, foreign) = (invalid + 1, foreign + 1);
            }
            else
            {
                // "QĐ", "HĐND", "đ" are short forms: they tell nothing.
                invalid += HasVowel(word) ? 1 : 0;
            }
        }

        return new LetterEvidence(valid, invalid, foreign, 0);
    }

    private static bool IsInWord(ReadOnlySpan<char> text, int at, int start)
    {
        var one = text[at];
        if (IsLetter(one))
        {
            return true;
        }

        if (one < '\u0080' || one is '\u00A0' or '’' or '‘')
        {
            return false;
        }

        var (isAfter, isBefore) = (at > start, at + 1 < text.Length && text[at + 1] >= 'A' && (IsLetter(text[at + 1]) || text[at + 1] >= '\u0080'));
        return one < '\u00C0' && !BesideLetters.Contains(one, StringComparison.Ordinal)
            ? isAfter || isBefore
            : (one < '\u00C0' || one is '\u00D7' or '\u00F7' || CodePage.Windows1252.Encode([one]) is not null) && isAfter && isBefore;
    }

    private static bool IsLetter(char one) =>
        one < '\u0080' ? char.IsAsciiLetter(one) : char.IsLetter(one) || CharUnicodeInfo.GetUnicodeCategory(one) == UnicodeCategory.NonSpacingMark;

    private static bool IsForeign(ReadOnlySpan<char> word)
    {
        foreach (var one in word)
        {
            if (one >= '\u0080' && !Vietnamese.Contains(one))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        foreach (var one in word)
        {
            var letter = char.ToLowerInvariant(one);
            if (letter is not ('đ' or 'ð' or 'ɖ') && (letter >= '\u0080' || VietnameseVowels.Contains(letter, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every vowel with every tone, small and capital.</summary>
    private static IEnumerable<char> AlphabetOf(string vowels) =>
        from vowel in vowels
        from tone in new[] { "", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323" }
        let letter = (vowel + tone).Normalize()[0]
        from one in new[] { letter, char.ToUpperInvariant(letter) }
        where one >= '\u0080'
        select one;
}
