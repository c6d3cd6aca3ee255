using System.Text;

namespace Emulation.Ingest.Tests.Validation.Support;

/// <summary>The examples 9 to 25 of the list of nasty inputs, on the forms of this system as an officer would meet them. 1 to 8 are about encodings and have tests of their own.</summary>
internal static class NastySamples
{
    public static IReadOnlyList<Sample> All { get; } =
    [
        .. Units(), .. Numbers(), .. Totals(), .. Layout(), .. Dates(), .. Sheets2(), .. Rest(),
    ];

    private static IEnumerable<Sample> Units()
    {
        foreach (var name in new[] { "Krông Pắk", "Krông Păc ", "KRÔNG PẮC", "H. Krông Pắc" })
        {
            yield return new("9", $"the unit written “{name}”", () => Csv($"{name};2020-03;B09;;;20;;;;"));
        }

        yield return new("9", "“Krông” alone asks", () => Csv("Krông;2020-03;B09;;;20;;;;"));
        foreach (var name in new[] { "Cư M’gar", "Cư M`gar", "CưM'gar" })
        {
            yield return new("10", $"the unit written “{name}”", () => Csv($"{name};2020-03;B09;;;20;;;;"), "648");
        }

        yield return new("10", "Ea H'Leo in 2020, with Ð (U+00D0) in the province", () => Csv("Phòng Tư pháp huyện Ea H'Leo, tỉnh Ðắk Lắk;2020-03;B09;;;20;;;;"), "645");
        yield return new("10", "Ea H'Leo in 2026, in the folder of the district that was", () => Csv("Ea H'Leo;2020-03;B09;;;20;;;;"), "645", new DateOnly(2026, 3, 16));
    }

    private static IEnumerable<Sample> Numbers() =>
    [
        new("11", "points between thousands in counts", () => Lines("B18;;;1.234;;;;", "B19;;;2.050;;;;", "B09;;;987;;;;")),
        new("11", "the same text in a percentage", () => Lines("A03;;;1.234;;;;", "DD1;;;2.050;;;;", "DD3;;;987;;;;")),
        new("12", "a percentage written four ways", () => Sheets.Monthly(
            Sheets.Row(1, "A03", TestCell.Percent("0.955")), Sheets.Row(2, "B12", "95,5"), Sheets.Row(3, "DD1", "95.5%"), Sheets.Row(4, "DD3", "95,5 %"))),
        new("13", "a target met as “Đạt 100% (12/12)”", () => Sheets.Monthly(Sheets.Row(1, "DD1", "Đạt 100% (12/12)"))),
        new("14", "nothing, zero and unknown in one column", () => Sheets.Monthly(
            Sheets.Row(1, "B21", "-"), Sheets.Row(2, "B13", "…"), Sheets.Row(3, "B20", "Không"), Sheets.Row(4, "B23", "KPS"), Sheets.Row(5, "B15"), Sheets.Row(6, "DD2", 0), Sheets.Row(7, "B24", "0"))),
    ];

    private static IEnumerable<Sample> Totals() =>
    [
        new("15", "a total first that is the sum", () => Csv("Tổng số trên địa bàn tỉnh;2020-03;B09;;;41;;;;", "654;2020-03;B09;;;20;;;;", "644;2020-03;B09;;;21;;;;"), Reading.Office),
        new("15", "a total last that is not", () => Csv("654;2020-03;B09;;;20;;;;", "644;2020-03;B09;;;21;;;;", "Tổng cộng;2020-03;B09;;;40;;;;"), Reading.Office),
        new("15", "communes below the district's total, equal", () => Sheets.Monthly(Sheets.Row(1, "B09", 20), Part("- Xã Ea Phê", 12), Part("- Xã Ea Kly", 8))),
        new("15", "communes below the district's total, different", () => Sheets.Monthly(Sheets.Row(1, "B09", 20), Part("- Xã Ea Phê", 12), Part("- Xã Ea Kly", 9))),
        new("15", "of which: fewer than the whole", () => Sheets.Monthly(Sheets.Row(1, "B09", 20), Part("Trong đó:", null), Part("- Đất đai", 5), Part("- Hôn nhân", 3))),
        new("15", "of which: more than the whole", () => Sheets.Monthly(Sheets.Row(1, "B09", 20), Part("Trong đó: đất đai", 25))),
        new("16", "the form's own footnote, by columns it does not have", () => Sheets.Monthly(Sheets.Row(1, "B09", 20), Sheets.Row(2, "B10", 15), ["* Ghi chú: Tổng số ước tính tháng 6: Cột 2: 15; Cột 3: 12"])),
        new("16", "by codes and names of indicators", () => Sheets.Monthly(Sheets.Row(1, "B09", 20), Sheets.Row(2, "B10", 15), ["* Ghi chú: Tổng số ước tính tháng 6: B09: 15; Số vụ việc hòa giải thành: 12"])),
        new("16", "for an indicator that has an estimate already", () => Sheets.Monthly(Sheets.Row(1, "B09", 20, null, null, 15), ["* Ghi chú: Tổng số ước tính tháng 6: B09: 15"])),
        new("16", "the mark in a cell of its own, under the signatures", () => Sheets.Monthly(Sheets.Row(1, "B09", 20), [null, "NGƯỜI LẬP BIỂU"], ["*", "Số ước tính tháng 6 khoảng 15 vụ"])),
    ];

