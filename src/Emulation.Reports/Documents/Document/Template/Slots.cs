namespace Emulation.Reports.Documents.Document.Template;

/// <summary>All slots of the report template. Every one must stand in a template exactly once: a report with a silent hole is worse than none.</summary>
/// <remarks>Listed for the office in docs/formats/document.md.</remarks>
public static class Slots
{
    public static IReadOnlyList<Slot> All { get; } = [.. Head(), .. Body(), .. Foot(), .. Appendices()];

    private static readonly Dictionary<string, Slot> ByTag = All.ToDictionary(slot => slot.Tag);

    /// <summary>The slot of that tag; null if the report has none.</summary>
    public static Slot? Find(string? tag) => tag is null ? null : ByTag.GetValueOrDefault(tag);

    private static IEnumerable<Slot> Head() =>
    [
        Text("co-quan-chu-quan", "Cơ quan chủ quản"),
        Text("co-quan", "Cơ quan ban hành"),
        Text("so-ky-hieu", "Số, ký hiệu"),
        Text("dia-danh-ngay", "Địa danh, thời gian"),
        Text("loai-van-ban", "Tên loại văn bản"),
        Text("trich-yeu", "Trích yếu nội dung"),
        Text("kinh-gui", "Kính gửi"),
        new("kinh-gui.dong", "Kính gửi: từng nơi", SlotKind.Lines),
    ];

    private static IEnumerable<Slot> Body() =>
    [
        new("can-cu", "Căn cứ", SlotKind.Lines),
        Text("mo-dau", "Câu mở đầu"),
        new("dinh-chinh", "Phần đính chính (chỉ có ở báo cáo đính chính)", SlotKind.Block),
        Text("dinh-chinh.ly-do", "Đính chính: thay thế bản nào, vì sao", "dinh-chinh"),
        new("dinh-chinh.dong", "Đính chính: từng thay đổi", SlotKind.Rows, "dinh-chinh"),
        .. Texts("dinh-chinh.dong", "Đính chính", "don-vi", "noi-dung", "ban-truoc", "ban-nay"),
        new("phan-1", "Phần I: đoạn văn", SlotKind.Lines),
        new("viet-them-1", "Phần I: phần cơ quan viết", SlotKind.Write),
        new("ket-qua-chung", "Phần II.1: kết quả chung", SlotKind.Lines),
        new("phong-trao", "Phần II.2: từng phong trào", SlotKind.Block),
        Text("phong-trao.ten", "Phong trào: điểm và tên", "phong-trao"),
        new("phong-trao.doan", "Phong trào: đoạn văn", SlotKind.Lines, "phong-trao"),
        new("phong-trao.chi-tieu", "Phong trào: từng chỉ tiêu nổi bật", SlotKind.Lines, "phong-trao"),
        new("phong-trao.nhan-xet", "Phong trào: so sánh, giải trình", SlotKind.Lines, "phong-trao"),
        new("xep-hang", "Phần II.3: điểm và xếp hạng", SlotKind.Lines),
        new("phan-3", "Phần III: đoạn văn", SlotKind.Lines),
        new("phan-4", "Phần IV: đoạn văn", SlotKind.Lines),
        new("viet-them-4", "Phần IV: phần cơ quan viết", SlotKind.Write),
        new("phan-5", "Phần V: đoạn văn", SlotKind.Lines),
        new("viet-them-5", "Phần V: phần cơ quan viết", SlotKind.Write),
        new("phan-6", "Phần VI: đoạn văn", SlotKind.Lines),
        new("viet-them-6", "Phần VI: phần cơ quan viết", SlotKind.Write),
        Text("ket-thuc", "Câu kết"),
    ];

    private static IEnumerable<Slot> Foot() =>
    [
        new("noi-nhan", "Nơi nhận", SlotKind.Lines),
        new("chuc-vu-ky", "Quyền hạn, chức vụ người ký", SlotKind.Lines),
        Text("nguoi-ky", "Họ tên người ký"),
    ];

