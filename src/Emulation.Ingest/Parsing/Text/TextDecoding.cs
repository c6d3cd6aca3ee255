using System.Text;
using System.Text.Unicode;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>Decodes a text file strictly into UTF-8 without mark: UTF-8 with or without mark, UTF-16 with its mark. Nothing else is guessed.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding Utf8Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="UnreadableFileException">E-ENCODING or E-BINARY.</exception>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (FileSniffer.HasByteOrderMark16(bytes))
        {
            content = FromUtf16(bytes[2..], isBigEndian: bytes[0] == 0xFE);
        }
        else if (bytes.StartsWith("\u00EF\u00BB\u00BF"u8) || bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[3..];
        }

        CheckNul(content.Span);
        return Utf8.IsValid(content.Span) ? Checked(content) : throw new UnreadableFileException(RejectionCatalogue.Encoding, ("found", NameOf(content.Span)));
    }

    private static byte[] FromUtf16(ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        try
        {
            return Utf8Strict.GetBytes(new UnicodeEncoding(isBigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes));
        }
        catch (ArgumentException)
        {
            throw new UnreadableFileException(RejectionCatalogue.Encoding, ("found", "UTF-16 bị hỏng"));
        }
    }

    private static void CheckNul(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOf((byte)0);
        if (at < 0)
        {
            return;
        }

        throw FileSniffer.LooksLikeUtf16(bytes[..Math.Min(bytes.Length, 400)])
            ? new UnreadableFileException(RejectionCatalogue.Encoding, ("found", "UTF-16 không có dấu nhận dạng (BOM)"))
            : new UnreadableFileException(RejectionCatalogue.Binary, new Place(null, bytes[..at].Count((byte)'\n') + 1, null, null));
    }

    /// <summary>Valid UTF-8 can still hold letters that were lost on the way: that text is refused too.</summary>
    private static ReadOnlyMemory<byte> Checked(ReadOnlyMemory<byte> content)
    {
        var head = content.Span[..Math.Min(content.Length, 4096)];
        if (content.Span.IndexOf("\uFFFD"u8) >= 0)
        {
            throw new UnreadableFileException(RejectionCatalogue.Encoding, ("found", "chữ đã bị mất dấu (ký tự �)"));
        }

        if (content.Span.IndexOf("\uFFFE"u8) >= 0 || content.Span.IndexOf("\uFFFF"u8) >= 0)
        {
            throw new UnreadableFileException(RejectionCatalogue.Encoding, ("found", "một bảng mã có ký tự không tồn tại"));
        }

        // "Ã¡", "á»", "Ä‘": UTF-8 read as windows-1252 and saved again.
        if (head.IndexOf("á»"u8) >= 0 || head.IndexOf("áº"u8) >= 0 || head.IndexOf("Ã£"u8) >= 0 || head.IndexOf("Ä‘"u8) >= 0)
        {
            throw new UnreadableFileException(RejectionCatalogue.Encoding, ("found", "UTF-8 bị mở nhầm bằng bảng mã windows-1252"));
        }

        return content;
    }

    /// <summary>The likely name of the encoding, for the message only.</summary>
    private static string NameOf(ReadOnlySpan<byte> bytes)
    {
        var (tcvn3, windows1258) = (0, 0);
        foreach (var one in bytes[..Math.Min(bytes.Length, 4096)])
        {
            tcvn3 += one is 0xAE or 0xB8 or 0xB5 or 0xA8 or 0xAA or 0xAD ? 1 : 0;
            windows1258 += one is 0xCC or 0xD2 or 0xDE or 0xEC or 0xF2 ? 1 : 0;
        }

        return windows1258 > tcvn3 ? "windows-1258" : tcvn3 > 0 ? "TCVN3 (ABC) hoặc một bảng mã cũ" : "một bảng mã cũ";
    }
}