    private static IEnumerable<Sample> Layout() =>
    [
        new("17", "a heading of three rows with numbers and formulas below", () => ThreeRows("Kết quả trong kỳ", "A7:A9", "B7:B9", "C7:C9", "D7:D9", "E7:H7", "E8:G8", "I7:I9")),
        new("17", "last year's column beside this year's, told apart by the path", () => WithLastYear()),
        new("17", "planned values under the only “Thực hiện”", () => Book(Head(), ["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Kế hoạch năm"], [null, null, null, null, "Thực hiện"], [1, "B09", null, null, 20])),
        new("17", "last year's figures under the only “Thực hiện”", () => Book(Head(), ["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Năm 2019"], [null, null, null, null, "Thực hiện"], [1, "B09", null, null, 20])),
        new("18", "sections with Roman numbers of both kinds, parts that repeat", () => Sheets.Monthly(
            ["I. Khai sinh"], Sheets.Row(1, "B13", 20), Part("- Nam", 12), Part("- Nữ", 8), ["Ⅱ. Khai tử"], Sheets.Row(2, "B15", 9), Part("- Nam", 5), Part("- Nữ", 4))),
        new("18", "parts of the second whole only that do not fit", () => Sheets.Monthly(
            ["I. Khai sinh"], Sheets.Row(1, "B13", 20), Part("- Nam", 12), Part("- Nữ", 8), ["Ⅱ. Khai tử"], Sheets.Row(2, "B15", 9), Part("- Nam", 5), Part("- Nữ", 5))),
        new("18", "parts in a text file, told by the blank code", () => Lines("B13;;;20;;;;", ";- Nam;;12;;;;", ";- Nữ;;9;;;;", "B15;;;9;;;;", ";Trong đó: nam;;5;;;;")),
        new("18", "parts without their whole", () => Sheets.Monthly(["I. Khai sinh"], Part("- Nam", 12), Part("- Nữ", 8), Sheets.Row(2, "B15", 9))),
    ];

    private static IEnumerable<Sample> Dates() =>
    [
        new("19", "one day written four ways", () => new TestWorkbook().Sheet("Sáng kiến",
        [
            ["Đơn vị báo cáo: Phòng Hành chính tư pháp"], ["DANH SÁCH ĐỀ TÀI, SÁNG KIẾN NĂM 2020"], ["STT", "Tên đề tài, sáng kiến", "Tác giả", "Ngày công nhận"],
            [1, "Một", "A", 43861], [2, "Hai", "A", "31/01/2020"], [3, "Ba", "A", "01/31/2020"], [4, "Bốn", "A", "ngày 31 tháng 01 năm 2020"],
        ]).ToBytes(), "STP-HCTP", new DateOnly(2020, 2, 20)),
        new("19", "day first", () => Lines("B22;;;03/02/2020;;;;")),
        new("19", "a day that is in no calendar", () => Sheets.Monthly(Sheets.Row(1, "B22", "31/02/2020"))),
    ];

    private static IEnumerable<Sample> Sheets2() =>
    [
        new("20", "a hidden sheet of last year, the period from the title", () => new TestWorkbook()
            .Sheet("Sheet2", [.. Sheets.Head(period: "tháng 3/2019"), Sheets.Row(1, "B09", 999)], "hidden")
            .Sheet("Sheet1", [["Đơn vị báo cáo: Phòng Tư pháp huyện Krông Pắc"], ["BÁO CÁO KẾT QUẢ ĐỢT THI ĐUA ĐỢT 1 NĂM 2020"], ["(Từ ngày 01/01/2020 đến ngày 31/05/2020)"], .. Sheets.Head().Skip(6), Sheets.Row(1, "B09", 75)]).ToBytes(), Today: Reading.JuneDay),
        new("20", "two places that name different periods", () => Book([.. Sheets.Head(title: "BÁO CÁO SỐ LIỆU THI ĐUA THÁNG 2 NĂM 2020")], Sheets.Row(1, "B09", 20))),
        new("20", "days in words that are not the period's", () => Book([.. Sheets.Head(days: "(Từ ngày 15 tháng 01 năm 2020 đến ngày 14 tháng 02 năm 2020)")], Sheets.Row(1, "B09", 20))),
        new("21", "đồng in the heading", () => Book([.. Head(), ["(ĐVT: đồng)"], .. Sheets.Head().Skip(6)], Sheets.Row(1, "A04", "12.500.000"), Sheets.Row(2, "B09", 20))),
        new("21", "triệu đồng in the heading", () => Book([.. Head(), ["(ĐVT: triệu đồng)"], .. Sheets.Head().Skip(6)], Sheets.Row(1, "A04", "12,5"))),
        new("21", "đồng behind the column's own heading", () => Book([.. Head(), ["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Thực hiện (đồng)"]], Sheets.Row(1, "A04", 12_500_000), [2, "E01", null, "triệu đồng", "3,5"])),
        new("21", "“Đơn vị: đồng” names no unit", () => Book([.. Head(), [null, null, null, null, "Đơn vị: đồng"], .. Sheets.Head().Skip(6)], Sheets.Row(1, "A04", "12.500.000"))),
        new("21", "đồng in the heading of a text file", () => Encoding.UTF8.GetBytes("Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện (ĐVT: đồng);Ước thực hiện (đồng)\r\n654;2020-03;A04;12.500.000;2.500.000\r\n")),
        new("21", "two measures in two headings", () => Encoding.UTF8.GetBytes("Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện (triệu đồng);Ước thực hiện (đồng)\r\n654;2020-03;A04;12,5;2.500.000\r\n")),
        new("21", "counts by the thousand", () => Book([.. Head(), ["(Đơn vị tính: nghìn bản)"], .. Sheets.Head().Skip(6)], Sheets.Row(1, "B18", 12))),
        new("21", "a measure of counts", () => Book([.. Head(), ["(Đơn vị tính: vụ)"], .. Sheets.Head().Skip(6)], Sheets.Row(1, "B09", 20), Sheets.Row(2, "B13", 5))),
    ];

