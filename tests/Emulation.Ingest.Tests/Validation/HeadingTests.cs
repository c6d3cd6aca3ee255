using System.Text;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Validation;

/// <summary>Table (b) row B29: the heading of a form in every order, spelling and shape is found; what is missing, double or unknown is named.</summary>
public sealed class HeadingTests
{
    private static readonly string[] Headings = ["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Thực hiện", "Ghi chú"];
    private static readonly object?[] Row = [1, "B09", "Số vụ việc hòa giải tiếp nhận", "vụ việc", 20, "ghi chú"];

    public static TheoryData<string, string[]> Spellings => new()
    {
        { "as printed", Headings },
        { "capitals", [.. Headings.Select(heading => heading.ToUpperInvariant())] },
        { "decomposed", [.. Headings.Select(heading => heading.Normalize(NormalizationForm.FormD))] },
        { "no-break spaces", [.. Headings.Select(heading => heading.Replace(' ', '\u00A0'))] },
        { "line breaks and blanks at the ends", [.. Headings.Select(heading => " " + heading.Replace(' ', '\n') + "  ")] },
        { "zero-width characters", [.. Headings.Select(heading => "\u200B" + heading + "\uFEFF")] },
        { "synonyms", ["TT", "Mã số", "Nội dung", "ĐVT", "Kết quả thực hiện", "Ghi chú"] },
        { "without accents", ["STT", "Ma chi tieu", "Ten chi tieu", "Don vi tinh", "Thuc hien", "Ghi chu"] },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Heading_HoweverSpelled_IsFound(string how, string[] headings)
    {
        var verdict = Read([headings, Row]).Accepted();

        Assert.True(verdict.Findings.Count == 0, $"{how}: {string.Join(" ", verdict.Findings.Select(finding => finding.Message))}");
        Assert.Equal(20m, verdict.FigureOf("B09").Value);
    }

    [Fact]
    public void Heading_InAnyOrder_IsFound()
    {
        int[] order = [4, 2, 5, 0, 3, 1];

        var verdict = Read([[.. order.Select(index => Headings[index])], [.. order.Select(index => Row[index])]]).Accepted();

        Assert.Empty(verdict.Findings);
        Assert.Equal(20m, verdict.FigureOf("B09").Value);
    }

    [Fact]
    public void Heading_OverTwoRowsWithACommonOne_IsFoundByItsPath()
    {
        var verdict = Read([
            ["STT", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Kết quả", null, null, "Ghi chú"],
            [null, null, null, null, "Thực hiện", "Tử số", "Mẫu số", null],
            [1, "B11", "Tỷ lệ hòa giải thành", "%", 85, 17, 20, null]]).Accepted();

        Assert.Empty(verdict.Findings);
        var figure = verdict.FigureOf("B11");
        Assert.Equal((85m, 17m, 20m), (figure.Value, figure.Numerator, figure.Denominator));
    }

    [Fact]
    public void Heading_LackingRequiredColumns_IsNamedWithWhatWasRead()
    {
        var finding = Assert.Single(Read([["STT", "Chỉ số", "Tên chỉ tiêu", "Đơn vị tính", "Kết quả quý", "Ghi chú"], Row]).Refused().Findings);

        Assert.Equal("E-HEADER", finding.Code);
        Assert.Equal(
            "Dòng 4 (trang tính “Biểu 1”) thiếu cột bắt buộc của biểu “Báo cáo số liệu thi đua”: Mã chỉ tiêu, Thực hiện. Các cột đọc được: STT, Tên chỉ tiêu, Đơn vị tính, Ghi chú.",
            finding.Message);
        Assert.Equal("Hãy giữ nguyên dòng tiêu đề của biểu mẫu (thứ tự cột tùy ý) rồi gửi lại.", finding.Cure);
    }

    [Fact]
    public void Heading_Twice_IsNamed()
    {
        var finding = Assert.Single(Read([[.. Headings, "Thực hiện"], [.. Row, 21]]).Refused().Findings);

        Assert.Equal(("E-HEADER-TWICE", "Ô G4 (trang tính “Biểu 1”): cột “Thực hiện” xuất hiện hai lần.", "Hãy giữ lại một cột rồi gửi lại."), (finding.Code, finding.Message, finding.Cure));
    }

    [Fact]
    public void Heading_OfOnesOwn_IsNamedAndNotRead()
    {
        var verdict = Read([[.. Headings, "Người nhập"], [.. Row, "x"]]).Accepted();

        var finding = Assert.Single(verdict.Findings);
        Assert.Equal(("W-COLUMN", Severity.Warning), (finding.Code, finding.Severity));
        Assert.Equal("Ô G4 (trang tính “Biểu 1”): cột “Người nhập” không thuộc biểu mẫu nên không được đọc.", finding.Message);
        Assert.Equal(20m, verdict.FigureOf("B09").Value);
    }

    [Fact]
    public void Headings_ThatOnlyTheTemplateFills_AreKnown()
    {
        var verdict = Read([[.. Headings, "Chỉ tiêu giao", "Kỳ trước", "Giải trình"], [.. Row, 98, "KPS", null]]).Accepted();

        Assert.Empty(verdict.Findings);
        Assert.Equal(20m, verdict.FigureOf("B09").Value);
    }

    /// <summary>The heading stands in row 4, under title, unit and period.</summary>
    private static SubmissionVerdict Read(IEnumerable<object?[]> table) => Reading.Read(new TestWorkbook().Sheet("Biểu 1",
        [["BÁO CÁO SỐ LIỆU THI ĐUA"], ["Đơn vị báo cáo: Phòng Tư pháp huyện Krông Pắc"], ["Kỳ báo cáo: tháng 3/2020"], .. table]).ToBytes());
}
