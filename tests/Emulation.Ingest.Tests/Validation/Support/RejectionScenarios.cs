using System.IO.Compression;
using System.Text;
using Emulation.Ingest.Tests.Parsing.Letters;
using Emulation.Ingest.Tests.Parsing.OldWorkbooks;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Tests.Validation.Support;

/// <summary>A file that provokes one finding.</summary>
/// <param name="Code">The code expected first among those of its kind.</param>
/// <param name="What">What is wrong, in a few words.</param>
/// <param name="With">What else is known when the file is read; null for nothing.</param>
internal sealed record RejectionScenario(string Code, string What, Func<byte[]> Content, string Unit = Reading.KrongPac, DateOnly? Today = null, Func<ReadingContext, ReadingContext>? With = null);

/// <summary>One or more files for every code of the catalogue; their findings are the examples of docs/error-catalogue.md.</summary>
internal static class RejectionScenarios
{
    private const string AwardHeader =
        "Mã đơn vị;Năm;Loại;Họ tên hoặc tên tập thể;Giới tính;Ngày sinh;Chức vụ;Nơi công tác;Danh hiệu đề nghị;Hình thức khen thưởng đề nghị;Đã đăng ký;Số QĐ sáng kiến;Kỷ luật;Số phiếu đồng ý;Tổng số phiếu;Tóm tắt thành tích\r\n";

    private const string InitiativeHeader =
        "Mã đơn vị;Năm;Tên đề tài, sáng kiến;Tác giả;Đồng tác giả;Nơi công tác;Ngày công nhận;Đơn vị công nhận;Tóm tắt\r\n";

    private static readonly DateOnly November = new(2020, 11, 10);
    private static readonly DateOnly YearEnd = new(2020, 12, 10);

    /// <summary>From 01/7/2020 on Buôn Hồ is what Krông Pắc was.</summary>
    private static ReadingContext Rearranged(ReadingContext context)
    {
        var plan = Reading.Plan.Plan with
        {
            Units = [.. Reading.Plan.Plan.Units.Select(unit => unit.Code.Value switch
            {
                Reading.KrongPac => unit with { ValidTo = new(2020, 6, 30) },
                Reading.BuonHo => unit with { ValidFrom = new(2020, 7, 1) },
                _ => unit,
            })],
            Successions = [new(new(Reading.KrongPac), new UnitCode(Reading.BuonHo), SuccessionKind.Rename, new(2020, 7, 1), "Nghị quyết", Basis.Illustrative)],
            LastYear = [],
        };
        return context with { Plan = Reading.Store(plan), Unit = plan.UnitByCode(context.Unit.Code) };
    }