    private static IEnumerable<Sample> Rest() =>
    [
        new("22", "signature rows and a name below", () => Sheets.Monthly(
            Sheets.Row(1, "B09", 20), [], [null, null, null, null, "Krông Pắc, ngày 16 tháng 3 năm 2020"], ["Người lập biểu", null, null, null, "TRƯỞNG PHÒNG"], [], ["Nguyễn Thị Bí Mật", null, null, null, "Trần Văn Kín"])),
        new("22", "a name below without its signature row", () => Sheets.Monthly(Sheets.Row(1, "B09", 20), [], [null, "Nguyễn Thị Bí Mật", null, null, "Trần Văn Kín"])),
        new("23", "more settled than received", () => Lines("B09;;;20;;;;", "B10;;;25;;;;")),
        new("23", "nine communes of seven", () => Csv("649;2020-03;C01;;;9;;;;"), "649"),
        new("25", "sep=, semicolons, decimal comma, a quoted line break, a formula", () => Encoding.UTF8.GetBytes(
            "sep=;\r\n" + Sheets.Csv("E01;\"Kinh phí, hiện vật\nủng hộ người nghèo\";triệu đồng;12,5;;;;\"=HYPERLINK(\"\"http://x.example\"\")\""))),
        new("25", "a formula where a number should be", () => Lines("B09;;;\"=HYPERLINK(\"\"http://x.example\"\")\";;;;")),
        new("25", "bao cao đợt 1 (sửa) - Copy.xls, which is really HTML", () => Encoding.UTF8.GetBytes("<html><body><table><tr><td>B09</td><td>20</td></tr></table></body></html>")),
    ];

    private static object?[] Part(string label, object? value) => [null, null, label, null, value];

    private static List<object?[]> Head() => [.. Sheets.Head().Take(6)];

    private static byte[] Book(List<object?[]> head, params object?[][] rows) => new TestWorkbook().Sheet("Biểu 1", [.. head, .. rows]).ToBytes();

    private static byte[] ThreeRows(string group, params string[] merges) => new TestWorkbook().Sheet(
        "Biểu 1",
        [
            .. Sheets.Head().Take(6),
            ["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", group, null, null, null, "Ghi chú"],
            [null, null, null, null, "Số chính thức", null, null, "Ước thực hiện"],
            [null, null, null, null, "Thực hiện", "Tử số", "Mẫu số"],
            ["A", "B", "C", "D", "(1)", "(2)", "(3)", "(4)", "(5)"],
            [null, null, null, null, "1=2/3"],
            [1, "B11", "Tỷ lệ hòa giải thành", "%", 85, 17, 20],
            [2, "B09", null, null, 20, null, null, 5, "đã rà soát"],
        ],
        after: Merges(merges)).ToBytes();

    private static byte[] WithLastYear() => new TestWorkbook().Sheet(
        "Biểu 1",
        [
            .. Sheets.Head().Take(6),
            ["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Cùng kỳ năm 2019", "Kết quả", null, null],
            [null, null, null, null, "Thực hiện", "Thực hiện", "Tử số", "Mẫu số"],
            [1, "B09", null, null, 999, 20],
        ],
        after: Merges("A7:A8", "B7:B8", "C7:C8", "D7:D8", "F7:H7")).ToBytes();

    private static string Merges(params string[] ranges) => $"<mergeCells>{string.Concat(ranges.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>";

    private static byte[] Lines(params string[] rows) => Encoding.UTF8.GetBytes(Sheets.Csv(rows));

    private static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes(Sheets.CsvHeader + "\r\n" + string.Concat(rows.Select(row => row + "\r\n")));
}
