using Emulation.Ingest.Workbooks;
using Emulation.Plan.Files;
using OfficeOpenXml;

namespace Emulation.Ingest.PlanWorkbooks;

/// <summary>A whole plan as one workbook and back, letter by letter: a sheet a file, a row a line, so that line 12 of units.csv is row 12 of the sheet "units.csv".</summary>
/// <remarks>docs/adr/0017-plan-versions.md, docs/formats/plan.md. Comments and blank lines are rows like any other.</remarks>
public static class PlanWorkbook
{
    private const string Guide = "Hướng dẫn";
    private const int FirstFileRow = 12;
    private static readonly DateTime Made = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly string[] GuideLines =
    [
        "Kế hoạch thi đua: mỗi tệp của kế hoạch là một trang tính, mỗi dòng của tệp là một hàng.",
        "Sửa các ô nền vàng. Ô chữ xám là phần chung quanh, không sửa; dòng bắt đầu bằng # là ghi chú, sửa tự do.",
        "Thêm một dòng: chèn hàng, chép một hàng cùng loại rồi sửa. Bỏ một dòng: xóa cả hàng. Không đổi tên trang tính.",
        "Ô có mũi tên: chọn một từ trong danh sách. Bảng csv: nhiều giá trị trong một ô ngăn bởi dấu |.",
        "Kiểm tra: ./emulation plan check TỆP.xlsx – lỗi được nêu theo trang tính và ô. So sánh: plan diff. Lưu: plan apply.",
        "Đổi lại thành thư mục tệp: ./emulation plan import TỆP.xlsx THƯ-MỤC.",
    ];

    /// <summary>The workbook of a plan.</summary>
    /// <exception cref="InvalidDataException">The texts hold what no workbook can, e.g. control characters.</exception>
    public static byte[] Write(PlanContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var package = new ExcelPackage();
        var guide = package.Workbook.Worksheets.Add(Guide);
        FillGuide(guide, content);
        foreach (var name in PlanFiles.All.Where(content.Files.ContainsKey))
        {
            new PlanSheet(package.Workbook.Worksheets.Add(name), new PlanSheetRow(name), LinesOf(content.Files[name]).Lines).Fill();
        }

        var bytes = package.ToBytes(Made);
        using var again = new MemoryStream(bytes);
        return Read(again).Hash.AsSpan().SequenceEqual(content.Hash) ? bytes
            : throw new InvalidDataException("The plan holds characters that a workbook cannot give back unchanged; keep it as a folder.");
    }

    /// <summary>The plan that a workbook holds, whoever saved it last.</summary>
    /// <exception cref="InvalidDataException">It is no workbook of a plan; the message names sheet and cell where there is one.</exception>
    public static PlanContent Read(Stream workbook)
    {
        using var package = Open(workbook);
        var sheets = package.Workbook.Worksheets.ToDictionary(sheet => sheet.Name);
        if (sheets.Keys.FirstOrDefault(name => name != Guide && !PlanFiles.All.Contains(name)) is { } unknown)
        {
            throw new InvalidDataException($"The sheet '{unknown}' is no file of a plan; the sheets are named {string.Join(", ", PlanFiles.All)}.");
        }

        var ends = sheets.TryGetValue(Guide, out var guide) ? EndsOf(guide) : [];
        return PlanContent.Of(sheets.Where(sheet => sheet.Key != Guide)
            .ToDictionary(sheet => sheet.Key, sheet => PlanSheetText.Of(sheet.Value, new PlanSheetRow(sheet.Key)) + new string('\n', ends.GetValueOrDefault(sheet.Key, 1))));
    }

    /// <summary>Sheet and cell a fault is about, e.g. <c>units.csv!H12</c>.</summary>
    public static string PlaceOf(PlanFault fault, PlanContent content)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(content);
        return fault.Line is { } line ? PlaceOf(fault.File, line, fault.Values, content) : fault.File;
    }

    /// <summary>Sheet and cell a notice is about.</summary>
    public static string PlaceOf(PlanNotice notice, PlanContent content)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(content);
        return PlaceOf(notice.File, notice.Line, notice.Values, content);
    }

    private static string PlaceOf(string file, int line, IReadOnlyList<string> values, PlanContent content) =>
        content.Files.TryGetValue(file, out var text)
            ? $"{file}!{ExcelCellBase.GetAddress(line, FaultColumn.Of(line, values, new PlanSheetRow(file), LinesOf(text).Lines))}"
            : file;

    private static ExcelPackage Open(Stream workbook)
    {
        try
        {
            return new ExcelPackage(workbook);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or InvalidOperationException or System.Xml.XmlException or ArgumentException or FormatException)
        {
            throw new InvalidDataException("This is no workbook (.xlsx) that can be read.", broken);
        }
    }

    /// <summary>The lines up to the last that is not blank, and how many line ends follow it.</summary>
    private static (IReadOnlyList<string> Lines, int Ends) LinesOf(string text)
    {
        var trimmed = text.TrimEnd('\n');
        return (trimmed.Length == 0 ? [] : trimmed.Split('\n'), text.Length - trimmed.Length);
    }

    private static void FillGuide(ExcelWorksheet guide, PlanContent content)
    {
        guide.SetFont(11);
        guide.SetPage(isLandscape: true, Guide);
        guide.SetWidths([26, 14, 24, 60]);
        foreach (var (line, index) in GuideLines.Select((line, index) => (line, index)))
        {
            guide.Cells[index + 2, 1].SetText(line);
        }

        guide.Cells[1, 1].SetText("Kế hoạch trong một bảng tính").Style.Font.Bold = true;
        foreach (var (name, index) in new[] { "trang tính", "số dòng", "số lần xuống dòng ở cuối" }.Select((name, index) => (name, index)))
        {
            guide.Cells[FirstFileRow - 1, index + 1].SetText(name).AsHeading();
        }

        foreach (var (name, index) in PlanFiles.All.Where(content.Files.ContainsKey).Select((name, index) => (name, index)))
        {
            var (lines, ends) = LinesOf(content.Files[name]);
            guide.Cells[FirstFileRow + index, 1].SetText(name).Lines();
            guide.Cells[FirstFileRow + index, 2].SetNumber(lines.Count, CellFormat.Whole).Lines();
            guide.Cells[FirstFileRow + index, 3].SetNumber(ends, CellFormat.Whole).Lines();
        }
    }

    private static Dictionary<string, int> EndsOf(ExcelWorksheet guide) =>
        Enumerable.Range(FirstFileRow, PlanFiles.All.Count)
            .Where(row => guide.Cells[row, 1].Value is string && guide.Cells[row, 3].Value is double or int or decimal)
            .DistinctBy(row => (string)guide.Cells[row, 1].Value)
            .ToDictionary(row => (string)guide.Cells[row, 1].Value, row => Math.Clamp(Convert.ToInt32(guide.Cells[row, 3].Value, System.Globalization.CultureInfo.InvariantCulture), 0, 100));
}