    public static IReadOnlyList<RejectionScenario> All { get; } =
    [
        // Kinds of file
        new("E-EMPTY", "no bytes", () => []),
        new("E-OLDTYPE", "a web page called .xls", () => Utf8("<html><body><table><tr><td>B09</td></tr></table></body></html>")),
        new("E-OLDTYPE", "a workbook of Excel 95", () => OldFile.Container(("Book", [0x09, 0x08, 0x08, 0x00, 0x00, 0x05, 0x05, 0x00, 0xBB, 0x0D, 0xCC, 0x07]))),
        new("E-OLDTYPE", "a workbook of Excel 4.0", () => [0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00, 0x00, 0x00]),
        new("E-OLDTYPE", "a workbook as XML of 2003", () => Utf8("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>")),
        new("E-OLDTYPE", "SYLK", () => Utf8("ID;PWXL;N;E\nC;Y1;X1;K20\nE\n")),
        new("E-OLDTYPE", "an OpenDocument spreadsheet", () => Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>"))),
        new("E-OLDTYPE", "a binary workbook", () => Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "x"))),
        new("E-TYPE", "a PDF", () => Utf8("%PDF-1.4\n1 0 obj")),
        new("E-TYPE", "a Word document", () => Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<x/>"))),
        new("E-TYPE", "an old Word document", () => OldFile.Container(("WordDocument", [1]))),
        new("E-TYPE", "a presentation", () => OldFile.Container(("PowerPoint Document", [1]))),
        new("E-TYPE", "any XML", () => Utf8("<?xml version=\"1.0\"?><don-vi/>")),
        new("E-TYPE", "an archive", () => Zip(("bao-cao.xlsx", "x"))),
        new("E-TYPE", "a picture", () => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]),
        new("E-PASSWORD", "an encrypted workbook", () => OldFile.Container(("EncryptionInfo", [1]), ("EncryptedPackage", [1]))),
        new("E-PASSWORD", "an encrypted workbook of Excel 97–2003", () => OldFile.Book(_ => { }, file => file.Record(0x002F, 1, 0, 1, 0, 1, 0))),
        new("E-TRUNCATED", "a workbook without its last byte", () => Good()[..^1]),
        new("E-TRUNCATED", "an old workbook without its last sector", () => Old()[..^512]),
        new("E-CORRUPT", "a shared text number out of range", () => Sheets.Monthly(Sheets.Row(1, "B09", new TestCell("t=\"s\"", "<v>99999</v>")))),
        new("E-CORRUPT", "an old workbook with a style that is not there", () => OldFile.Book(file => file.Number(0, 0, 1, 3))),
        new("E-TOOLARGE", "an entry packed 1000:1", () => Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", new string(' ', 5_000_000)))),
        new("E-TIMEOUT", "forty sheets that are one part", ManySheetsOfOnePart),
        new("E-DIMENSION", "a text in column XFD", () => new TestWorkbook().SheetXml("S", "<sheetData><row r=\"1\"><c r=\"XFD1\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData>").ToBytes()),
        new("E-DIMENSION", "row 2 000 000 000", () => new TestWorkbook().SheetXml("S", "<sheetData><row r=\"2000000000\"/></sheetData>").ToBytes()),
        new("E-UNSAFE", "a DTD", () => Part("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook/>")),
        new("E-UNSAFE", "links to other workbooks", () => Part("xl/externalLinks/externalLink1.xml", "<x/>")),
        new("E-UNSAFE", "a name that climbs out", () => Part("../evil.xml", "<x/>")),
        new("E-UNREADABLE", "cannot be provoked; see SubmissionReaderTests", () => []),

        // Text files
        new("E-ENCODING", "an old encoding with too few words to tell", () => [.. Utf8("Ma don vi;"), 0xD0, 0xE3, 0xEC, (byte)'k', (byte)'\n']),
        new("E-ENCODING", "UTF-16 without its mark, cut in the middle of a letter", () => Encoding.Unicode.GetBytes(Sheets.Csv("B09;;;20;;;;"))[..^1]),
        new("E-ENCODING", "a cell of UTF-8 that was read as windows-1252", () => Utf8(Sheets.Csv("B09;Sá»‘ vá»¥ viá»‡c hÃ²a giáº£i;;20;;;;"))),
        new("E-ENCODING", "letters that became question marks", () => Utf8(Sheets.Csv("B09;S? v? vi?c h?a gi?i;;20;;;;"))),
        new("E-FONT", "TCVN3 in a font of Unicode", () => Sheets.Monthly([1, "B09", "Sè vô viÖc hßa gi¶i", null, 20])),
        new("E-FONT", "letters lost in a workbook", () => Sheets.Monthly([1, "B09", "S? v? vi?c h?a gi?i", null, 20], [2, "B10", "S? v? vi?c h?a gi?i th?nh", null, 17])),
        new("W-ENCODING", "TCVN3", () => OldLetters.Writers["TCVN3"](Sheets.Csv("B09;;;20;;;;"))),
        new("W-FONT", "a workbook in .VnTime", () => FontBook.Book([.. Sheets.Head(), [1, "B09", FontBook.Cell("Sè vô viÖc hßa gi¶i", FontBook.Tcvn3), null, 20]]).ToBytes()),
        new("E-BINARY", "a NUL", () => Utf8(Sheets.Csv("B09;;;2\00;;;;"))),
        new("E-QUOTE", "a quotation mark in the middle", () => Utf8(Sheets.Csv("B09;Số \"vụ\" việc;;20;;;;"))),
        new("E-QUOTE", "a quotation mark that never closes", () => Utf8(Sheets.Csv("B09;\"Số vụ việc;;20;;;;", "B10;;;2;;;;"))),
        new("E-RAGGED", "a field too many", () => Utf8(Sheets.Csv("B09;;;20;;;;;thừa"))),
        new("E-RECORD", "a record of 70,000 bytes", () => Utf8(Sheets.Csv("B09;;;20;;;;" + new string('x', 70_000)))),
        new("E-SEPARATOR", "headings that two separators divide", () => Utf8("Mã đơn vị,Kỳ báo cáo,Mã chỉ tiêu,Thực hiện,a;Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện\n")),
        new("W-NEWLINE", "no line break at the end", () => Utf8(Sheets.Csv("B09;;;20;;;;").TrimEnd())),

        // Finding the form
        new("E-HEADER", "a required column is missing", () => Utf8("Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Ghi chú\r\n654;2020-03;B09;\r\n")),
        new("E-HEADER", "a workbook without the value column", () => new TestWorkbook().Sheet("Biểu 1", [["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Ghi chú"]]).ToBytes()),
        new("E-HEADER-TWICE", "a column twice", () => Utf8("Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện;Thực hiện\r\n654;2020-03;B09;20;21\r\n")),
        new("E-NOFORM", "some other table", () => Utf8("Họ tên;Điện thoại\r\nx;y\r\n")),
        new("E-NOFORM", "a workbook with another table", () => new TestWorkbook().Sheet("Danh bạ", [["Họ tên", "Điện thoại"]]).ToBytes()),
        new("E-MANYFORMS", "two sheets with a form", () => new TestWorkbook().Sheet("Tháng 2", [.. Sheets.Head()]).Sheet("Tháng 3", [.. Sheets.Head()]).ToBytes()),
        new("E-NOROWS", "only the heading", () => Utf8(Sheets.Csv())),
        new("E-NOFIGURES", "a template that was not filled in", () => Utf8(Sheets.Csv("B09;;;;;;;", "B10;;;;;;;"))),
        new("E-VERSION", "a template older than the plan", () => Workbook([["Mẫu figures · 654 · 2020-03 · mã kiểm 000000"], .. Sheets.Head()], Sheets.Row(1, "B09", 20))),
        new("E-STAMP", "a template of another period", () => Workbook([["Mẫu figures · 654 · 2020-02 · mã kiểm 000000"], .. Sheets.Head()], Sheets.Row(1, "B09", 20))),
        new("E-STAMP", "a template of another unit", () => Workbook([["Mẫu figures · 644 · 2020-03 · mã kiểm 000000"], .. Sheets.Head()], Sheets.Row(1, "B09", 20))),
        new("W-COLUMN", "a column of one's own", () => Utf8("Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện;Người nhập\r\n654;2020-03;B09;20;x\r\n")),
        new("W-OLDTYPE", "a workbook of Excel 97–2003", Old),
        new("W-MACRO", "a workbook with macros", () => Part("xl/vbaProject.bin", "x")),
        new("W-HIDDEN", "hidden rows", () => new TestWorkbook().SheetXml("Biểu 1", HiddenRow()).ToBytes()),

        // Unit, period, duty
        new("E-UNIT", "an unknown unit", () => Utf8(Csv("999;2020-03;B09;;;20;;;;"))),
        new("E-UNIT-MANY", "the beginning of several names", () => Utf8(Csv("Krông;2020-03;B09;;;20;;;;"))),
        new("E-UNIT-OTHER", "another unit's code", () => Utf8(Csv("644;2020-03;B09;;;20;;;;"))),
        new("E-UNIT-OTHER", "another unit in the title block", () => Workbook(Sheets.Head(unit: "Phòng Tư pháp thị xã Buôn Hồ"), Sheets.Row(1, "B09", 20))),
        new("W-UNIT", "no unit in the title block", () => Workbook([["BÁO CÁO SỐ LIỆU THI ĐUA"], ["Kỳ báo cáo: tháng 3/2020"], ["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Thực hiện"]], Sheets.Row(1, "B09", 20))),
        new("E-PERIOD", "month 13", () => Utf8(Csv("654;tháng 13/2020;B09;;;20;;;;"))),
        new("E-PERIOD", "another year", () => Utf8(Csv("654;T3/2019;B09;;;20;;;;"))),
        new("E-PERIOD-MISSING", "no period in the title block", () => Workbook([["Đơn vị báo cáo: Phòng Tư pháp huyện Krông Pắc"], ["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Thực hiện"]], Sheets.Row(1, "B09", 20))),
        new("E-PERIOD-MANY", "two months in one file", () => Utf8(Csv("654;2020-03;B09;;;20;;;;", "654;2020-02;B10;;;20;;;;"))),
        new("E-PERIOD-CONFLICT", "the days of February", () => Workbook(Sheets.Head(days: "(Từ ngày 15/01/2020 đến ngày 14/02/2020)"), Sheets.Row(1, "B09", 20))),
        new("E-DUTY", "initiatives of a district office", () => Utf8(InitiativeHeader + "654;2020;Cải tiến;Nguyễn Văn A;;;;;\r\n"), Today: new DateOnly(2020, 2, 10)),
        new("E-UNIT-ENDED", "a month after the unit's last day", () => Utf8(Csv("654;2020-08;B09;;;20;;;;")), Today: new DateOnly(2020, 8, 18), With: Rearranged),
        new("E-UNIT-NOTYET", "a month before the unit's first day", () => Utf8(Csv("644;2020-06;B09;;;20;;;;")), Unit: Reading.BuonHo, Today: new DateOnly(2020, 7, 2), With: Rearranged),
        new("E-EARLY", "a month that is not over", () => Utf8(Csv("654;2020-05;B09;;;20;;;;"))),
        new("E-LOCKED", "a month long locked", () => Utf8(Csv("654;2020-01;B09;;;20;;;;")), Today: new DateOnly(2020, 8, 1)),

        // Indicators
        new("E-INDICATOR", "an unknown code", () => Utf8(Sheets.Csv("Z99;;;20;;;;"))),
        new("E-INDICATOR-NAME", "the name of another indicator", () => Utf8(Sheets.Csv("B09;Số vụ việc hòa giải thành;;20;;;;"))),
        new("E-INDICATOR-UNIT", "an indicator of other units", () => Utf8(Sheets.Csv("T05;;;2;;;;"))),
        new("E-DUPLICATE", "the same indicator twice", () => Utf8(Sheets.Csv("B09;;;20;;;;", "B10;;;2;;;;", "B09;;;21;;;;"))),
        new("E-MEASURE", "another measure", () => Utf8(Sheets.Csv("B09;;triệu đồng;20;;;;"))),
        new("W-NOTREAD", "a total row", () => Sheets.Monthly(Sheets.Row(1, "B09", 20), ["Tổng cộng", null, null, null, 20])),
        new("W-FOOTNOTE", "a note under the table", () => Sheets.Monthly(Sheets.Row(1, "B09", 20), ["* Ghi chú: ước tháng 6: 15"])),

        new("W-FOOTNOTE", "an estimate in a line without a mark", () => Sheets.Monthly(Sheets.Row(1, "B09", 20), ["Số ước tính tháng 6 là 15 vụ"])),
        new("W-FOOTNOTE-READ", "estimates in a note", () => Sheets.Monthly(Sheets.Row(1, "B09", 20), ["* Ghi chú: Số ước tính nửa cuối tháng: B09: 5"])),
        new("W-HIDDEN-COLUMN", "a hidden column", () => new TestWorkbook().SheetXml("Biểu 1", "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>" + HiddenRow().Replace(" hidden=\"1\"", "", StringComparison.Ordinal)).ToBytes()),
        new("W-TOTAL", "a list shorter than its total", () => Awards(["Tổng cộng", "3 người"]), Today: November),
        new("W-PERSONAL", "an identity number in a note", () => Utf8(Sheets.Csv("B09;;;20;;;;CCCD 066123456789 của ông A"))),

        // Values
        new("E-NUMBER", "words", () => Utf8(Sheets.Csv("B09;;;chưa tổng hợp xong;;;;"))),
        new("E-NUMBER", "a signer's name is not repeated", () => Utf8(Sheets.Csv("B09;;;Nguyễn Văn A;;;;"))),
        new("E-AMBIGUOUS", "a lone point before three digits", () => Utf8(Sheets.Csv("E01;;;12.500;;;;"))),
        new("E-AMBIGUOUS", "a lone comma before three digits in a count", () => Utf8(Sheets.Csv("B18;;;1,234;;;;"))),
        new("E-COMMA", "the English way in a column", () => Utf8(Sheets.Csv("E01;;;12,500;;;;", "A04;;;3.5;;;;"))),
        new("E-NUMBER-STYLE", "points for two things", () => Utf8(Sheets.Csv("B18;;;1.234;;;;", "A03;;;95.5;;;;"))),
        new("E-INTEGER", "half a case", () => Utf8(Sheets.Csv("B09;;;20,5;;;;"))),
        new("E-RANGE", "a negative count", () => Utf8(Sheets.Csv("B09;;;-5;;;;"))),
        new("E-RANGE", "more than 100 %", () => Utf8(Sheets.Csv("A03;;;105;;;;"))),
        new("E-PRECISION", "too many digits", () => Utf8(Sheets.Csv("E01;;;12,12345678901;;;;"))),
        new("E-PERSONAL", "an identity number in a column of figures", () => Utf8(Sheets.Csv("B09;;;066123456789;;;;"))),
        new("E-DATE", "31 February", () => Utf8(Sheets.Csv("B22;;;31/02/2020;;;;"))),
        new("E-DATE-MIXED", "a computer set to American dates", () => new TestWorkbook().Sheet("Đề nghị", Dates(TestCell.Date(43892), "30/6/1985")).ToBytes(), Today: November),
        new("E-YESNO", "neither yes nor no", () => Utf8(Sheets.Csv("B05;;;một phần;;;;"))),
        new("E-CHOICE", "neither collective nor individual", () => Utf8(AwardHeader + "654;2020;Hộ gia đình;x;;;;;Giấy khen;;;;;;;\r\n"), Today: November),
        new("E-REQUIRED", "no name", () => Utf8(AwardHeader + "654;2020;Cá nhân;;;;;;Lao động tiên tiến;;;;;;;\r\n"), Today: November),
        new("E-TEXT", "a control character", () => Utf8(InitiativeHeader + "STP-HCTP;2020;Cải \u0007tiến;x;;;;;\r\n"), "STP-HCTP", new DateOnly(2020, 2, 10)),
        new("E-CELLERROR", "#DIV/0!", () => Sheets.Monthly(Sheets.Row(1, "B09", TestCell.Error("#DIV/0!")))),
        new("E-FORMULA", "a formula never calculated", () => Sheets.Monthly(Sheets.Row(1, "B09", TestCell.Formula("1+1", null)))),
        new("E-MERGED", "values merged over two rows", () => new TestWorkbook().Sheet("Biểu 1", [.. Sheets.Head(), Sheets.Row(1, "B09", 20), Sheets.Row(2, "B10"), Sheets.Row(3, "B13", 5)], after: "<mergeCells><mergeCell ref=\"E9:E10\"/></mergeCells>").ToBytes()),
        new("W-THOUSANDS", "a point for thousands", () => Utf8(Sheets.Csv("B18;;;1.234;;;;"))),
        new("W-PERCENT", "a part of one", () => Utf8(Sheets.Csv("A03;;;0,955;;;;"))),
        new("W-DATE", "the month first", () => Utf8(Sheets.Csv("B22;;;01/31/2020;;;;"))),

        // Relations
        new("E-DENOMINATOR", "something of nothing", () => Utf8(Sheets.Csv("A03;;;;2;0;;"))),
        new("E-NUMERATOR", "more than the whole", () => Utf8(Sheets.Csv("A03;;;;12;10;;"))),
        new("E-RATIO", "a percentage that does not fit", () => Utf8(Sheets.Csv("A03;;;95;17;20;;"))),
        new("E-RATIO-PART", "no denominator", () => Utf8(Sheets.Csv("A03;;;85;17;;;"))),
        new("E-RATIO-UNUSED", "a numerator of a count", () => Utf8(Sheets.Csv("B09;;;20;17;;;"))),
        new("E-RATIO-SOURCE", "a numerator that is another indicator", () => Utf8(Sheets.Csv("B09;;;20;;;;", "B10;;;17;;;;", "B11;;;;16;20;;"))),
        new("E-ESTIMATE", "an estimate beside a percentage", () => Utf8(Sheets.Csv("A03;;;85;;;90;"))),
        new("E-CHECK", "more settled than received", () => Utf8(Sheets.Csv("B09;;;20;;;;", "B10;;;25;;;;"))),
        new("E-CHECK", "more communes than there are", () => Utf8(Sheets.Csv("C01;;;17;;;;"))),
        new("E-PARENT", "a part without its whole", () => Sheets.Monthly(Sheets.Row(1, "B09", 20), ["II. Khai sinh"], [null, null, "- Nam", null, 12])),
        new("E-PARTS", "male and female that do not make up the whole", () => Sheets.Monthly(Sheets.Row(1, "B13", 20), [null, null, "- Nam", null, 12], [null, null, "- Nữ", null, 9])),
        new("E-TOTAL", "a total that is no sum", () => Utf8(Csv("Tổng số;2020-03;B09;;;45;;;;", "654;2020-03;B09;;;20;;;;", "644;2020-03;B09;;;21;;;;")), Reading.Office),
        new("E-CUMULATIVE", "less in the year than in its first wave", () => Utf8(YearReport("B09;35")), Today: YearEnd, With: context => WithYearDuty(context, 40)),
        new("N-SWING", "a third more than last year", () => Utf8(WaveReport("B09;105")), Today: Reading.JuneDay, With: WithLastYear),
        new("N-SWING", "nothing arose where much did", () => Utf8(WaveReport("B09;KPS")), Today: Reading.JuneDay, With: WithLastYear),
        new("N-FALLS", "fewer than were reported a month ago", () => Utf8(WaveReport("B13;600")), Today: Reading.JuneDay, With: context => WithEarlier(context, "B13", 700, 50)),
        new("E-ASOF", "figures of the future", () => Utf8("Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện;Số liệu đến ngày\r\n654;đợt 1;B09;20;31/07/2020\r\n"), Today: Reading.JuneDay),
        new("E-VOTES", "more votes than voters", () => Utf8(AwardHeader + "654;2020;Cá nhân;x;Nam;;;;Lao động tiên tiến;;Có;;;9;7;\r\n"), Today: November),
    ];

