namespace Emulation.Ingest.Parsing.Text;

/// <summary>TCVN3, also called ABC: the letters of the fonts .VnTime, .VnArial and so on. It has no capitals with a tone.</summary>
/// <remarks>
/// In capitals people typed the small toned letter ("TæNG CéNG" shows as TổNG CộNG) or took a font of capitals (.VnTimeH).
/// The bytes of the standard's toned capitals (TCVN 5712-1) are no letters in those fonts and mean nothing here.
/// </remarks>
internal sealed class Tcvn3Encoding() : OldEncoding("TCVN3 (ABC)")
{
    private static readonly LetterTable Table = new LetterTable()
        .With("àảãáạăằẳẵắặâầẩẫấậđ", "B5 B6 B7 B8 B9 A8 BB BC BD BE C6 A9 C7 C8 C9 CA CB AE")
        .With("èẻẽéẹêềểễếệìỉĩíị", "CC CE CF D0 D1 AA D2 D3 D4 D5 D6 D7 D8 DC DD DE")
        .With("òỏõóọôồổỗốộơờởỡớợ", "DF E1 E2 E3 E4 AB E5 E6 E7 E8 E9 AC EA EB EC ED EE")
        .With("ùủũúụưừửữứựỳỷỹýỵ", "EF F1 F2 F3 F4 AD F5 F6 F7 F8 F9 FA FB FC FD FE")
        .With("ĂÂĐÊÔƠƯ", "A1 A2 A7 A3 A4 A5 A6")
        .With("‚„…‘’“”•–—™\u00A0", "82 84 85 91 92 93 94 95 96 97 99 A0");

    public override string? Decode(ReadOnlySpan<byte> bytes) => Table.Decode(bytes) is { } text ? Tcvn3Capitals.Restore(text) : null;
}
