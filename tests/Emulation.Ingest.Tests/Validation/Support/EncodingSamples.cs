using System.Text;
using Emulation.Ingest.Tests.Parsing.Letters;

namespace Emulation.Ingest.Tests.Validation.Support;

/// <summary>The examples 1 to 8 of the list of nasty inputs, and the rows B43 and B44 of the table of bad inputs, on the monthly form.</summary>
internal static class EncodingSamples
{
    private static readonly DateOnly February = new(2020, 2, 20);

    private static readonly string Csv = Sheets.Csv("B09;Số vụ việc hòa giải tiếp nhận;vụ việc;1.020;;;;đã rà soát", "B10;Số vụ việc hòa giải thành;vụ việc;17;;;;", "B11;Tỷ lệ hoà giải thành (%);%;;17;1020;;");

    public static IReadOnlyList<Sample> All { get; } = [.. Bytes(), .. Fonts(), .. Garbled(), .. Keys(), .. Encodings(), .. Separators()];

    private static IEnumerable<Sample> Bytes()
    {
        yield return new("1", "a total row in TCVN3, by its bytes", () => Total("TCVN3", "54E66E672063E96E67"), Reading.Office);
        yield return new("2", "a total row in VNI, by its bytes", () => Total("VNI", "546FE56E6720636FE46E67"), Reading.Office);
        yield return new("2", "a total row in windows-1258, by its bytes", () => Total("windows-1258", "54F4D26E672063F4F26E67"), Reading.Office);
        yield return new("2", "a total row in VISCII, by its bytes", () => Total("VISCII", "54B16E672063B56E67"), Reading.Office);
    }

    private static IEnumerable<Sample> Fonts() =>
    [
        new("3", "total rows in .VnTime and .VnTimeH", () => FontBook.Book(
            [.. Sheets.Head(), Sheets.Row(1, "B09", 20), [FontBook.Cell("TæNG CéNG", FontBook.Tcvn3), null, null, null, 20], [FontBook.Cell("tæng céng", FontBook.Tcvn3Capitals), null, null, null, 20]]).ToBytes()),
        new("4", "the unit in .VnTime", () => FontBook.Book(
            [["Đơn vị báo cáo:", FontBook.Cell("Phßng T\u00AD ph¸p huyÖn Kr«ng P¾c", FontBook.Tcvn3)], .. Sheets.Head().Skip(2), Sheets.Row(1, "B09", 20)]).ToBytes()),
        new("4", "another unit in .VnTime", () => FontBook.Book(
            [["Đơn vị báo cáo:", FontBook.Cell("Phßng T\u00AD ph¸p thÞ x· Bu«n Hå", FontBook.Tcvn3)], .. Sheets.Head().Skip(2), Sheets.Row(1, "B09", 20)]).ToBytes()),
        new("4", "the unit in TCVN3 in a font of Unicode", () => FontBook.Book(
            [["Đơn vị báo cáo:", FontBook.Cell("Phßng T\u00AD ph¸p huyÖn Kr«ng P¾c", FontBook.Unicode)], .. Sheets.Head().Skip(2), Sheets.Row(1, "B09", 20)]).ToBytes()),
    ];

    private static IEnumerable<Sample> Garbled() =>
    [
        new("5", "UTF-8 saved through windows-1252", () => OldLetters.Writers["UTF-8 read as windows-1252"](Csv)),
        new("6", "letters lost in the heading", () => Encoding.UTF8.GetBytes("Mã don v?;K? báo cáo;Mã ch? tiêu;Th?c hi?n\r\n654;2020-03;B09;20\r\n")),
        new("6", "letters lost below a good heading", () => Encoding.UTF8.GetBytes(Sheets.Csv("B09;S? v? h?a gi?i;;20;;;;Huy?n C? M'gar"))),
        new("6", "letters lost in a workbook", () => Sheets.Monthly([1, "B09", "S? v? h?a gi?i", null, 20, null, null, null, "Huy?n C? M'gar"])),
        new("6", "letters lost in the heading of a workbook", () => new TestWorkbook().Sheet("Bieu 1", [["STT", "Mã ch? tiêu", "Tên ch? tiêu", "Ðon v? tính", "Th?c hi?n"], [1, "B09", null, null, 20]]).ToBytes()),
    ];

