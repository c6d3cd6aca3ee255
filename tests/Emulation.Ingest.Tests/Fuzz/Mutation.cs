using System.Text;

namespace Emulation.Ingest.Tests.Fuzz;

/// <summary>Changes bytes the way damage, carelessness and malice do. The same random number gives the same mutant.</summary>
internal static class Mutation
{
    private static readonly byte[][] Words = [.. new[]
    {
        "<row", "<c ", "</c>", "<v>", "</v>", "<v/>", "<f/>", "<is><t>", "r=\"", "r=\"A1\"", "r=\"XFD1048576\"", "t=\"s\"", "t=\"e\"", "t=\"b\"", "t=\"d\"", "s=\"2\"", "s=\"99\"", "hidden=\"1\"",
        "&amp;", "&#0;", "&lt;", "<![CDATA[", "]]>", "<!--", "-->", "<?x?>", "<!DOCTYPE a>", "xmlns=\"\"", "_xD800_", "_x0000_", "_x_",
        "99999999999999999999", "-1", "0", "1E400", "NaN", "1e-400", "0x1F", "2147483648", "-2147483649", ".", ",", "1.234", "1,5", "5%", "½", "٣",
        "\0", "\uFEFF", "\u200B", "\u00A0", "\u202E", "e\u0301", "\"", "\"\"", ";", ";;;;", "\t", "|", "\r", "\n", "\r\n", "sep=,\n", "=1+1", "KPS", "x", "Tổng cộng", "B09", "E01", "654", "644", "2020-03", "31/02/2020", "NGƯỜI LẬP BIỂU",
    }.Select(Encoding.UTF8.GetBytes)];

    public static byte[] Of(byte[] seed, Random random)
    {
        var content = seed;
        for (var changes = 1 + random.Next(3); changes > 0; changes--)
        {
            content = Once(content, random);
        }

        return content;
    }

    /// <summary>Changes 1 to 4 bytes in place: the length stays.</summary>
    public static byte[] InPlace(byte[] seed, Random random)
    {
        var content = (byte[])seed.Clone();
        for (var changes = 1 + random.Next(4); changes > 0 && content.Length > 0; changes--)
        {
            content[random.Next(content.Length)] ^= (byte)(1 + random.Next(255));
        }

        return content;
    }

    private static byte[] Once(byte[] content, Random random)
    {
        if (content.Length == 0)
        {
            return Words[random.Next(Words.Length)];
        }

        var at = random.Next(content.Length);
        var length = Math.Min(content.Length - at, 1 + random.Next(1 << random.Next(8)));
        return random.Next(7) switch
        {
            0 => InPlace(content, random),
            1 => [.. content.AsSpan(0, at), .. content.AsSpan(at + length)],
            2 => [.. content.AsSpan(0, at + length), .. content.AsSpan(at)],
            3 => [.. content.AsSpan(0, at), .. Words[random.Next(Words.Length)], .. content.AsSpan(at)],
            4 => [.. content.AsSpan(0, at), .. Words[random.Next(Words.Length)], .. content.AsSpan(at + length)],
            5 => content[..at],
            _ => Digits(content, random),
        };
    }

    /// <summary>Another digit for a digit: the change that nobody sees.</summary>
    private static byte[] Digits(byte[] content, Random random)
    {
        var digits = Enumerable.Range(0, content.Length).Where(index => content[index] is >= (byte)'0' and <= (byte)'9').ToList();
        if (digits.Count == 0)
        {
            return content;
        }

        var changed = (byte[])content.Clone();
        changed[digits[random.Next(digits.Count)]] = (byte)('0' + random.Next(10));
        return changed;
    }
}
