using System.Buffers.Binary;
using System.Text;
using Emulation.Ingest.Parsing.OldWorkbooks;

namespace Emulation.Ingest.Parsing;

/// <summary>Tells a file's kind from its first bytes. A zip is told apart further by its entries (<see cref="Workbooks.ZipGate"/>).</summary>
internal static class FileSniffer
{
    /// <summary>How much of a text is looked at for signs of HTML or XML.</summary>
    private const int HeadLength = 2048;

    private static readonly (byte[] Magic, FileKind Kind)[] Magics =
    [
        ("%PDF-"u8.ToArray(), FileKind.Pdf),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], FileKind.Image),
        ([0xFF, 0xD8, 0xFF], FileKind.Image),
        ("GIF8"u8.ToArray(), FileKind.Image),
        ("II*\0"u8.ToArray(), FileKind.Image),
        ("MM\0*"u8.ToArray(), FileKind.Image),
        ("Rar!"u8.ToArray(), FileKind.Archive),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], FileKind.Archive),
        ([0x1F, 0x8B, 0x08], FileKind.Archive),
        ([0x09, 0x00, 0x04, 0x00], FileKind.BareXls),
        ([0x09, 0x02, 0x06, 0x00], FileKind.BareXls),
        ([0x09, 0x04, 0x06, 0x00], FileKind.BareXls),
        ([0x09, 0x08, 0x08, 0x00], FileKind.BareXls),
        ([0x09, 0x08, 0x10, 0x00], FileKind.BareXls),
        ("{\\rtf"u8.ToArray(), FileKind.Word),
        ("ID;P"u8.ToArray(), FileKind.Sylk),
    ];

    private static readonly byte[] OleMagic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>True if the content is a zip, or begins as one.</summary>
    public static bool IsZip(ReadOnlySpan<byte> content) =>
        content.StartsWith("PK\u0003\u0004"u8) || content.StartsWith("PK\u0005\u0006"u8);

    /// <summary>The kind of anything that is no zip.</summary>
    public static FileKind KindOf(ReadOnlyMemory<byte> whole)
    {
        var content = whole.Span;
        if (content.IsEmpty)
        {
            return FileKind.Empty;
        }

        if (content.StartsWith(OleMagic))
        {
            return OleKind(whole);
        }

        foreach (var (magic, kind) in Magics)
        {
            if (content.StartsWith(magic))
            {
                return kind;
            }
        }

        return TextKind(content);
    }

    /// <summary>What the entries at the top of an OLE container make it: deeper down lie the documents inside a document.</summary>
    private static FileKind OleKind(ReadOnlyMemory<byte> content)
    {
        try
        {
            var names = CompoundFile.Open(content).Top.Select(entry => entry.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return OleKind(names.Contains);
        }
        catch (UnreadableFileException)
        {
            // Too damaged to have a top; the names in it still tell what it was. A workbook may have held other documents.
            bool Has(string name) => content.Span.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;
            return Has("Workbook") && !Has("EncryptedPackage") ? FileKind.Xls : OleKind(Has);
        }
    }

    private static FileKind OleKind(Func<string, bool> has) =>
        has("EncryptedPackage") ? FileKind.Encrypted
        : has("WordDocument") ? FileKind.Word
        : has("PowerPoint Document") ? FileKind.Presentation
        : has("Workbook") || has("Book") ? FileKind.Xls
        : FileKind.Binary;

    private static FileKind TextKind(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(HeadLength, content.Length)];
        var text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\r', '\n', '\t');
        if (text.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (text.StartsWith('<') && text.Contains("<table", StringComparison.OrdinalIgnoreCase)))
        {
            return FileKind.Html;
        }

        if (text.StartsWith("MIME-Version", StringComparison.OrdinalIgnoreCase))
        {
            return FileKind.Html;
        }

        if (text.StartsWith("<?xml", StringComparison.Ordinal))
        {
            return XmlKind(text);
        }

        return HasByteOrderMark16(content) || LooksLikeUtf16(head) || !HasControls(head) ? FileKind.Text : FileKind.Binary;
    }

    private static FileKind XmlKind(string text) =>
        text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? FileKind.Html
        : text.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) || text.Contains("Excel.Sheet", StringComparison.Ordinal) ? FileKind.Xml2003
        : text.Contains("opendocument:xmlns:office", StringComparison.Ordinal) ? FileKind.Ods
        : FileKind.Xml;

    public static bool HasByteOrderMark16(ReadOnlySpan<byte> content) =>
        content.Length >= 2 && BinaryPrimitives.ReadUInt16LittleEndian(content) is 0xFEFF or 0xFFFE;

    /// <summary>Latin letters in UTF-16 are every other byte zero; the decoder says so in its refusal.</summary>
    public static bool LooksLikeUtf16(ReadOnlySpan<byte> head) => head.Count((byte)0) > head.Length / 4 && head.Count((byte)0) < head.Length * 3 / 4;

    /// <summary>Control bytes that no text holds. A few NULs are left to the decoder, which names their line.</summary>
    private static bool HasControls(ReadOnlySpan<byte> head)
    {
        var controls = 0;
        foreach (var one in head)
        {
            if (one is < 0x20 and not (0 or 0x09 or 0x0A or 0x0B or 0x0C or 0x0D or 0x1A or 0x02 or 0x05 or 0x06 or 0x14 or 0x19 or 0x1E))
            {
                controls++;
            }
        }

        return controls > head.Length / 100;
    }
}
