using System.Text;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Validation;

/// <summary>The same table in every dialect and container gives the same figures; only the addresses differ.</summary>
public sealed class DialectTests
{
    private static readonly string[][] Rows =
    [
        ["B09", "Số vụ việc hòa giải tiếp nhận", "vụ việc", "1.020", "", "", "5"],
        ["B10", "Số vụ việc hòa giải thành", "vụ việc", "17", "", "", ""],
        ["A03", "Tỷ lệ đơn khiếu nại, tố cáo được giải quyết đúng hạn", "%", "95,5", "", "", ""],
        ["DD1", "", "%", "", "40", "41", ""],
        ["E01", "", "triệu đồng", "12,75", "", "", ""],
        ["B05", "", "", "Có", "", "", ""],
        ["B22", "", "", "28/02/2020", "", "", ""],
        ["B21", "", "", "KPS", "", "", ""],
        ["B13", "", "", "", "", "", ""],
    ];

    private static readonly IReadOnlyList<Figure> Expected = Figures(Reading.Read(Text(';', "\r\n")));

    public static TheoryData<string, byte[]> Dialects => new()
    {
        { "semicolons, LF", Encoding.UTF8.GetBytes(Text(';', "\n")) },
        { "semicolons, CR", Encoding.UTF8.GetBytes(Text(';', "\r")) },
        { "commas, decimals quoted", Encoding.UTF8.GetBytes(Text(',', "\r\n")) },
        { "tabs", Encoding.UTF8.GetBytes(Text('\t', "\r\n")) },
        { "everything quoted", Encoding.UTF8.GetBytes(Text(';', "\r\n", text => $"\"{text}\"")) },
        { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text(';', "\r\n"))] },
        { "UTF-16 little endian, tabs (Excel's Unicode text)", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text('\t', "\r\n"))] },
        { "UTF-16 big endian", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text(';', "\r\n"))] },
        { "sep= line", Encoding.UTF8.GetBytes("sep=;\r\n" + Text(';', "\r\n")) },
        { "decomposed letters (Mac)", Encoding.UTF8.GetBytes(Text(';', "\r\n").Normalize(NormalizationForm.FormD)) },
        { "blanks around fields", Encoding.UTF8.GetBytes(Text(';', "\r\n", text => $" {text}\u00A0")) },
        { "empty columns at the end", Encoding.UTF8.GetBytes(Text(';', ";;;\r\n")) },
        { "columns in another order", Encoding.UTF8.GetBytes(Reordered()) },
        { "workbook", Workbook(Sheets.Head()) },
        { "workbook, heading in one row", Workbook([.. Sheets.Head().Take(6), ["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Thực hiện", "Tử số", "Mẫu số", "Ước thực hiện", "Ghi chú"]]) },
        { "workbook, number row", Workbook([.. Sheets.Head(), ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"]]) },
        { "workbook, number row with formulas", Workbook([.. Sheets.Head(), ["A", "B", "C", "D", "1=2+3", "2", "3", "4", "5"]]) },
        { "workbook, unit and period in cells of their own", Workbook([["Đơn vị báo cáo:", null, "PTP H. Krông Păc"], ["BÁO CÁO SỐ LIỆU THI ĐUA"], ["Kỳ báo cáo:", "T3/2020"], ["(Từ ngày 15/02/2020 đến ngày 14/03/2020)"], .. Sheets.Head().Skip(6)]) },
        { "workbook, unit in an agency line, period behind the title", Workbook([["UBND HUYỆN KRÔNG PẮC"], ["PHÒNG TƯ PHÁP"], ["BÁO CÁO SỐ LIỆU THI ĐUA THÁNG 3 NĂM 2020"], [], .. Sheets.Head().Skip(6)]) },
        { "workbook, line breaks in the heading", Workbook([.. Sheets.Head().Take(6), ["Số\nTT", "Mã\nchỉ tiêu", "TÊN CHỈ TIÊU", "ĐVT", "Kết quả"], [null, null, null, null, "Thực\nhiện", "Tử số", "Mẫu số", "Ước\nthực hiện", "Ghi chú"]]) },
        { "workbook, hidden sheet of last year", new TestWorkbook().Sheet("2019", [.. Sheets.Head(period: "tháng 3/2019"), Sheets.Row(1, "B09", 999)], "hidden").Sheet("Biểu 1", [.. Sheets.Head(), .. Cells()]).ToBytes() },
        { "workbook, a second visible sheet of lists", new TestWorkbook().Sheet("Biểu 1", [.. Sheets.Head(), .. Cells()]).Sheet("DANHMUC", [["Mã", "Tên"], ["0001", "Giấy khen"]]).ToBytes() },
        { "workbook, stored without packing", new TestWorkbook().Sheet("Biểu 1", [.. Sheets.Head(), .. Cells()]).ToBytes(System.IO.Compression.CompressionLevel.NoCompression) },
    };

    [Theory]
    [MemberData(nameof(Dialects), DisableDiscoveryEnumeration = true)]
    public void Table_InAnyDialect_GivesTheSameFigures(string dialect, byte[] content)
    {
        Assert.NotEmpty(dialect);
        var verdict = Reading.Read(content).Accepted();

        Assert.Equal(Expected, Figures(verdict));
        Assert.Equal("2020-03", verdict.Period!.Code.Value);
        Assert.Equal(9, verdict.RowCount);
        Assert.Equal(["W-THOUSANDS"], verdict.Findings.Select(finding => finding.Code));
    }

    private static List<Figure> Figures(SubmissionVerdict verdict) => [.. verdict.Accepted().Figures.Select(figure => figure with { Source = default })];

    private static string Text(char separator, string lineEnd, Func<string, string>? dress = null)
    {
        var lines = Rows.Select(row => (string[])["654", "tháng 3/2020", .. row, ""]).Prepend(Sheets.CsvHeader.Split(';'));
        return string.Concat(lines.Select(line => string.Join(separator, line.Select(field => Dress(field, separator, dress))) + lineEnd));
    }

    private static string Dress(string field, char separator, Func<string, string>? dress) =>
        dress is not null ? dress(field) : field.Contains(separator) ? $"\"{field}\"" : field;

    private static string Reordered() =>
        string.Concat(Text(';', "\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(';', line.Split(';').Reverse()) + "\n"));

    private static byte[] Workbook(List<object?[]> head) =>
        new TestWorkbook().Sheet("Biểu 1", [.. head, .. Cells(), [], [null, "Người lập biểu", null, null, null, "TRƯỞNG PHÒNG"], [null, "Nguyễn Văn A", null, null, null, "Trần B"]]).ToBytes();

    /// <summary>The rows as an officer types them: a section, numbers as numbers where Excel makes them so.</summary>
    private static IEnumerable<object?[]> Cells()
    {
        yield return ["A. Nhiệm vụ chuyên môn"];
        foreach (var (row, index) in Rows.Select((row, index) => (row, index)))
        {
            yield return [index + 1, .. row.Select(field => field.Length == 0 ? null : field == "28/02/2020" ? TestCell.Date(43889) : field is "17" or "40" or "41" or "5" ? TestCell.Number(field) : (object)field)];
        }
    }
}
