using static Emulation.Reports.Documents.Document.Template.TemplateXml;

namespace Emulation.Reports.Documents.Document.Template;

/// <summary>The first page down to "Kính gửi": the header pair, number, place and date, kind and matter.</summary>
internal static class TemplateHead
{
    private const int Left = 3754;
    private const int Right = TemplatePage.TextWidth - Left;

    public static string Xml() =>
        Table("BangKhongKe", [Left, Right], Row(Cell(Left, Body()), Cell(Right, Nation())), Row(Cell(Left, TextLine("SoKyHieu", "so-ky-hieu")), Cell(Right, TextLine("DiaDanhNgay", "dia-danh-ngay"))))
        + TextLine("LoaiVanBan", "loai-van-ban")
        + TextLine("TrichYeu", "trich-yeu")
        + Paragraph("KeTrichYeu")
        + TextLine("KinhGui", "kinh-gui")
        + Lines("KinhGuiDong", "kinh-gui.dong")
        + Paragraph("SauBang");

    private static string Body() => TextLine("CoQuanChuQuan", "co-quan-chu-quan") + TextLine("CoQuan", "co-quan") + Paragraph("KeCoQuan");

    private static string Nation() =>
        Words("QuocHieu", Texts.Get("Document.Nation")) + Words("TieuNgu", Texts.Get("Document.Motto")) + Paragraph("KeTieuNgu");
}