    /// <summary>The plan with a report of the whole year, and a first wave already reported.</summary>
    public static ReadingContext WithYearDuty(ReadingContext context, decimal firstWave)
    {
        var plan = context.Plan.Plan;
        var occurrence = new DutyOccurrence(plan.YearPeriod, new DateOnly(2020, 11, 1), new DateOnly(2020, 11, 30), new DateOnly(2020, 12, 15), new DateOnly(2020, 12, 31));
        var duties = plan.Duties.Select(duty => duty.Code == "DL4" ? duty with { Occurrences = [occurrence] } : duty).ToList();
        return WithEarlier(context with { Plan = Reading.Store(plan with { Duties = duties, LastYear = [] }) }, "B09", firstWave, null);
    }

    /// <summary>Krông Pắc received 78 cases in the first wave of 2019.</summary>
    public static ReadingContext WithLastYear(ReadingContext context) => context with
    {
        Plan = Reading.Store(context.Plan.Plan with
        {
            Swing = new SwingRule(20, 20),
            LastYear = [new LastYearFigure(new UnitCode("654"), new IndicatorCode("B09"), new PeriodCode("2020-W1"), 78, Basis.Assumed)],
        }),
    };

    /// <summary>Krông Pắc has reported the first wave as of 30 April.</summary>
    public static ReadingContext WithEarlier(ReadingContext context, string indicator, decimal value, decimal? estimated) => context with
    {
        Earlier = new EarlierFigures([new EarlierFigure(
            Reading.UnitId("654"), Reading.PeriodId("2020-W1"), Reading.IndicatorId(indicator), value, estimated, new DateOnly(2020, 4, 30))]),
    };

