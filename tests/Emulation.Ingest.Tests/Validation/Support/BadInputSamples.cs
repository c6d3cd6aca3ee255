using System.Text;

namespace Emulation.Ingest.Tests.Validation.Support;

/// <summary>Files for the rows of the table of bad inputs (docs/formats/bad-input.md) that are about layout, values, identity and checks.</summary>
internal static class BadInputSamples
{
    private static readonly DateOnly February = new(2020, 2, 20);
    private static readonly DateOnly November = new(2020, 11, 10);
    private static readonly DateOnly August = new(2020, 8, 1);

    public static IReadOnlyList<Sample> All { get; } = [.. Files(), .. Dates(), .. Numbers(), .. Headings(), .. Tables(), .. Identities(), .. Texts()];

    private static IEnumerable<Sample> Files() =>
    [
        new("B2", "only the heading", () => Lines()),
        new("B2", "only the heading, in a workbook", () => Sheets.Monthly()),
        new("B2", "a nil report that says so", () => Lines("B09;;;KPS;;;;", "B10;;;KPS;;;;")),
        new("B10", "cut inside the last number", () => Utf8(Sheets.Csv("B09;;;20;;;;", "B10;;;17;;;;").TrimEnd('\r', '\n')[..^4])),
        new("B10", "cut before the last fields", () => Utf8(Sheets.Csv("B09;;;20;;;;", "B10;;;17;;;;").TrimEnd('\r', '\n')[..^6])),
        new("B39", "a row beyond the limit", () => Row("<row r=\"200001\"><c r=\"A200001\" t=\"inlineStr\"><is><t>x</t></is></c></row>")),
        new("B39", "a cell of 40,000 characters", () => Sheets.Monthly(Sheets.Row(1, "B09", new string('x', 40_000)))),
    ];

    private static IEnumerable<Sample> Dates()
    {
        foreach (var text in new[] { "28/02/2020", "02/28/2020", "2020-02-28", "28/02/20", "31/02/2020", "29/02/2025", "03/04", "28/02/2563", "28.02.2020", "28/02/2020 08:30" })
        {
            yield return new("B20", $"the text “{text}”", () => Lines($"B22;;;{text};;;;"));
        }

        foreach (var serial in new[] { "60", "-1", "2958466", "43889", "43889.75" })
        {
            yield return new(serial == "43889.75" ? "B21" : "B20", $"the serial day {serial}", () => Sheets.Monthly(Sheets.Row(1, "B22", TestCell.Number(serial, TestWorkbook.DateStyle))));
        }
    }

    private static IEnumerable<Sample> Numbers()
    {
        foreach (var text in new[] { "1,5", "1.5", "1.234", "1.234,5", "1,234.5", "1,234", "1\u00A0234", "1\u2009234", "(5)", "5-", "1e3", "５", "½", "5%", "O5", "1O", "5 %", "+5", "≥ 98", "khoảng 50" })
        {
            yield return new("B25", $"“{text.Replace('\u00A0', '␣').Replace('\u2009', '␣')}” as count, percentage and money", () => Lines($"B09;;;{text};;;;", $"A03;;;{text};;;;", $"E01;;;{text};;;;"));
        }

        yield return new("B26", "a number stored as text", () => Sheets.Monthly(Sheets.Row(1, "B09", "20"), Sheets.Row(2, "B13", " 0012 ")));
        yield return new("B26", "an apostrophe that became a letter", () => Lines("B09;;;'20;;;;"));
        foreach (var text in new[] { "-5", "-0", "20,5", "1000000000001", "NaN", "Infinity", "∞" })
        {
            yield return new("B27", $"“{text}” in a count", () => Lines($"B09;;;{text};;;;"));
        }

        yield return new("B27", "NaN in a number cell", () => Sheets.Monthly(Sheets.Row(1, "B09", TestCell.Number("NaN"))));
        yield return new("B28", "twenty digits", () => Lines("B09;;;12345678901234567890;;;;"));
        yield return new("B28", "a number of the form 1.23457E+19", () => Sheets.Monthly(Sheets.Row(1, "B09", TestCell.Number("1.23457E+19"))));
        yield return new("B28", "its text", () => Lines("B09;;;1.23457E+19;;;;"));
        yield return new("B28", "an identity number without its leading zero", () => Lines("B09;;;66123456789;;;;"));
        yield return new("B53", "an identity number in a column of figures", () => Lines("B09;;;066123456789;;;;"));
        yield return new("B53", "identity numbers in notes and explanations", () => Utf8(
            "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện;Ghi chú;Giải trình\r\n654;2020-03;B09;20;CMND 241234567;\r\n654;2020-03;B10;17;;Theo đơn của công dân 066123456789 tại xã\r\n"));
    }

