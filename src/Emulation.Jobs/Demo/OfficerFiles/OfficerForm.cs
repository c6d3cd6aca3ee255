using Emulation.Plan;

namespace Emulation.Jobs.Demo.OfficerFiles;

/// <summary>A column of a form as a workbook shows it.</summary>
/// <param name="Group">Text of the merged header above it; null if its own header covers both rows.</param>
/// <param name="Width">In characters.</param>
public sealed record OfficerColumn(string Name, double Width, string? Group = null);

/// <summary>How a form looks on paper: its title, its columns, and the columns its CSV twin puts before them.</summary>
public sealed record OfficerForm(string Title, IReadOnlyList<string> CsvPrefix, IReadOnlyList<OfficerColumn> Columns)
{
    private static readonly OfficerColumn[] FigureColumns =
    [
        new("Mã chỉ tiêu", 11), new("Tên chỉ tiêu", 58), new("Đơn vị tính", 13), new("Thực hiện", 13, "Kết quả"),
        new("Tử số", 11, "Kết quả"), new("Mẫu số", 11, "Kết quả"), new("Ước thực hiện", 13, "Kết quả"), new("Ghi chú", 22),
        new("Giải trình", 34),
    ];

    private static readonly Dictionary<FormKind, OfficerForm> Forms = new()
    {
        [FormKind.Figures] = new("BÁO CÁO SỐ LIỆU THI ĐUA", ["Mã đơn vị", "Kỳ báo cáo"], FigureColumns),
        [FormKind.WaveReport] = new("BÁO CÁO KẾT QUẢ ĐỢT THI ĐUA", ["Mã đơn vị", "Kỳ báo cáo"], FigureColumns),
        [FormKind.Registration] = new("ĐĂNG KÝ THI ĐUA", ["Mã đơn vị", "Năm", "Loại"],
        [
            new("Họ tên hoặc tên tập thể", 34), new("Chức vụ", 20), new("Nơi công tác", 30), new("Danh hiệu đăng ký", 26),
            new("Hình thức khen thưởng đăng ký", 26), new("Sáng kiến dự kiến", 34), new("Ghi chú", 16),
        ]),
        [FormKind.Initiatives] = new("DANH SÁCH ĐỀ TÀI, SÁNG KIẾN", ["Mã đơn vị", "Năm"],
        [
            new("Tên đề tài, sáng kiến", 46), new("Tác giả", 24), new("Đồng tác giả", 24), new("Nơi công tác", 30),
            new("Ngày công nhận", 14), new("Đơn vị công nhận", 28), new("Tóm tắt", 44),
        ]),
        [FormKind.AwardProposals] = new("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", ["Mã đơn vị", "Năm", "Loại"],
        [
            new("Họ tên hoặc tên tập thể", 34), new("Giới tính", 9), new("Ngày sinh", 12), new("Chức vụ", 20), new("Nơi công tác", 30),
            new("Danh hiệu đề nghị", 24), new("Hình thức khen thưởng đề nghị", 26), new("Đã đăng ký", 10), new("Số QĐ sáng kiến", 18),
            new("Kỷ luật", 12), new("Mức hoàn thành nhiệm vụ", 24), new("Ngày tuyển dụng", 12), new("Số QĐ khen trước", 24), new("Phân loại đối tượng", 18), new("Số lao động", 9),
            new("Số LĐTT", 9), new("Số phiếu đồng ý", 10), new("Tổng số phiếu", 10), new("Tóm tắt thành tích", 44),
        ]),
    };

    public static OfficerForm Of(FormKind form) => Forms[form];

    /// <summary>True if officers write this form's workbook with a header over two rows.</summary>
    public bool HasGroups => Columns.Any(column => column.Group is not null);
}