    /// <summary>Lines of the wave report, indicator and value, of the first wave as of 31 May.</summary>
    public static string WaveReport(params string[] rows) =>
        "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện;Giải trình;Số liệu đến ngày\r\n"
        + string.Concat(rows.Select(row => $"654;2020-W1;{row}{(row.Count(letter => letter == ';') == 1 ? ";" : "")};31/05/2020\r\n"));

    private static string YearReport(params string[] rows) =>
        WaveReport(rows).Replace("2020-W1", "2020", StringComparison.Ordinal).Replace("31/05/2020", "30/11/2020", StringComparison.Ordinal);

    public static object?[][] Dates(params object[] dates) =>
    [
        ["Đơn vị báo cáo: Phòng Tư pháp huyện Krông Pắc"],
        ["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2020"],
        ["STT", "Họ tên hoặc tên tập thể", "Ngày sinh", "Danh hiệu đề nghị"],
        ["I. Cá nhân"],
        .. dates.Select((date, index) => (object?[])[index + 1, "Người", date, "Lao động tiên tiến"]),
    ];

    private static byte[] Awards(params object?[][] more) =>
        new TestWorkbook().Sheet("Đề nghị", [.. Dates(TestCell.Date(31291), TestCell.Date(31292)), .. more]).ToBytes();

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Csv(params string[] rows) => Sheets.CsvHeader + "\r\n" + string.Concat(rows.Select(row => row + "\r\n"));

