using static Emulation.Reports.Documents.Document.Template.TemplateTables;
using static Emulation.Reports.Documents.Document.Template.TemplateXml;

namespace Emulation.Reports.Documents.Document.Template;

/// <summary>Appendices I to V, each a section numbered by itself. Upright: the decree lets a page lie only for tables that are no appendix.</summary>
internal static class TemplateAppendices
{
    private static readonly int[] Totals = [707, 3400, 1047, 1200, 1100, 800, 1100];
    private static readonly int[] Ranks = [640, 1500, 4394, 620, 540, 700, 960];
    private static readonly int[] Awards = [600, 2054, 2300, 900, 900, 900, 850, 850];
    private static readonly int[] Outstanding = [560, 1800, 2354, 1200, 1120, 1200, 1120];
    private static readonly int[] Questions = [600, 2054, 900, 1500, 4300];

    public static string Xml() =>
        Head(1) + Lines("GhiChu", "phu-luc-1.ghi-chu") + First() + TemplatePage.SectionEnd()
        + Head(2) + Lines("GhiChu", "phu-luc-2.ghi-chu") + Second() + TemplatePage.SectionEnd()
        + Head(3) + Lines("GhiChu", "phu-luc-3.ghi-chu") + Listing(
            3, Awards, ["Column.Number", "Column.Unit", "Award.Column.Proposed", "Document.Column.Kind", "Document.Column.Count", "Award.Standing.Ready", "Award.Standing.NeedsPerson", "Award.Standing.Blocked"],
            ["stt", "don-vi", "de-nghi", "loai", "so-luong", "du-dieu-kien", "can-xem-xet", "chua-du"], ["so-luong", "du-dieu-kien", "can-xem-xet", "chua-du"]) + TemplatePage.SectionEnd()
        + Head(4) + Lines("GhiChu", "phu-luc-4.ghi-chu") + Listing(
            4, Outstanding, ["Column.Number", "Column.Unit", "Column.Duty", "Column.Period", "Column.DueOn", "Column.Standing", "Column.ReceivedOn"],
            ["stt", "don-vi", "bao-cao", "ky", "han", "tinh-trang", "ngay-nhan"], []) + TemplatePage.SectionEnd()
        + Head(5) + Lines("GhiChu", "phu-luc-5.ghi-chu") + Listing(
            5, Questions, ["Column.Number", "Column.Unit", "Column.Code", "Column.QuestionKind", "Column.Question"], ["stt", "don-vi", "chi-tieu", "loai", "noi-dung"], [])
        + Paragraph("SauBang");

    private static string Head(int number) =>
        Words("PhuLuc", Texts.Get("Document.Appendix", Slots.Roman(number)))
        + Words("TenPhuLuc", Texts.Get($"Document.Appendix.{VietnameseFormat.Number(number)}"))
        + TextLine("KemTheo", $"phu-luc-{VietnameseFormat.Number(number)}.kem-theo");

    private static string Listing(int number, int[] widths, string[] headings, string[] cells, string[] numbers)
    {
        var tag = $"phu-luc-{VietnameseFormat.Number(number)}";
        return Control(tag + ".bang", Plain(tag + ".dong", widths, headings, cells, numbers), Paragraph("SauBang"));
    }

    private static string First()
    {
        string[] headings = ["Column.Code", "Column.Indicator", "Column.Measure", "Document.Column.Done", "Document.Column.Target", "Document.Column.Achieved", "Document.Column.Before"];
        string[] cells = ["ma", "ten", "don-vi-tinh", "thuc-hien", "giao", "dat", "ky-truoc"];
        var group = Row(WideCell(TemplatePage.TextWidth, Totals.Length, TextLine("BangNhom", "phu-luc-1.nhom.ten")));
        var line = Control("phu-luc-1.chi-tieu", Row([.. cells.Zip(Totals, (cell, width) => Body("phu-luc-1.chi-tieu", cell, width, "thuc-hien", "giao", "dat", "ky-truoc"))]));
        return Control(
                "phu-luc-1.tong-hop", Words("TenBang", Texts.Get("Document.Appendix.1.Totals")),
                Table("BangKe", Totals, Headings(Totals, headings), Control("phu-luc-1.nhom", group, line)))
            + Control("phu-luc-1.bang", TextLine("TenBang", "phu-luc-1.bang.ten"), ByUnit());
    }

    private static string ByUnit()
    {
        int[] widths = [600, 2400, TemplatePage.TextWidth - 3000];
        return Table(
            "BangKe", widths,
            HeadingRow(Heading("Column.Number", widths[0]), Heading("Column.Unit", widths[1]), HeadingCells("phu-luc-1.bang.cot", widths[2])),
            Control("phu-luc-1.bang.dong", Row(
                Body("phu-luc-1.bang.dong", "stt", widths[0]), Body("phu-luc-1.bang.dong", "don-vi", widths[1]), NumberCells("phu-luc-1.bang.o", widths[2]))));
    }

    private static string Second()
    {
        const string Rows = "phu-luc-2.cum.dong";
        string[] numbers = ["thuong", "tru", "tong"];
        return Control(
            "phu-luc-2.cum",
            TextLine("TenBang", "phu-luc-2.cum.ten"),
            Table(
                "BangKe", Ranks,
                HeadingRow(
                    Heading("Column.Rank", Ranks[0]), Heading("Column.Unit", Ranks[1]), HeadingCells("phu-luc-2.cum.cot", Ranks[2]),
                    Heading("Document.Column.Bonus", Ranks[3]), Heading("Document.Column.Penalty", Ranks[4]), Heading("Document.Column.Total", Ranks[5]), Heading("Document.Column.Grade", Ranks[6])),
                Control(Rows, Row(
                    Body(Rows, "hang", Ranks[0]), Body(Rows, "don-vi", Ranks[1]), NumberCells("phu-luc-2.cum.o", Ranks[2]),
                    Body(Rows, "thuong", Ranks[3], numbers), Body(Rows, "tru", Ranks[4], numbers), Body(Rows, "tong", Ranks[5], numbers), Body(Rows, "xep-loai", Ranks[6])))),
            Paragraph("SauBang"),
            Lines("GhiChu", "phu-luc-2.cum.chu-thich"));
    }
}
