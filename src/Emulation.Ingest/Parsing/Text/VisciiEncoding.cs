namespace Emulation.Ingest.Parsing.Text;

/// <summary>VISCII (RFC 1456): one byte a letter, six of them bytes that are control characters elsewhere.</summary>
internal sealed class VisciiEncoding() : OldEncoding("VISCII")
{
    private static readonly LetterTable Table = new LetterTable()
        .With("àảãáạăằẳẵắặâầẩẫấậđ", "E0 E4 E3 E1 D5 E5 A2 C6 C7 A1 A3 E2 A5 A6 E7 A4 A7 F0")
        .With("èẻẽéẹêềểễếệìỉĩíị", "E8 EB A8 E9 A9 EA AB AC AD AA AE EC EF EE ED B8")
        .With("òỏõóọôồổỗốộơờởỡớợ", "F2 F6 F5 F3 F7 F4 B0 B1 B2 AF B5 BD B6 B7 DE BE FE")
        .With("ùủũúụưừửữứựỳỷỹýỵ", "F9 FC FB FA F8 DF D7 D8 E6 D1 F1 CF D6 DB FD DC")
        .With("ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬĐ", "C0 C4 C3 C1 80 C5 82 02 05 81 83 C2 85 86 06 84 87 D0")
        .With("ÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊ", "C8 CB 88 C9 89 CA 8B 8C 8D 8A 8E CC 9B CE CD 98")
        .With("ÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ", "D2 99 A0 D3 9A D4 90 91 92 8F 93 B4 96 97 B3 95 94")
        .With("ÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴ", "D9 9C 9D DA 9E BF BB BC FF BA B9 9F 14 19 DD 1E");

    public override string? Decode(ReadOnlySpan<byte> bytes) => Table.Decode(bytes);
}