    /// <summary>The form as LibreOffice saved it.</summary>
    private static byte[] Old() => File.ReadAllBytes(Path.Combine(Reading.RepositoryFolder("tests/files"), "old-form.xls"));

    private static byte[] Good() => Sheets.Monthly(Sheets.Row(1, "B09", 20));

    private static byte[] Workbook(List<object?[]> head, params object?[][] rows) => new TestWorkbook().Sheet("Biểu 1", [.. head, .. rows]).ToBytes();

    private static byte[] Part(string name, string content)
    {
        var workbook = new TestWorkbook().Sheet("Biểu 1", [.. Sheets.Head(), Sheets.Row(1, "B09", 20)]);
        workbook.Parts[name] = content;
        return workbook.ToBytes();
    }

    /// <summary>The directory lists the part once; reading it for every sheet inflates it over and over.</summary>
    private static byte[] ManySheetsOfOnePart()
    {
        var workbook = new TestWorkbook();
        for (var number = 1; number <= 40; number++)
        {
            workbook.SheetXml($"Biểu {number}", "<sheetData/>");
        }

        workbook.Parts["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData><row r=\"1\">" + string.Concat(Enumerable.Repeat("<c/>", 16_000)) + "</row></sheetData></worksheet>";
        workbook.Parts["xl/_rels/workbook.xml.rels"] = "<Relationships>"
            + string.Concat(Enumerable.Range(1, 40).Select(number => $"<Relationship Id=\"rId{number}\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>")) + "</Relationships>";
        return workbook.ToBytes();
    }

    private static string HiddenRow() =>
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Đơn vị báo cáo: Phòng Tư pháp huyện Krông Pắc</t></is></c></row>"
        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Kỳ báo cáo: tháng 3/2020</t></is></c></row>"
        + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>Mã chỉ tiêu</t></is></c><c r=\"B3\" t=\"inlineStr\"><is><t>Tên chỉ tiêu</t></is></c><c r=\"C3\" t=\"inlineStr\"><is><t>Thực hiện</t></is></c></row>"
        + "<row r=\"4\" hidden=\"1\"><c r=\"A4\" t=\"inlineStr\"><is><t>B09</t></is></c><c r=\"C4\"><v>20</v></c></row></sheetData>";

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return memory.ToArray();
    }
}