    private static IEnumerable<Sample> Headings() =>
    [
        new("B29", "a required column missing", () => Utf8("Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Ghi chú\r\n654;2020-03;B09;\r\n")),
        new("B29", "a column more", () => Utf8("Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện;Người nhập\r\n654;2020-03;B09;20;x\r\n")),
        new("B29", "renamed, in another order, other case, with no-break spaces, decomposed", () => Utf8("KẾT QUẢ THỰC HIỆN;Mã\u00A0số;ĐƠN VỊ;kỳ số liệu\r\n20;B09;654;T3/2020\r\n".Normalize(NormalizationForm.FormD))),
        new("B29", "twice", () => Utf8("Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện;Thực hiện\r\n654;2020-03;B09;20;21\r\n")),
        new("B29", "merged and in two lines, with line breaks", () => Book(
            [.. Sheets.Head().Take(6), ["Số\nTT", "Mã\nchỉ tiêu", "Tên chỉ tiêu", "ĐVT", "Kết quả"], [null, null, null, null, "Thực\nhiện", "Tử số", "Mẫu số"]], "A7:A8,B7:B8,C7:C8,D7:D8,E7:G7", [1, "B09", null, null, 20])),
        new("B29", "a word in place of the heading", () => Book([.. Sheets.Head().Take(6), ["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Số lượng"]], "", [1, "B09", null, null, 20])),
    ];

    private static IEnumerable<Sample> Tables() =>
    [
        new("B31", "the form on the second of several sheets, one hidden", () => new TestWorkbook()
            .Sheet("Hướng dẫn", [["Hướng dẫn nhập liệu"]]).Sheet("Cũ", [.. Sheets.Head(period: "tháng 2/2020"), Sheets.Row(1, "B09", 999)], "hidden")
            .Sheet("Biểu 1", [.. Sheets.Head(), Sheets.Row(1, "B09", 20)]).Sheet("DANHMUC", [["Mã", "Tên"], ["0001", "Giấy khen"]]).ToBytes()),
        new("B31", "two visible sheets with the form", () => new TestWorkbook().Sheet("T2", [.. Sheets.Head()]).Sheet("T3", [.. Sheets.Head()]).ToBytes()),
        new("B31", "a hidden row and a hidden column", () => Row(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Đơn vị báo cáo: Phòng Tư pháp huyện Krông Pắc</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Kỳ báo cáo: tháng 3/2020</t></is></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>Mã chỉ tiêu</t></is></c><c r=\"B3\" t=\"inlineStr\"><is><t>Tên chỉ tiêu</t></is></c><c r=\"C3\" t=\"inlineStr\"><is><t>Thực hiện</t></is></c></row>"
            + "<row r=\"4\" hidden=\"1\"><c r=\"A4\" t=\"inlineStr\"><is><t>B09</t></is></c><c r=\"C4\"><v>20</v></c></row>",
            "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>")),
        new("B32", "values merged over two rows", () => Book(Sheets.Head(), "E9:E10", Sheets.Row(1, "B09", 20), Sheets.Row(2, "B10"), Sheets.Row(3, "B13", 5))),
        new("B32", "a total row without a code, blank rows between, blanks behind", () => Sheets.Monthly(Sheets.Row(1, "B09", 20), [], [], Sheets.Row(2, "B13", 5), ["Tổng cộng", null, null, null, 25], [], [" "])),
        new("B32", "a list whose total does not count its rows", () => new TestWorkbook().Sheet("Đề nghị", [.. RejectionScenarios.Dates(TestCell.Date(31291), TestCell.Date(31292)), ["Tổng cộng: 03 cá nhân"]]).ToBytes(), Today: November),
        new("B32", "a list whose total does", () => new TestWorkbook().Sheet("Đề nghị", [.. RejectionScenarios.Dates(TestCell.Date(31291), TestCell.Date(31292)), ["Tổng cộng: 02 cá nhân"]]).ToBytes(), Today: November),
        new("B34", "the same indicator twice, equal and different", () => Lines("B09;;;20;;;;", "B10;;;17;;;;", "B09;;;20;;;;", "B10;;;18;;;;")),
        new("B34", "the same indicator twice, once by its name", () => Sheets.Monthly(Sheets.Row(1, "B09", 20), [2, null, "Số vụ việc hòa giải tiếp nhận", null, 21])),
    ];

