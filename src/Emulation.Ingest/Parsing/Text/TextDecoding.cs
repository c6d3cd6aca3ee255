using System.Text;
using System.Text.Unicode;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>Decodes a text file: UTF-8 and UTF-16 strictly, old Vietnamese encodings when the evidence leaves one of them; what is left is refused.</summary>
/// <remarks>Decided once a file, never a cell (docs/adr/0008-encodings.md).</remarks>
internal static class TextDecoding
{
    /// <summary>So much of a file is looked at to choose its encoding; all of it is decoded.</summary>
    private const int SampleBytes = 64 << 10;

    private static readonly UTF8Encoding Utf8Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A file that should hold one of our forms: letters that were lost or mixed on the way refuse it.</summary>
    /// <exception cref="UnreadableFileException">E-ENCODING or E-BINARY.</exception>
    public static DecodedText OfForm(ReadOnlyMemory<byte> content)
    {
        var decoded = OfAny(content);
        return decoded.IsOld ? decoded : UnicodeText.Checked(decoded);
    }

    /// <summary>A file of any origin: what is Unicode is taken as it stands.</summary>
    /// <exception cref="UnreadableFileException">E-ENCODING or E-BINARY.</exception>
    public static DecodedText OfAny(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (FileSniffer.HasByteOrderMark16(bytes))
        {
            return new DecodedText(WithoutNul(FromUtf16(bytes[2..], isBigEndian: bytes[0] == 0xFE)), "UTF-16", IsOld: false, IsFromEvidence: false);
        }

        if (bytes.Contains((byte)0) && FileSniffer.LooksLikeUtf16(bytes[..Math.Min(bytes.Length, 400)]))
        {
            return new DecodedText(WithoutNul(BareUtf16.Decode(bytes)), "UTF-16 không có dấu nhận dạng (BOM)", IsOld: false, IsFromEvidence: true);
        }

        content = WithoutNul(bytes.StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content);
        return Utf8.IsValid(content.Span) ? new DecodedText(content, "UTF-8", IsOld: false, IsFromEvidence: false) : FromOld(content.Span);
    }

    /// <summary>The first so many bytes, up to the end of a line.</summary>
    public static ReadOnlySpan<byte> SampleOf(ReadOnlySpan<byte> content) =>
        content.Length <= SampleBytes ? content
        : content[..SampleBytes].LastIndexOf((byte)'\n') is > 0 and var end ? content[..end]
        : content[..SampleBytes];

    public static byte[] FromUtf16(ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        try
        {
            return Utf8Strict.GetBytes(new UnicodeEncoding(isBigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes));
        }
        catch (ArgumentException)
        {
            throw TextRefusal.At(null, "UTF-16 bị hỏng");
        }
    }

    private static DecodedText FromOld(ReadOnlySpan<byte> content)
    {
        if (content.Length > OldText.MostBytes)
        {
            throw TextRefusal.At(null, $"bảng mã cũ trong tệp lớn hơn {OldText.MostBytes >> 20} MB");
        }

        if (LostLetters.FirstLine(content) is { } line)
        {
            throw UnicodeText.Lost(line);
        }

        var encoding = EncodingChoice.Of(SampleOf(content), OldEncoding.All) ?? throw Undecided(content);
        return new DecodedText(OldText.ToUtf8(content, encoding), encoding.Name, IsOld: true, IsFromEvidence: true);
    }

    /// <summary>Where the heading is plain and the file is not, the first line that does not fit is named.</summary>
    private static UnreadableFileException Undecided(ReadOnlySpan<byte> content)
    {
        var heading = content[..(content.IndexOf((byte)'\n') + 1)];
        if (Utf8.IsValid(heading) && !Ascii.IsValid(heading))
        {
            var fits = heading.Length;
            for (var end = content[fits..].IndexOf((byte)'\n') + 1; end > 0 && Utf8.IsValid(content.Slice(fits, end)); end = content[fits..].IndexOf((byte)'\n') + 1)
            {
                fits += end;
            }

            return TextRefusal.At(content[..fits].Count((byte)'\n') + 1, "tệp dùng bảng mã UTF-8 nhưng chỗ này có ký tự không thuộc bảng mã đó");
        }

        if (EncodingChoice.Of(heading, OldEncoding.All) is { } encoding)
        {
            OldText.ToUtf8(content, encoding);
        }

        return TextRefusal.At(null, "một bảng mã không phải Unicode, và không đủ dấu hiệu để nhận ra là TCVN3 (ABC), VNI, VISCII hay windows-1258");
    }

    private static ReadOnlyMemory<byte> WithoutNul(ReadOnlyMemory<byte> content)
    {
        var at = content.Span.IndexOf((byte)0);
        return at < 0 ? content : throw new UnreadableFileException(RejectionCatalogue.Binary, new Place(null, content.Span[..at].Count((byte)'\n') + 1, null, null));
    }
}
