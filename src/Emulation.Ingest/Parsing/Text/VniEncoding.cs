using System.Text;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>VNI-Windows, the letters of the fonts VNI-Times and so on: a letter, then a second byte for its mark and tone.</summary>
internal sealed class VniEncoding() : OldEncoding("VNI-Windows")
{
    /// <summary>Punctuation and signs that the fonts leave where windows-1252 has them.</summary>
    private const string Signs = "€‚„…‰‘’“”•–—™\u00A0§©«®°±²³·»¼½¾×÷";

    private static readonly Dictionary<(char First, char Second), char> Pairs = MakePairs();

    private static readonly Dictionary<char, char> Singles = new()
    {
        ['ñ'] = 'đ',
        ['ô'] = 'ơ',
        ['ö'] = 'ư',
        ['ì'] = 'ì',
        ['í'] = 'í',
        ['æ'] = 'ỉ',
        ['ó'] = 'ĩ',
        ['ò'] = 'ị',
        ['î'] = 'ỵ',
    };

    public override string? Decode(ReadOnlySpan<byte> bytes)
    {
        var shown = CodePage.Windows1252.Table.Decode(bytes)!;
        var text = new StringBuilder(shown.Length);
        for (var index = 0; index < shown.Length; index++)
        {
            var (one, next) = (shown[index], index + 1 < shown.Length ? char.ToLowerInvariant(shown[index + 1]) : '\0');
            if (next >= '\u00C0' && Pairs.TryGetValue((char.ToLowerInvariant(one), next), out var letter))
            {
                index++;
            }
            else if (char.IsAscii(one) || Signs.Contains(one, StringComparison.Ordinal))
            {
                letter = one;
            }
            else if (!Singles.TryGetValue(char.ToLowerInvariant(one), out letter))
            {
                return null;
            }

            text.Append(char.IsUpper(one) ? char.ToUpperInvariant(letter) : letter);
        }

        return text.ToString();
    }

    /// <summary>Plain vowels and ơ, ư take a tone; a, e, o take the circumflex with or without a tone; a takes the breve likewise.</summary>
    private static Dictionary<(char First, char Second), char> MakePairs()
    {
        var pairs = new Dictionary<(char First, char Second), char>();
        foreach (var (first, seconds, letters) in new[]
        {
            ('a', "ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
            ('e', "ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
            ('o', "ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
            ('u', "ùøûõï", "úùủũụ"),
            ('y', "ùøûõ", "ýỳỷỹ"),
            ('ô', "ùøûõï", "ớờởỡợ"),
            ('ö', "ùøûõï", "ứừửữự"),
        })
        {
            for (var index = 0; index < seconds.Length; index++)
            {
                pairs.Add((first, seconds[index]), letters[index]);
            }
        }

        return pairs;
    }
}
