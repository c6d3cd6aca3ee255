using System.Collections.Frozen;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>The rule of Vietnamese spelling: onset, rhyme and tone. What breaks it is no Vietnamese syllable, though it may be a name of another language of the country (Krông, Lắk).</summary>
internal static class Syllable
{
    private const int Longest = 7;

    // The five tones as letters: each group is the plain letter and its huyền, hỏi, ngã, sắc, nặng.
    private static readonly string[] Toned =
        ["aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ"];

    private static readonly FrozenDictionary<char, (char Letter, int Tone)> Letters = Toned
        .SelectMany(group => group.Select((one, tone) => (One: one, Letter: group[0], Tone: tone)))
        .ToFrozenDictionary(entry => entry.One, entry => (entry.Letter, entry.Tone));

    // By their first letter, the longest first.
    private static readonly FrozenDictionary<char, string[]> Onsets = "ngh ng nh n ch c gh gi g kh k ph p qu th tr t b d đ h l m r s v x".Split(' ')
        .GroupBy(onset => onset[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly FrozenSet<string> Rhymes = (
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
        + "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
        + "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
        + "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot "
        + "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
        + "u ua uâc uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu "
        + "ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ych yn ynh yt").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RhymesBySpan = Rhymes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True if a composed word of any case is a syllable.</summary>
    public static bool IsValid(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > Longest)
        {
            return false;
        }

        Span<char> plain = stackalloc char[word.Length];
        var tone = 0;
        for (var index = 0; index < word.Length; index++)
        {
            plain[index] = char.ToLowerInvariant(word[index]) is var small && small is 'ð' or 'ɖ' ? 'đ' : small;
            if (Letters.TryGetValue(plain[index], out var letter))
            {
                if (tone > 0 && letter.Tone > 0)
                {
                    return false;
                }

                (plain[index], tone) = (letter.Letter, Math.Max(tone, letter.Tone));
            }
        }

        return IsSpelled(plain, tone);
    }

    private static bool IsSpelled(ReadOnlySpan<char> plain, int tone)
    {
        var onset = OnsetOf(plain);
        var rhyme = plain[onset.Length..];
        if (onset == "gi" && (rhyme.IsEmpty || rhyme[0] == 'ê' || !RhymesBySpan.Contains(rhyme)))
        {
            // "gì", "giếng": the i belongs to the rhyme.
            return RhymesBySpan.Contains(plain[1..]) && IsToneOf(plain[1..], tone);
        }

        return RhymesBySpan.Contains(rhyme) && Agree(onset, rhyme) && IsToneOf(rhyme, tone);
    }

    private static string OnsetOf(ReadOnlySpan<char> plain)
    {
        if (Onsets.TryGetValue(plain[0], out var onsets))
        {
            foreach (var onset in onsets)
            {
                if (plain.StartsWith(onset))
                {
                    return onset;
                }
            }
        }

        return "";
    }

    /// <summary>k, gh, ngh stand before e, ê, i, y and c, g, ng before the others; y begins few rhymes.</summary>
    private static bool Agree(string onset, ReadOnlySpan<char> rhyme)
    {
        var isFront = rhyme[0] is 'e' or 'ê' or 'i' or 'y';
        return onset switch
        {
            "k" => isFront && (rhyme[0] != 'y' || rhyme.Length == 1),
            "gh" or "ngh" => isFront && rhyme[0] != 'y',
            "c" or "g" or "ng" => !isFront,
            "qu" => rhyme[0] is not ('u' or 'ư' or 'o') && (rhyme[0] != 'i' || rhyme.Length == 1),
            "" => !rhyme.StartsWith("iê") && rhyme is not ("ych" or "yn" or "ynh" or "yt"),
            "h" or "l" or "m" or "s" or "t" or "v" => rhyme[0] != 'y' || rhyme.Length == 1,
            _ => rhyme[0] != 'y',
        };
    }

    /// <summary>A rhyme that ends in a stop has only the tones sắc and nặng.</summary>
    private static bool IsToneOf(ReadOnlySpan<char> rhyme, int tone) =>
        tone is 4 or 5 || !(rhyme[^1] is 'c' or 'p' or 't' || rhyme.EndsWith("ch"));
}
