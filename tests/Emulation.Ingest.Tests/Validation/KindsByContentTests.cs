using Emulation.Ingest.Answers.Returned;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.OldWorkbooks;
using Emulation.Ingest.Parsing.Workbooks;
using Emulation.Ingest.Tests.Parsing.OldWorkbooks;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Validation;

/// <summary>What a file is, its content says: a wrong ending of its name neither helps nor harms.</summary>
/// <remarks>The sentences for kinds that are not read stand whole in tests/files/rejections.approved.txt.</remarks>
public sealed class KindsByContentTests
{
    [Theory]
    [InlineData("bao-cao.csv")]
    [InlineData("bao-cao.xls")]
    [InlineData("bao-cao.pdf")]
    public void Workbook_UnderAnyName_IsReadAsOne(string name)
    {
        var verdict = SubmissionReader.Read(Sheets.Monthly(Sheets.Row(1, "B09", 20)), Named(name));

        Assert.Equal(("xlsx", 20m), (verdict.FileKind, verdict.FigureOf("B09").Value));
    }

    [Fact]
    public void Text_CalledXlsx_IsReadAsText()
    {
        var verdict = SubmissionReader.Read(System.Text.Encoding.UTF8.GetBytes(Sheets.Csv("B09;;;20;;;;")), Named("bao-cao.xlsx"));

        Assert.Equal(("csv", 20m), (verdict.FileKind, verdict.FigureOf("B09").Value));
    }

    [Theory]
    [InlineData("bao-cao.xls")]
    [InlineData("bao-cao.xlsx")]
    public void OldWorkbook_UnderAnyName_IsReadWithARemark(string name)
    {
        var verdict = SubmissionReader.Read(Sample("old-form.xls"), Named(name)).Accepted();

        Assert.Equal("xls", verdict.FileKind);
        Assert.Equal(
            "Tệp được đọc từ dạng Excel 97–2003 (.xls) cũ. Dạng này không có mã kiểm tra: một con số bị hỏng khi sao chép không thể phát hiện được.",
            Assert.Single(verdict.Findings).Message);
        Assert.Equal((20m, 17m, 12.75m), (verdict.FigureOf("B09").Value, verdict.FigureOf("B10").Value, verdict.FigureOf("E01").Value));
        Assert.Equal((85m, 17m, 20m), (verdict.FigureOf("B11").Value, verdict.FigureOf("B11").Numerator, verdict.FigureOf("B11").Denominator));
        Assert.Equal(new DateOnly(2020, 2, 28), verdict.FigureOf("B22").Date);
        Assert.Equal(FigureState.NotApplicable, verdict.FigureOf("B21").State);
    }

    [Fact]
    public void OldWorkbook_Of1904_HasTheSameDays() =>
        Assert.Equal(new DateOnly(2020, 2, 28), Reading.Read(Sample("old-1904.xls")).FigureOf("B22").Date);

    [Fact]
    public void OldWorkbook_WithErrorCells_NamesTheirAddresses() =>
        Assert.Equal(
            [("E9", "#DIV/0!"), ("E11", "#N/A")],
            Reading.Read(Sample("old-errors.xls")).Refused().Findings.Where(finding => finding.Code == "E-CELLERROR").Select(finding => (finding.Address, finding.Found)));

    [Fact]
    public void OldWorkbook_WithMacros_IsNotedAndReturnedWithoutThem()
    {
        var old = OldFile.Container(
            ("Workbook", OldFile.Stream(file => file.Number(0, 0, 1))), ("_VBA_PROJECT", [1]));

        var package = OldWorkbook.ToPackage(old, ReadingLimits.Default);
        var finding = new Rejection(Severity.Error, "E-NUMBER", "S", 1, "A1", null, null, "Ô A1 không phải là số.", "Hãy sửa.");
        var returned = ReturnedCopy.Of(old, [finding], 1 << 20, OldWorkbook.ToPackage).Content!;

        // The package notes the macros; the workbook that goes back to the officer has none.
        Assert.Equal(FileKind.Xlsm, WorkbookPackage.KindOf(ZipGate.Open(package, ReadingLimits.Default)));
        Assert.Equal(FileKind.Xlsx, WorkbookPackage.KindOf(ZipGate.Open(returned, ReadingLimits.Default)));
    }

    [Fact]
    public void OldWorkbook_IsOpenedThroughTheContext()
    {
        var asked = 0;
        var context = Named("a.xls") with
        {
            OpenOld = (content, limits) =>
            {
                asked++;
                return OldWorkbook.ToPackage(content, limits);
            },
        };

        Assert.IsType<ReadSubmission>(SubmissionReader.Read(Sample("old-form.xls"), context));
        Assert.Equal(1, asked);
    }

    [Fact]
    public void WordDocument_ThatHoldsAWorkbook_IsAWordDocument() =>
        Assert.Equal("docx", Reading.Read(OldFile.Container(("WordDocument", [1]), ("Workbook", [1]))).FileKind);

    private static ReadingContext Named(string name) => Reading.Context(Reading.KrongPac, Reading.MarchDay) with { FileName = name };

    private static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(Reading.RepositoryFolder("tests/files"), name));
}
