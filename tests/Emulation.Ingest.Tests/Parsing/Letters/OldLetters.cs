using System.Text;
using Emulation.Ingest.Parsing.Text;

namespace Emulation.Ingest.Tests.Parsing.Letters;

/// <summary>Writes text in the encodings that offices still use, as their programs would.</summary>
internal static class OldLetters
{
    private static readonly Dictionary<char, byte[]> Tcvn3 = LetterPairs.Of(LetterPairs.Tcvn3).ToDictionary(pair => pair.Letter, pair => pair.Bytes);
    private static readonly Dictionary<char, byte[]> Vni = LetterPairs.Of(LetterPairs.Vni).ToDictionary(pair => pair.Letter, pair => pair.Bytes);
    private static readonly Dictionary<char, byte[]> Viscii = LetterPairs.Of(LetterPairs.Viscii).ToDictionary(pair => pair.Letter, pair => pair.Bytes);
    private static readonly Dictionary<char, byte[]> Windows1258 = LetterPairs.Of(LetterPairs.Windows1258).ToDictionary(pair => pair.Letter, pair => pair.Bytes);

    /// <summary>Each way to write a text, by its name.</summary>
    public static IReadOnlyDictionary<string, Func<string, byte[]>> Writers { get; } = new Dictionary<string, Func<string, byte[]>>
    {
        ["UTF-8"] = Encoding.UTF8.GetBytes,
        ["UTF-8 with its mark"] = text => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        ["UTF-8, decomposed"] = text => Encoding.UTF8.GetBytes(text.Normalize(NormalizationForm.FormD)),
        ["UTF-16 LE"] = text => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        ["UTF-16 BE"] = text => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        ["UTF-16 LE without its mark"] = Encoding.Unicode.GetBytes,
        ["UTF-16 BE without its mark"] = Encoding.BigEndianUnicode.GetBytes,
        ["windows-1258"] = text => Write(text, Windows1258),
        ["TCVN3"] = text => Write(text, Tcvn3),
        ["VNI"] = text => Write(text, Vni),
        ["VISCII"] = text => Write(text, Viscii),
        ["UTF-8 read as windows-1252"] = text => Again(Encoding.UTF8.GetBytes(text), CodePage.Windows1252),
        ["UTF-8 with its mark read as windows-1252"] = text => Again([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], CodePage.Windows1252),
        ["UTF-8 read as windows-1258"] = text => Again(Encoding.UTF8.GetBytes(text), CodePage.Windows1258),
        ["TCVN3 saved as UTF-8"] = text => Again(Write(text, Tcvn3), CodePage.Windows1252),
        ["VNI saved as UTF-8"] = text => Again(Write(text, Vni), CodePage.Windows1252),
    };

    /// <summary>The text as a workbook stores it in a cell with a font of TCVN3 or VNI.</summary>
    public static string InFont(string text, bool isVni) => CodePage.Windows1252.Table.Decode(Write(text, isVni ? Vni : Tcvn3))!;

    private static byte[] Write(string text, Dictionary<char, byte[]> letters)
    {
        var bytes = new List<byte>(text.Length * 2);
        foreach (var one in text.Normalize())
        {
            bytes.AddRange(letters.TryGetValue(one, out var found) ? found
                : char.IsAscii(one) ? [(byte)one]
                : letters.TryGetValue(char.ToLowerInvariant(one), out found) ? found
                : throw new ArgumentException($"No letter for '{one}'.", nameof(text)));
        }

        return [.. bytes];
    }

    private static byte[] Again(byte[] bytes, CodePage page) => Encoding.UTF8.GetBytes(page.Table.Decode(bytes)!);
}
