using System.Text;

namespace Emulation.Plan;

/// <summary>The form in which Vietnamese names are compared: two spellings of one name have one key. The original is kept for printing.</summary>
/// <remarks>
/// Unifies what differs only in encoding or orthography: composed and decomposed marks, kinds of apostrophe, hyphen, quote and space,
/// Ð/Ɖ for Đ, case, the place of the tone mark (hoà/hòa, thuỷ/thủy) and i/y after a consonant (tỉ lệ/tỷ lệ). Never drops a tone or a letter.
/// </remarks>
public static class NameKey
{
    private static readonly (string New, string Old)[] TonePlaces =
    [
        ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
        ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
        ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
    ];

    /// <summary>The key of a text; empty for a text of spaces.</summary>
    public static string Of(string text)
    {
        var folded = Folded(text.Normalize(NormalizationForm.FormC));
        return WithUnifiedY(WithOldTonePlaces(folded));
    }

    /// <summary>The key without marks: Đ becomes d, ắ becomes a. Only for a second look where it is unique.</summary>
    public static string WithoutMarks(string text)
    {
        var key = Of(text).Normalize(NormalizationForm.FormD);
        var plain = new StringBuilder(key.Length);
        foreach (var letter in key.Where(letter => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark))
        {
            plain.Append(letter == 'đ' ? 'd' : letter);
        }

        return plain.ToString();
    }

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var one = FoldedLetter(letter);
            if (one == ' ' && (folded.Length == 0 || folded[^1] is ' ' or '-'))
            {
                continue;
            }

            if (one == '-' && folded.Length > 0 && folded[^1] == ' ')
            {
                folded.Length--;
            }

            if (one != '\0')
            {
                folded.Append(one);
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>The letter as keys hold it; NUL for what keys leave out.</summary>
    private static char FoldedLetter(char letter) => letter switch
    {
        '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' => '\0',
        '’' or '‘' or '‛' or 'ʼ' or 'ʻ' or 'ʹ' or '`' or '´' or '′' or '＇' => '\'',
        '“' or '”' or '„' or '″' => '"',
        '–' or '—' or '―' or '‑' or '‐' or '−' or '‒' or '﹣' or '－' => '-',
        'Ð' or 'ð' or 'Ɖ' or 'ɖ' => 'đ',
        _ when char.IsWhiteSpace(letter) => ' ',
        // Marks of direction and the like: they have no width either.
        _ when char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format => '\0',
        _ => char.ToLowerInvariant(letter),
    };

    /// <summary>Moves the tone of a syllable's final oa, oe, uy to its first letter; after q the u belongs to the consonant (quý).</summary>
    private static string WithOldTonePlaces(string text)
    {
        var moved = new StringBuilder(text);
        for (var index = 0; index + 1 < moved.Length; index++)
        {
            var isFinal = index + 2 == moved.Length || !char.IsLetter(moved[index + 2]);
            var isAfterQ = index > 0 && moved[index - 1] == 'q';
            foreach (var (newPlace, oldPlace) in TonePlaces)
            {
                var (from, to) = isAfterQ ? (oldPlace, newPlace) : (newPlace, oldPlace);
                if (isFinal && moved[index] == from[0] && moved[index + 1] == from[1])
                {
                    (moved[index], moved[index + 1]) = (to[0], to[1]);
                    break;
                }
            }
        }

        return moved.ToString();
    }

    /// <summary>Writes a syllable's final y after a single consonant as i: tỷ lệ and tỉ lệ, lý do and lí do are one word each.</summary>
    private static string WithUnifiedY(string text)
    {
        const string y = "yýỳỷỹỵ";
        const string i = "iíìỉĩị";
        var unified = text.ToCharArray();
        for (var index = 1; index < unified.Length; index++)
        {
            var place = y.IndexOf(unified[index], StringComparison.Ordinal);
            var isFinal = index + 1 == unified.Length || !char.IsLetter(unified[index + 1]);
            var isSecond = index == 1 || !char.IsLetter(unified[index - 2]);
            if (place >= 0 && isFinal && isSecond && "hklmst".Contains(unified[index - 1], StringComparison.Ordinal))
            {
                unified[index] = i[place];
            }
        }

        return new string(unified);
    }
}
