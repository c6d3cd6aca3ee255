using System.Buffers;
using System.Collections.Frozen;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>A Windows code page through which programs open files of every encoding: each byte is some character, so that the bytes can be had back from the characters.</summary>
internal sealed class CodePage
{
    private const string Punctuation = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
    private const string Letters1258 = "Ă\u0300Đ\u0309ƠƯ\u0303ă\u0301đ\u0323ơư₫";
    private const string Codes1258 = "C3 CC D0 D2 D5 DD DE E3 EC F0 F2 F5 FD FE";

    private readonly FrozenDictionary<char, byte> codes;
    private readonly SearchValues<char> characters;

    private CodePage(string name, LetterTable table)
    {
        (Name, Table) = (name, table);
        codes = Enumerable.Range(0, 256).ToFrozenDictionary(code => table[(byte)code], code => (byte)code);
        characters = SearchValues.Create([.. codes.Keys]);
    }

    /// <summary>Western European; with the control characters that Windows makes of undefined bytes.</summary>
    public static CodePage Windows1252 { get; } = new("windows-1252", Western());

    /// <summary>Vietnamese, likewise.</summary>
    public static CodePage Windows1258 { get; } = new("windows-1258", Western()
        .With("\u008A\u008E\u009A\u009E", "8A 8E 9A 9E")
        .With(Letters1258, Codes1258));

    public string Name { get; }

    public LetterTable Table { get; }

    /// <summary>True if every character is one of the page.</summary>
    public bool Holds(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(characters);

    /// <summary>The bytes whose characters these are; null if one is no character of the page.</summary>
    public byte[]? Encode(ReadOnlySpan<char> text)
    {
        if (!Holds(text))
        {
            return null;
        }

        var bytes = new byte[text.Length];
        for (var index = 0; index < text.Length; index++)
        {
            bytes[index] = codes[text[index]];
        }

        return bytes;
    }

    private static LetterTable Western()
    {
        var table = new LetterTable();
        for (var code = 0x80; code < 256; code++)
        {
            var letter = code < 0xA0 ? Punctuation[code - 0x80] : (char)code;
            table.With(letter.ToString(), code.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return table;
    }
}
