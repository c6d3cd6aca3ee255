using System.Buffers;
using System.Text;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>Turns a text in an old encoding into UTF-8, line by line, whole or not at all.</summary>
internal static class OldText
{
    /// <summary>Nobody types more in an encoding of the nineties; each byte is decoded several times.</summary>
    public const int MostBytes = 16 << 20;

    /// <exception cref="UnreadableFileException">A line has a byte that means nothing, or a field of another encoding.</exception>
    public static byte[] ToUtf8(ReadOnlySpan<byte> content, OldEncoding encoding)
    {
        var utf8 = new ArrayBufferWriter<byte>(content.Length + (content.Length / 2) + 16);
        var number = 1;
        for (var rest = content; !rest.IsEmpty; number++)
        {
            var end = rest.IndexOf((byte)'\n') + 1;
            var line = end == 0 ? rest : rest[..end];
            Encoding.UTF8.GetBytes(DecodeLine(line, encoding, number), utf8);
            rest = rest[line.Length..];
        }

        return utf8.WrittenSpan.ToArray();
    }

    private static string DecodeLine(ReadOnlySpan<byte> line, OldEncoding encoding, int number)
    {
        var text = encoding.Decode(line) ?? throw TextRefusal.At(number, $"tệp dùng bảng mã {encoding.Name} nhưng chỗ này có ký tự không thuộc bảng mã đó");
        return LetterEvidence.Of(text).Invalid > 0 && MixedLetters.InLine(line, encoding) is { } other
            ? throw TextRefusal.Mixed(number, encoding.Name, other)
            : text;
    }
}
