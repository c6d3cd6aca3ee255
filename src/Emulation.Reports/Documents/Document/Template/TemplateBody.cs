using static Emulation.Reports.Documents.Document.Template.TemplateXml;

namespace Emulation.Reports.Documents.Document.Template;

/// <summary>From the legal basis to the signature: sections I to VI, signature block and "Nơi nhận".</summary>
internal static class TemplateBody
{
    private const int Half = TemplatePage.TextWidth / 2;
    private static readonly int[] Changes = [2254, 3100, 2000, 2000];

    public static string Xml() =>
        Lines("CanCu", "can-cu") + TextLine("NoiDung", "mo-dau") + Corrigendum()
        + Part(1) + Lines("NoiDung", "phan-1") + Write("PhanVietThem", "viet-them-1", Texts.Get("Document.Write.1"))
        + Part(2) + Number("1") + Lines("NoiDung", "ket-qua-chung") + Number("2") + Movements() + Number("3") + Lines("NoiDung", "xep-hang")
        + Part(3) + Lines("NoiDung", "phan-3")
        + Part(4) + Lines("NoiDung", "phan-4") + Write("PhanVietThem", "viet-them-4", Texts.Get("Document.Write.4"))
        + Part(5) + Lines("NoiDung", "phan-5") + Write("PhanVietThem", "viet-them-5", Texts.Get("Document.Write.5"))
        + Part(6) + Lines("NoiDung", "phan-6") + Write("PhanVietThem", "viet-them-6", Texts.Get("Document.Write.6"))
        + TextLine("NoiDung", "ket-thuc")
        + Signature() + TemplatePage.SectionEnd();

    private static string Part(int number) => Words("DeMucPhan", Texts.Get($"Document.Part.{VietnameseFormat.Number(number)}"));

    private static string Number(string number) => Words("DeMucSo", Texts.Get($"Document.Part.2.{number}"));

    private static string Movements() => Control(
        "phong-trao",
        TextLine("DeMucDiem", "phong-trao.ten"), Lines("NoiDung", "phong-trao.doan"), Lines("NoiDung", "phong-trao.chi-tieu"), Lines("NoiDung", "phong-trao.nhan-xet"));

    private static string Corrigendum() => Control(
        "dinh-chinh",
        TextLine("NoiDung", "dinh-chinh.ly-do"),
        TemplateTables.Plain("dinh-chinh.dong", Changes, ["Column.Unit", "Column.What", "Column.Before", "Column.After"], ["don-vi", "noi-dung", "ban-truoc", "ban-nay"], []),
        Paragraph("SauBang"));

    private static string Signature() => Paragraph("SauBang") + Table(
        "BangKhongKe", [Half, Half],
        Row(
            Cell(Half, Words("NoiNhanDe", Texts.Get("Document.Recipients")), Lines("NoiNhan", "noi-nhan")),
            Cell(Half, Lines("ChucVuKy", "chuc-vu-ky"), string.Concat(Enumerable.Repeat(Paragraph("ChoKy"), 4)), TextLine("NguoiKy", "nguoi-ky"))));
}
