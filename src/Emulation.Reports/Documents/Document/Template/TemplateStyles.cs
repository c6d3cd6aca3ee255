namespace Emulation.Reports.Documents.Document.Template;

/// <summary>A paragraph style of the template. Sizes in half-points, lengths in twips, line spacing in 240ths of a line.</summary>
internal sealed record TemplateStyle(
    string Id, string Name, int Size, bool Bold = false, bool Italic = false, string Align = "left", int Before = 0, int After = 0, int Line = 240,
    int FirstLine = 0, int Left = 0, bool KeepNext = false, int? Outline = null, bool HasRule = false);

/// <summary>The styles of the template, named so that an office finds them in Word; sizes and weights as Decree 30/2020 sets them.</summary>
/// <remarks>docs/formats/document.md says which point of the decree each style meets.</remarks>
internal static class TemplateStyles
{
    public const string Font = "Times New Roman";
    private const int FirstLine = 720;

    public static IReadOnlyList<TemplateStyle> All { get; } =
    [
        new("CoQuanChuQuan", "Cơ quan chủ quản", 24, Align: "center"),
        new("CoQuan", "Cơ quan ban hành", 24, Bold: true, Align: "center"),
        new("KeCoQuan", "Kẻ dưới cơ quan", 4, HasRule: true),
        new("QuocHieu", "Quốc hiệu", 24, Bold: true, Align: "center"),
        new("TieuNgu", "Tiêu ngữ", 26, Bold: true, Align: "center"),
        new("KeTieuNgu", "Kẻ dưới tiêu ngữ", 4, HasRule: true),
        new("SoKyHieu", "Số - ký hiệu", 26, Align: "center", Before: 120),
        new("DiaDanhNgay", "Địa danh - thời gian", 26, Italic: true, Align: "center", Before: 120),
        new("LoaiVanBan", "Tên loại văn bản", 28, Bold: true, Align: "center", Before: 240),
        new("TrichYeu", "Trích yếu", 28, Bold: true, Align: "center"),
        new("KeTrichYeu", "Kẻ dưới trích yếu", 4, HasRule: true, After: 240),
        new("KinhGui", "Kính gửi", 28, Align: "left", Left: 2268, KeepNext: true),
        new("KinhGuiDong", "Kính gửi - từng nơi", 28, Align: "left", Left: 3402),
        new("CanCu", "Căn cứ", 28, Italic: true, Align: "both", After: 120, Line: 264, FirstLine: FirstLine),
        new("NoiDung", "Nội dung", 28, Align: "both", After: 120, Line: 264, FirstLine: FirstLine),
        new("PhanVietThem", "Phần cơ quan viết", 28, Italic: true, Align: "both", After: 120, Line: 264, FirstLine: FirstLine),
        new("DeMucPhan", "Đề mục I", 28, Bold: true, Align: "both", Before: 120, After: 120, Line: 264, FirstLine: FirstLine, KeepNext: true, Outline: 0),
        new("DeMucSo", "Đề mục 1", 28, Bold: true, Align: "both", After: 120, Line: 264, FirstLine: FirstLine, KeepNext: true, Outline: 1),
        new("DeMucDiem", "Điểm a)", 28, Align: "both", After: 120, Line: 264, FirstLine: FirstLine, KeepNext: true, Outline: 2),
        new("NoiNhanDe", "Nơi nhận - tiêu đề", 24, Bold: true, Italic: true),
        new("NoiNhan", "Nơi nhận", 22),
        new("ChucVuKy", "Chức vụ người ký", 28, Bold: true, Align: "center", KeepNext: true),
        new("ChoKy", "Chỗ ký - đóng dấu", 28, Align: "center", KeepNext: true),
        new("NguoiKy", "Họ tên người ký", 28, Bold: true, Align: "center"),
        new("PhuLuc", "Phụ lục", 28, Bold: true, Align: "center", KeepNext: true, Outline: 0),
        new("TenPhuLuc", "Tên phụ lục", 28, Bold: true, Align: "center", KeepNext: true),
        new("KemTheo", "Kèm theo báo cáo", 26, Italic: true, Align: "center", After: 120),
        new("TenBang", "Tên bảng", 26, Bold: true, Align: "both", Before: 120, After: 80, KeepNext: true),
        new("GhiChu", "Ghi chú của phụ lục", 26, Italic: true, Align: "both", After: 80),
        new("BangDauDe", "Bảng - đầu đề", 22, Bold: true, Align: "center", Before: 20, After: 20),
        new("BangChu", "Bảng - chữ", 22, Before: 20, After: 20),
        new("BangGiua", "Bảng - chữ giữa ô", 22, Align: "center", Before: 20, After: 20),
        new("BangSo", "Bảng - số", 22, Align: "right", Before: 20, After: 20),
        new("BangNhom", "Bảng - nhóm", 22, Bold: true, Before: 20, After: 20, KeepNext: true),
        new("SoTrang", "Số trang", 26, Align: "center"),
        new("SauBang", "Sau bảng", 12),
    ];

    public static string Xml() =>
        $"<w:styles xmlns:w=\"{TemplateXml.Namespace}\"><w:docDefaults><w:rPrDefault><w:rPr>{Fonts}<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>"
        + "<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
        + string.Concat(All.Select(Xml)) + TableStyles() + "</w:styles>";

    private static string Fonts => $"<w:rFonts w:ascii=\"{Font}\" w:eastAsia=\"{Font}\" w:hAnsi=\"{Font}\" w:cs=\"{Font}\"/>";

    private static string Xml(TemplateStyle style) =>
        $"<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{style.Id}\"><w:name w:val=\"{style.Name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>"
        + (style.KeepNext ? "<w:keepNext/>" : "")
        + (style.HasRule ? "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>" : "")
        + (style.HasRule
            ? $"<w:spacing w:before=\"40\" w:after=\"{style.After}\" w:line=\"60\" w:lineRule=\"exact\"/>"
            : $"<w:spacing w:before=\"{style.Before}\" w:after=\"{style.After}\" w:line=\"{style.Line}\" w:lineRule=\"auto\"/>")
        + (style.Left > 0 ? $"<w:ind w:left=\"{style.Left}\"/>" : style.FirstLine > 0 ? $"<w:ind w:firstLine=\"{style.FirstLine}\"/>" : "")
        + $"<w:jc w:val=\"{style.Align}\"/>" + (style.Outline is { } level ? $"<w:outlineLvl w:val=\"{level}\"/>" : "") + "</w:pPr><w:rPr>" + Fonts
        + (style.Bold ? "<w:b/><w:bCs/>" : "") + (style.Italic ? "<w:i/><w:iCs/>" : "") + $"<w:color w:val=\"000000\"/><w:sz w:val=\"{style.Size}\"/><w:szCs w:val=\"{style.Size}\"/></w:rPr></w:style>";

    private static string TableStyles() =>
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:left w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"40\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
        + "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"BangKhongKe\"><w:name w:val=\"Bảng không kẻ\"/><w:basedOn w:val=\"TableNormal\"/></w:style>"
        + "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"BangKe\"><w:name w:val=\"Bảng kẻ\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>"
        + string.Concat(((string[])["top", "left", "bottom", "right", "insideH", "insideV"]).Select(side => $"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"))
        + "</w:tblBorders></w:tblPr></w:style>";
}
