using System.Text;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>What can be wrong with the letters of a file that is good Unicode: lost before it was saved, or another encoding's letters shown through a code page.</summary>
internal static class UnicodeText
{
    /// <summary>So much is looked through line by line; beyond it only lines with signs that Vietnamese text rarely has.</summary>
    private const int CloselyRead = 256 << 10;

    /// <summary>Lines looked at beyond that.</summary>
    private const int MostLines = 20_000;

    /// <exception cref="UnreadableFileException">Letters were lost or mixed.</exception>
    public static DecodedText Checked(DecodedText decoded)
    {
        var utf8 = decoded.Utf8.Span;
        RefuseHoles(utf8);
        if (Ascii.IsValid(utf8))
        {
            return decoded;
        }

        if (BehindCodePage(utf8) is { } behind)
        {
            return behind;
        }

        RefuseMixed(utf8, decoded.Encoding);
        return decoded;
    }

    public static UnreadableFileException Lost(int line) => TextRefusal.At(line, "bảng mã windows-1252 đã làm mất chữ có dấu (còn lại dấu ?)");

    private static void RefuseHoles(ReadOnlySpan<byte> utf8)
    {
        // All three begin with EF, which Vietnamese text hardly has: one look instead of three.
        if (utf8.Contains((byte)0xEF))
        {
            RefuseNoCharacters(utf8);
        }

        if (LostLetters.FirstLine(utf8) is { } line)
        {
            throw Lost(line);
        }
    }

    private static void RefuseNoCharacters(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf("\uFFFD"u8) is >= 0 and var at)
        {
            throw TextRefusal.At(utf8[..at].Count((byte)'\n') + 1, "chữ đã bị mất dấu (ký tự �)");
        }

        if (utf8.IndexOf("\uFFFE"u8) >= 0 || utf8.IndexOf("\uFFFF"u8) >= 0)
        {
            throw TextRefusal.At(null, "có ký tự không tồn tại");
        }
    }

    /// <summary>The file as it was before a program took its bytes for a code page's and saved what it saw; null if it was never so.</summary>
    private static DecodedText? BehindCodePage(ReadOnlySpan<byte> utf8)
    {
        // Nearly every good text has a letter that no code page has; else its syllables tell it, else its headings: each look costs more than the one before.
        var sample = Encoding.UTF8.GetString(TextDecoding.SampleOf(utf8));
        if (utf8.Length > OldText.MostBytes || !(CodePage.Windows1252.Holds(sample) || CodePage.Windows1258.Holds(sample)))
        {
            return null;
        }

        sample = sample.Normalize();
        var own = LetterEvidence.Of(sample);
        if (own.Share >= EncodingChoice.LeastShare || FormVocabulary.CountIn(sample) >= EncodingChoice.KnownWords)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(utf8);
        return Behind(CodePage.Windows1252, text, [OldEncoding.Utf8Again, .. OldEncoding.All], own)
            ?? Behind(CodePage.Windows1258, text, [OldEncoding.Utf8Again], own);
    }

    private static DecodedText? Behind(CodePage page, string text, IReadOnlyList<OldEncoding> encodings, LetterEvidence own)
    {
        if (page.Encode(text) is not { } bytes || EncodingChoice.Of(TextDecoding.SampleOf(bytes), encodings) is not { } encoding)
        {
            return null;
        }

        var sample = EncodingChoice.EvidenceOf(encoding.Decode(TextDecoding.SampleOf(bytes))!);
        if (sample.Known < EncodingChoice.KnownWords && own.Share > sample.Share - EncodingChoice.Lead)
        {
            return null;
        }

        var utf8 = OldText.ToUtf8(bytes, encoding);
        return utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble)
            ? new DecodedText(utf8.AsMemory(3), NameOf(encoding, page), IsOld: true, IsFromEvidence: true)
            : new DecodedText(utf8, NameOf(encoding, page), IsOld: true, IsFromEvidence: true);
    }

    private static string NameOf(OldEncoding encoding, CodePage page) => encoding == OldEncoding.Utf8Again
        ? $"UTF-8 bị mở nhầm bằng bảng mã {page.Name}"
        : $"{encoding.Name} bị lưu thành UTF-8";

    private static void RefuseMixed(ReadOnlySpan<byte> utf8, string own)
    {
        var looked = 0;
        for (var start = 0; start < utf8.Length && looked < MostLines;)
        {
            if (start >= CloselyRead)
            {
                var sign = NextSign(utf8[start..]);
                if (sign < 0)
                {
                    return;
                }

                start += utf8.Slice(start, sign).LastIndexOf((byte)'\n') + 1;
                looked++;
            }

            var length = utf8[start..].IndexOf((byte)'\n') + 1;
            var line = length == 0 ? utf8[start..] : utf8.Slice(start, length);
            if (!Ascii.IsValid(line) && MixedLetters.InUnicodeLine(line) is { } other)
            {
                throw TextRefusal.Mixed(utf8[..start].Count((byte)'\n') + 1, own, other);
            }

            start += line.Length;
        }
    }

    /// <summary>A sign from U+0080 to U+00BF but the no-break space: two bytes, of which the first is C2. Letters of old encodings show as such.</summary>
    private static int NextSign(ReadOnlySpan<byte> utf8)
    {
        for (var at = utf8.IndexOf((byte)0xC2); at >= 0;)
        {
            if (at + 1 < utf8.Length && utf8[at + 1] is not 0xA0)
            {
                return at;
            }

            var next = utf8[(at + 1)..].IndexOf((byte)0xC2);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return -1;
    }
}