    private static IEnumerable<Sample> Keys() =>
    [
        new("7", "Tỷ lệ hoà giải thành (%), without its code", () => Encoding.UTF8.GetBytes(Sheets.Csv(";Tỷ lệ hoà giải thành (%);%;;17;20;;"))),
        new("7", "Tỉ lệ hòa giải thành, without its code", () => Encoding.UTF8.GetBytes(Sheets.Csv(";Tỉ lệ hòa giải thành;%;;17;20;;"))),
        new("8", "decomposed, as a Mac writes", () => Encoding.UTF8.GetBytes(Csv.Normalize(NormalizationForm.FormD))),
    ];

    private static IEnumerable<Sample> Encodings()
    {
        foreach (var (name, write) in OldLetters.Writers)
        {
            yield return new("B43", name, () => write(Csv));
        }

        yield return new("B43", "windows-1252, letters lost", () => Encoding.Latin1.GetBytes("Mã ??n v?;K? báo cáo;Mã ch? tiêu;Th?c hi?n\r\n654;2020-03;B09;20\r\n"));
        yield return new("B43", "mixed: a note of windows-1258 in a file of TCVN3", () => [.. OldLetters.Writers["TCVN3"](Csv), .. OldLetters.Writers["windows-1258"]("654;2020-03;B13;;;5;;;;đã kiểm tra lại số liệu\r\n")]);
        yield return new("B43", "mixed: a note of VNI in a file of UTF-8", () => [.. Encoding.UTF8.GetBytes(Csv), .. OldLetters.Writers["VNI saved as UTF-8"]("654;2020-03;B13;;;5;;;;đã kiểm tra lại số liệu\r\n")]);
        yield return new("B43", "mixed: a line of TCVN3 bytes in a file of UTF-8", () => [.. Encoding.UTF8.GetBytes(Csv), .. OldLetters.Writers["TCVN3"]("654;2020-03;B13;;;5;;;;đã kiểm tra lại số liệu\r\n")]);
        yield return new("B43", "an old encoding with too few words to tell", () => OldLetters.Writers["TCVN3"]("Ma don vi;Ky bao cao;Ma chi tieu;Thuc hien;Ghi chu\r\n654;2020-03;B09;20;đã nộp\r\n"));
        yield return new("B43", "a name with capitals of control bytes, in VISCII", () => OldLetters.Writers["VISCII"](
            "Mã đơn vị;Năm;Tên đề tài, sáng kiến;Tác giả;Tóm tắt\r\nSTP-HCTP;2020;\"ĐỔI MỚI KỶ LUẬT, KỸ NĂNG\";NGUYỄN THỊ MỸ;Ẵ\r\n"), "STP-HCTP", February);
    }

    private static IEnumerable<Sample> Separators() =>
    [
        new("B44", "commas, decimals and names quoted", () => Encoding.UTF8.GetBytes(
            "Mã đơn vị,Kỳ báo cáo,Mã chỉ tiêu,Tên chỉ tiêu,Thực hiện\r\n654,2020-03,E01,\"Kinh phí, hiện vật ủng hộ người nghèo\",\"12,5\"\r\n")),
        new("B44", "commas, a decimal comma not quoted", () => Encoding.UTF8.GetBytes("Mã đơn vị,Kỳ báo cáo,Mã chỉ tiêu,Thực hiện\r\n654,2020-03,E01,12,5\r\n")),
        new("B44", "tabs", () => Encoding.UTF8.GetBytes(Csv.Replace(';', '\t'))),
        new("B44", "sep= and a tab", () => Encoding.UTF8.GetBytes("sep=\t\r\n" + Csv.Replace(';', '\t'))),
        new("B44", "sep= that is not the separator", () => Encoding.UTF8.GetBytes("sep=,\r\n" + Csv)),
        new("B44", "bars", () => Encoding.UTF8.GetBytes(Csv.Replace(';', '|'))),
        new("B44", "headings that two separators divide", () => Encoding.UTF8.GetBytes("Mã đơn vị,Kỳ báo cáo,Mã chỉ tiêu,Thực hiện,a;Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện\n")),
    ];

    /// <summary>Two units and a row whose unit is the bytes given.</summary>
    private static byte[] Total(string encoding, string bytes)
    {
        var write = OldLetters.Writers[encoding];
        return
        [
            .. write(Sheets.CsvHeader + "\r\n654;2020-03;B09;;;20;;;;\r\n644;2020-03;B09;;;21;;;;\r\n"),
            .. Convert.FromHexString(bytes),
            .. write(";2020-03;B09;;;41;;;;\r\n"),
        ];
    }
}