    private static IEnumerable<Sample> Identities() =>
    [
        new("B35", "an unknown unit", () => Csv("999;2020-03;B09;;;20;;;;")),
        new("B35", "no unit", () => Csv(";2020-03;B09;;;20;;;;")),
        new("B35", "another unit's code", () => Csv("644;2020-03;B09;;;20;;;;")),
        new("B35", "a district that is no more", () => Csv("654;2020-03;B09;;;20;;;;", "Krông Pắc;2020-03;B10;;;20;;;;"), Today: new DateOnly(2025, 7, 1)),
        new("B35", "a Cyrillic letter in the code", () => Csv("STP-ВP;2020-03;D03;;;1;;;;"), "STP-VP"),
        new("B35", "marks of no width around and inside the name", () => Csv("\u200BKrông\u200B Pắc\uFEFF;2020-03;B09;;;20;;;;")),
        new("B37", "a period that is locked", () => Csv("654;2020-01;B09;;;20;;;;"), Today: August),
        new("B37", "a period to come", () => Csv("654;2020-05;B09;;;20;;;;")),
        new("B37", "a wave the plan does not have", () => Csv("654;đợt 3;B09;;;20;;;;")),
        new("B37", "another year", () => Csv("654;tháng 3/2019;B09;;;20;;;;")),
        new("B37", "two periods in one file", () => Csv("654;2020-03;B09;;;20;;;;", "654;2020-02;B10;;;20;;;;")),
    ];

    private static IEnumerable<Sample> Texts() =>
    [
        new("B45", "a quote in mid-field, and one that never closes", () => Lines("B09;Số \"vụ\" việc;;20;;;;", "B10;\"Số vụ việc;;17;;;;", "B13;;;5;;;;")),
        new("B45", "text after a closing quote; quotes doubled are fine", () => Lines("B09;\"Số\" vụ;;20;;;;", "B10;\"Số \"\"vụ\"\" việc\";;17;;;;")),
        new("B46", "a field too many, fields missing, separators behind", () => Lines("B09;;;20;;;;;thừa", "B10", "B13;;;5;;;;;;;")),
        new("B46", "line ends of three kinds", () => Utf8(Sheets.CsvHeader + "\r654;2020-03;B09;;;20;;;;\n654;2020-03;B13;;;5;;;;\r\n")),
        new("B46", "a NUL", () => Lines("B09;;;2\0;;;;")),
        new("B46", "Ctrl-Z and a form feed at the end", () => Utf8(Sheets.Csv("B09;;;20;;;;") + "\u001A")),
        new("B47", "a line of 70,000 bytes", () => Lines("B09;;;20;;;;" + new string('x', 70_000))),
        new("B48", "a control character and a heap of marks in a text", () => Initiative("Cải \u0007tiến", "A" + string.Concat(Enumerable.Repeat('\u0301', 1000)), "x"), "STP-HCTP", February),
        new("B48", "a replacement character", () => Initiative("Cải tiến", "A", "\uFFFD"), "STP-HCTP", February),
        new("B48", "an escaped control character in a workbook", () => Sheets.Monthly(Sheets.Row(1, "B09", "_x0001_20"))),
        new("B49", "texts that a spreadsheet would take for formulas", () => Initiative("=HYPERLINK(\"\"http://x.example\"\")", "+cmd|x", "＝1+1"), "STP-HCTP", February),
        new("B49", "the same where a number should be", () => Lines("B09;;;=1+1;;;;", "B10;;;@SUM(A1);;;;", "B13;;;-1+1;;;;")),
    ];

    private static byte[] Initiative(string title, string author, string summary) => Utf8(
        $"Mã đơn vị;Năm;Tên đề tài, sáng kiến;Tác giả;Tóm tắt\r\nSTP-HCTP;2020;\"{title}\";{author};{summary}\r\n");

    private static byte[] Book(List<object?[]> head, string merges, params object?[][] rows) => new TestWorkbook().Sheet(
        "Biểu 1",
        [.. head, .. rows],
        after: merges.Length == 0 ? "" : $"<mergeCells>{string.Concat(merges.Split(',').Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>").ToBytes();

    private static byte[] Row(string rows, string before = "") => new TestWorkbook().SheetXml("Biểu 1", $"{before}<sheetData>{rows}</sheetData>").ToBytes();

    private static byte[] Lines(params string[] rows) => Utf8(Sheets.Csv(rows));

    private static byte[] Csv(params string[] rows) => Utf8(Sheets.CsvHeader + "\r\n" + string.Concat(rows.Select(row => row + "\r\n")));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
