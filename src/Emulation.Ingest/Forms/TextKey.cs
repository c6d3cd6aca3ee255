using System.Globalization;
using System.Text;

namespace Emulation.Ingest.Forms;

/// <summary>The key by which headings, labels and fixed words are compared: without case, accents, tone placement, width of blanks and punctuation.</summary>
/// <remarks>
/// Headings are few and chosen by us, so leaving accents out is safe there (a test proves that no two keys of a form meet).
/// "Hoà" and "hòa", "tỷ lệ" and "tỉ lệ", composed and decomposed text get the same key; names of units are compared by the plan's own, stricter key.
/// </remarks>
public static class TextKey
{
    public static string Of(ReadOnlySpan<char> text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var one in text.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(one) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            var letter = Fold(one);
            if (letter != ' ' || (key.Length > 0 && key[^1] != ' '))
            {
                key.Append(letter);
            }
        }

        return key.ToString().TrimEnd();
    }

    private static char Fold(char one) => char.ToLowerInvariant(one) switch
    {
        'đ' or 'ð' or 'ɖ' => 'd',
        'y' => 'i',
        '%' => '%',
        var letter => char.IsLetterOrDigit(letter) ? letter : ' ',
    };
}
