using System.Text;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>UTF-16 without its mark: taken if one order of the bytes gives Latin text and the other does not.</summary>
internal static class BareUtf16
{
    /// <exception cref="UnreadableFileException">Neither order does.</exception>
    public static byte[] Decode(ReadOnlySpan<byte> bytes)
    {
        foreach (var isBigEndian in (ReadOnlySpan<bool>)[false, true])
        {
            // In the wrong order every Latin letter becomes a Chinese character, so at most one order passes.
            if (bytes.Length % 2 == 0 && IsLatin(bytes, isBigEndian))
            {
                return TextDecoding.FromUtf16(bytes, isBigEndian);
            }
        }

        throw TextRefusal.At(null, "UTF-16 không có dấu nhận dạng (BOM)");
    }

    private static bool IsLatin(ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        for (var index = 0; index < bytes.Length; index += 2)
        {
            var one = isBigEndian ? (char)((bytes[index] << 8) | bytes[index + 1]) : (char)((bytes[index + 1] << 8) | bytes[index]);
            if (!IsLatin(one))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Letters of Latin scripts with their marks, punctuation, signs of money and mathematics.</summary>
    private static bool IsLatin(char one) => one switch
    {
        '\t' or '\r' or '\n' or '\uFEFF' => true,
        >= ' ' and <= '~' or >= '\u00A0' and <= '\u024F' => true,
        >= '\u0300' and <= '\u036F' or >= '\u1E00' and <= '\u1EFF' => true,
        >= '\u2000' and <= '\u22FF' => true,
        _ => false,
    };
}
