using System.Globalization;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>What each byte of an encoding means; ASCII means itself.</summary>
internal sealed class LetterTable
{
    private readonly char[] letters = new char[256];

    public LetterTable()
    {
        for (var one = '\0'; one < 0x80; one++)
        {
            letters[one] = one;
        }
    }

    /// <summary>NUL for a byte that means nothing here.</summary>
    public char this[byte code] => letters[code];

    /// <summary>Takes letters with their bytes, as hexadecimal numbers between blanks.</summary>
    public LetterTable With(string added, string codes)
    {
        var each = codes.Split(' ');
        for (var index = 0; index < each.Length; index++)
        {
            letters[byte.Parse(each[index], NumberStyles.HexNumber, CultureInfo.InvariantCulture)] = added[index];
        }

        return each.Length == added.Length ? this : throw new ArgumentException("Letters and bytes differ in number.", nameof(codes));
    }

    /// <summary>The text byte by byte; null if a byte means nothing.</summary>
    public string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        for (var index = 0; index < bytes.Length; index++)
        {
            var letter = letters[bytes[index]];
            if (letter == '\0' && bytes[index] != 0)
            {
                return null;
            }

            text[index] = letter;
        }

        return new string(text);
    }
}
