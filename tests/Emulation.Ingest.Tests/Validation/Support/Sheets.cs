namespace Emulation.Ingest.Tests.Validation.Support;

/// <summary>The monthly form as an officer fills it in, and its CSV twin.</summary>
internal static class Sheets
{
    public const string CsvHeader = "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Tên chỉ tiêu;Đơn vị tính;Thực hiện;Tử số;Mẫu số;Ước thực hiện;Ghi chú";

    /// <summary>Lines under the header of the monthly CSV, for Krông Pắc in March 2020.</summary>
    public static string Csv(params string[] rows) => CsvHeader + "\r\n" + string.Concat(rows.Select(row => "654;2020-03;" + row + "\r\n"));

    /// <summary>The title block and the two heading rows; eight rows.</summary>
    public static List<object?[]> Head(
        string title = "BÁO CÁO SỐ LIỆU THI ĐUA", string unit = "Phòng Tư pháp huyện Krông Pắc", string period = "tháng 3/2020", string? days = null) =>
    [
        ["UBND HUYỆN KRÔNG PẮC", null, null, null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Đơn vị báo cáo: " + unit],
        [null, null, title],
        [null, null, "Kỳ báo cáo: " + period],
        [null, null, days],
        [],
        ["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Kết quả", null, null, null, "Ghi chú"],
        [null, null, null, null, "Thực hiện", "Tử số", "Mẫu số", "Ước thực hiện", null],
    ];

    /// <summary>A row of the monthly form: code and the cells from Thực hiện on.</summary>
    public static object?[] Row(int number, string code, params object?[] values) => [number, code, null, null, .. values];

    public static byte[] Monthly(params object?[][] rows) =>
        new TestWorkbook().Sheet("Biểu 1", [.. Head(), .. rows]).ToBytes();
}