    private static IEnumerable<Slot> Appendices() =>
    [
        .. Appendix(1),
        new("phu-luc-1.tong-hop", "Phụ lục I: tổng hợp toàn ngành", SlotKind.Block),
        new("phu-luc-1.nhom", "Phụ lục I: nhóm chỉ tiêu", SlotKind.Rows, "phu-luc-1.tong-hop"),
        Text("phu-luc-1.nhom.ten", "Phụ lục I: tên nhóm", "phu-luc-1.nhom"),
        new("phu-luc-1.chi-tieu", "Phụ lục I: từng chỉ tiêu", SlotKind.Rows, "phu-luc-1.nhom"),
        .. Texts("phu-luc-1.chi-tieu", "Phụ lục I", "ma", "ten", "don-vi-tinh", "thuc-hien", "giao", "dat", "ky-truoc"),
        new("phu-luc-1.bang", "Phụ lục I: bảng theo đơn vị", SlotKind.Block),
        Text("phu-luc-1.bang.ten", "Phụ lục I: tên bảng theo đơn vị", "phu-luc-1.bang"),
        new("phu-luc-1.bang.cot", "Phụ lục I: cột chỉ tiêu", SlotKind.Cells, "phu-luc-1.bang"),
        Text("phu-luc-1.bang.cot.ten", "Phụ lục I: tên cột", "phu-luc-1.bang.cot"),
        new("phu-luc-1.bang.dong", "Phụ lục I: từng đơn vị", SlotKind.Rows, "phu-luc-1.bang"),
        .. Texts("phu-luc-1.bang.dong", "Phụ lục I", "stt", "don-vi"),
        new("phu-luc-1.bang.o", "Phụ lục I: ô số liệu", SlotKind.Cells, "phu-luc-1.bang.dong"),
        Text("phu-luc-1.bang.o.gia-tri", "Phụ lục I: số liệu", "phu-luc-1.bang.o"),
        .. Appendix(2),
        new("phu-luc-2.cum", "Phụ lục II: từng cụm, khối", SlotKind.Block),
        Text("phu-luc-2.cum.ten", "Phụ lục II: tên cụm, khối", "phu-luc-2.cum"),
        new("phu-luc-2.cum.cot", "Phụ lục II: cột phong trào", SlotKind.Cells, "phu-luc-2.cum"),
        Text("phu-luc-2.cum.cot.ten", "Phụ lục II: tên cột", "phu-luc-2.cum.cot"),
        new("phu-luc-2.cum.dong", "Phụ lục II: từng đơn vị", SlotKind.Rows, "phu-luc-2.cum"),
        .. Texts("phu-luc-2.cum.dong", "Phụ lục II", "hang", "don-vi", "thuong", "tru", "tong", "xep-loai"),
        new("phu-luc-2.cum.o", "Phụ lục II: ô điểm", SlotKind.Cells, "phu-luc-2.cum.dong"),
        Text("phu-luc-2.cum.o.gia-tri", "Phụ lục II: điểm", "phu-luc-2.cum.o"),
        new("phu-luc-2.cum.chu-thich", "Phụ lục II: chú thích", SlotKind.Lines, "phu-luc-2.cum"),
        .. Appendix(3),
        .. Table(3, "stt", "don-vi", "de-nghi", "loai", "so-luong", "du-dieu-kien", "can-xem-xet", "chua-du"),
        .. Appendix(4),
        .. Table(4, "stt", "don-vi", "bao-cao", "ky", "han", "tinh-trang", "ngay-nhan"),
        .. Appendix(5),
        .. Table(5, "stt", "don-vi", "chi-tieu", "loai", "noi-dung"),
    ];

    private static IEnumerable<Slot> Appendix(int number) =>
    [
        Text($"phu-luc-{number}.kem-theo", $"Phụ lục {Roman(number)}: kèm theo báo cáo"),
        new($"phu-luc-{number}.ghi-chu", $"Phụ lục {Roman(number)}: ghi chú", SlotKind.Lines),
    ];

    private static IEnumerable<Slot> Table(int number, params string[] cells) =>
    [
        new($"phu-luc-{number}.bang", $"Phụ lục {Roman(number)}: bảng", SlotKind.Block),
        new($"phu-luc-{number}.dong", $"Phụ lục {Roman(number)}: từng dòng", SlotKind.Rows, $"phu-luc-{number}.bang"),
        .. Texts($"phu-luc-{number}.dong", $"Phụ lục {Roman(number)}", cells),
    ];

    private static IEnumerable<Slot> Texts(string parent, string title, params string[] names) =>
        names.Select(name => Text($"{parent}.{name}", $"{title}: {name}", parent));

    private static Slot Text(string tag, string title, string? parent = null) => new(tag, title, SlotKind.Text, parent);

    internal static string Roman(int number) => ((string[])["I", "II", "III", "IV", "V"])[number - 1];
}
