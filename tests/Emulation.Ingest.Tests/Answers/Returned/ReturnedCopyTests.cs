using System.Text;
using Emulation.Ingest.Answers.Returned;
using Emulation.Ingest.Parsing.OldWorkbooks;
using Emulation.Ingest.Tests.Templates;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;
using ExcelDataReader;
using OfficeOpenXml;

namespace Emulation.Ingest.Tests.Answers.Returned;

/// <summary>The officer's own workbook comes back with its faults marked and nothing else changed, and can be mended and handed in again.</summary>
public sealed class ReturnedCopyTests
{
    private const long Largest = 4 << 20;
    private const string Guide = "Hướng dẫn sửa";

    private static readonly byte[] Faulty = OfficerBook.Make(
        ("B01", ["12O"]), ("B03", [7, null, null, null, "theo dõi thêm"]), ("ZZ9", [1]), ("B11", [null, 5, 4]));

    [Fact]
    public void Copy_OfAnOfficersWorkbook_IsAValidPackage()
    {
        var copy = Return(Faulty);

        Assert.Empty(Opened.Faults(copy).Except(Opened.Faults(Faulty)));
    }

    [Fact]
    public void Copy_ColoursAndCommentsTheCellsOfFindings()
    {
        var copy = Return(Faulty);

        Assert.Equal(["E9", "B11", "F12"], Opened.Coloured(copy));
        var comments = Opened.Comments(copy, OfficerBook.Sheet);
        Assert.Equal(["E9", "I9", "B11", "F12"], comments.Keys.OrderBy(Order));
        Assert.StartsWith("――― Phiếu trả lời ―――\nCẦN SỬA: Ô E9 (trang tính “Biểu tháng 3”, cột “Thực hiện”)", comments["E9"], StringComparison.Ordinal);
        Assert.Contains("\n→ ", comments["E9"], StringComparison.Ordinal);
        Assert.Equal("Số của đội 2", comments["I9"]);
    }

    [Fact]
    public void Copy_KeepsValuesFormulasFormatsAndTheOtherSheets()
    {
        var copy = Return(Faulty);

        using var before = new ExcelPackage(new MemoryStream(Faulty));
        using var after = new ExcelPackage(new MemoryStream(copy));
        Assert.Equal([OfficerBook.Sheet, "Sổ tay", Guide], after.Workbook.Worksheets.Select(sheet => sheet.Name));
        foreach (var sheet in before.Workbook.Worksheets)
        {
            var twin = after.Workbook.Worksheets[sheet.Name];
            Assert.Equal(Print(sheet), Print(twin));
            Assert.Equal(sheet.Column(3).Width, twin.Column(3).Width);
            Assert.Equal(sheet.MergedCells, twin.MergedCells);
        }

        Assert.Equal(before.Workbook.Names["Vung_so_lieu"].Address, after.Workbook.Names["Vung_so_lieu"].Address);
        Assert.Equal("1000000", Assert.Single(after.Workbook.Worksheets[OfficerBook.Sheet].ConditionalFormatting, rule => rule.Address.Address == "E9:E20").Node.InnerText);
        Assert.Single(after.Workbook.Worksheets[OfficerBook.Sheet].DataValidations);
    }

    [Fact]
    public void Copy_ShowsTheFormFirst_AndNoOtherSheetIsSelected()
    {
        using var after = new ExcelPackage(new MemoryStream(Return(Faulty)));

        Assert.Equal(0, after.Workbook.View.ActiveTab);
        Assert.Equal([OfficerBook.Sheet], after.Workbook.Worksheets.Where(sheet => sheet.View.TabSelected).Select(sheet => sheet.Name));
    }

    [Fact]
    public void Copy_ListsEveryFindingWithALinkToItsCell()
    {
        using var after = new ExcelPackage(new MemoryStream(Return(Faulty)));
        var guide = after.Workbook.Worksheets[Guide];

        Assert.Equal("HƯỚNG DẪN SỬA TỆP BÁO CÁO", guide.Cells["A1"].Text);
        Assert.Equal(["E9", "B11", "F12"], Enumerable.Range(5, 3).Select(row => guide.Cells[row, 1].Text.Split('!')[^1]));
        Assert.Equal("'Biểu tháng 3'!E9", Assert.IsType<ExcelHyperLink>(guide.Cells["A5"].Hyperlink).ReferenceAddress);
        Assert.Equal("E-NUMBER", guide.Cells["E5"].Text);
    }

    [Fact]
    public void Copy_ReadByTheSecondReader_HoldsTheSameValues()
    {
        using var before = ExcelReaderFactory.CreateReader(new MemoryStream(Faulty));
        using var after = ExcelReaderFactory.CreateReader(new MemoryStream(Return(Faulty)));

        while (before.Read())
        {
            Assert.True(after.Read());
            Assert.Equal(Enumerable.Range(0, before.FieldCount).Select(before.GetValue), Enumerable.Range(0, before.FieldCount).Select(after.GetValue));
        }
    }

    [Fact]
    public void Copy_HandedInUnchanged_GivesTheSameFindings() =>
        Assert.Equal(Opened.Lines(Reading.Read(Faulty)), Opened.Lines(Reading.Read(Return(Faulty))));

    [Fact]
    public void Copy_Corrected_IsAccepted()
    {
        var corrected = Opened.Edited(Return(Faulty), Mend);

        Assert.Equal(120m, Reading.Read(corrected).FigureOf("B01").Value);
        Assert.Equal(80m, Reading.Read(corrected).FigureOf("B11").Value);
    }

    [Fact]
    public void Copy_OfACopyPartlyCorrected_MarksOnlyWhatIsLeft()
    {
        var half = Opened.Edited(Return(Faulty), sheet => sheet.Cells["E9"].Value = 120);

        var again = Return(half);

        Assert.Equal(["B11", "F12"], Opened.Coloured(again));
        Assert.Equal(["I9", "B11", "F12"], Opened.Comments(again, OfficerBook.Sheet).Keys.OrderBy(Order));
        using var package = new ExcelPackage(new MemoryStream(again));
        Assert.Equal([OfficerBook.Sheet, "Sổ tay", Guide], package.Workbook.Worksheets.Select(sheet => sheet.Name));
        Assert.Equal("B11", package.Workbook.Worksheets[Guide].Cells["A5"].Text.Split('!')[^1]);
        Assert.Empty(Opened.Faults(again).Except(Opened.Faults(half)));
    }

    [Fact]
    public void Copy_FindingInACellWithTheOfficersComment_AddsToItAndTakesItBack()
    {
        var book = OfficerBook.Make(package => package.Workbook.Worksheets[1 - 1].Cells["E9"].AddComment("Chờ xã gửi", "Chị Lan"), ("B01", ["12O"]));

        var copy = Return(book);
        Assert.StartsWith("Chờ xã gửi\n――― Phiếu trả lời ―――\nCẦN SỬA: Ô E9", Opened.Comments(copy, OfficerBook.Sheet)["E9"], StringComparison.Ordinal);

        var again = Return(Opened.Edited(copy, sheet => (sheet.Cells["E9"].Value, sheet.Cells["B10"].Value, sheet.Cells["E10"].Value) = (12, "ZZ9", 1)));
        Assert.Equal("Chờ xã gửi", Opened.Comments(again, OfficerBook.Sheet)["E9"]);
    }

    [Fact]
    public void File_WithEndlessThingsBesideItsCells_IsNotReturned()
    {
        var merges = string.Concat(Enumerable.Range(1_000, 60_000).Select(row => $"<mergeCell ref=\"A{row}:B{row}\"/>"));
        var book = new TestWorkbook().Sheet("Biểu 1", [.. Sheets.Head(), Sheets.Row(1, "B01", "12O")], after: $"<mergeCells>{merges}</mergeCells>").ToBytes();

        Assert.Equal(new ReturnedFile(null, WhyNotReturned.TooLarge), ReturnedCopy.Of(book, Reading.Read(book).Findings, Largest, OldWorkbook.ToPackage));
    }

    /// <summary>LibreOffice writes all comments under one blank author.</summary>
    [Fact]
    public void Copy_OfACopySavedWithoutAuthors_MarksOnlyWhatIsLeft()
    {
        var half = Opened.Rewritten(
            Opened.Edited(Return(Faulty), sheet => sheet.Cells["E9"].Value = 120), "xl/comments1.xml", comments => comments.Replace("<author>Phiếu trả lời</author>", "<author> </author>", StringComparison.Ordinal));

        Assert.DoesNotContain("Phiếu trả lời</", Opened.Part(half, "xl/comments1.xml"), StringComparison.Ordinal);

        var comments = Opened.Comments(Return(half), OfficerBook.Sheet);

        Assert.Equal(["I9", "B11", "F12"], comments.Keys.OrderBy(Order));
        Assert.All(comments.Values.Where(text => text != "Số của đội 2"), text => Assert.Equal(2, text.Split("――― Phiếu trả lời ―――").Length));
    }

    [Fact]
    public void Copy_MadeTwice_IsTheSameBytes() => Assert.Equal(Return(Faulty), Return(Faulty));

    [Fact]
    public void Copy_OfAWorkbookWithMacros_HasNone()
    {
        var book = OfficerBook.Make(package => package.Workbook.CreateVBAProject(), ("B01", ["12O"]));

        var copy = Return(book);

        Assert.DoesNotContain(Opened.Parts(copy), part => part.Contains("vba", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("macroEnabled", Opened.Part(copy, "[Content_Types].xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("vbaProject", Opened.Part(copy, "xl/_rels/workbook.xml.rels"), StringComparison.Ordinal);
    }

    [Fact]
    public void Copy_HostileText_StaysTextInCommentsAndList()
    {
        const string hostile = "=HYPERLINK(\"http://x.example\")<b>_x0041_";
        var copy = Return(OfficerBook.Make((hostile, [1])));

        using var package = new ExcelPackage(new MemoryStream(copy));
        Assert.All(package.Workbook.Worksheets[Guide].Cells, cell => Assert.Equal("", cell.Formula));
        Assert.Contains(hostile, package.Workbook.Worksheets[Guide].Cells["C5"].Text, StringComparison.Ordinal);
        Assert.Contains(hostile, Opened.Comments(copy, OfficerBook.Sheet).Single(one => one.Key == "B9").Value.Replace("_x005F_", "_", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", Opened.Part(copy, "xl/worksheets/sheet3.xml"), StringComparison.Ordinal);
        Assert.Empty(Opened.Faults(copy));
    }

    [Fact]
    public void File_WithoutAPlaceOfAFinding_IsNotReturned()
    {
        var verdict = Reading.Read(new TestWorkbook().Sheet("Trang 1", [["không", "có", "gì"]]).ToBytes());

        Assert.Equal(ReturnedFile.None, ReturnedCopy.Of(Faulty, verdict.Findings, Largest, OldWorkbook.ToPackage));
    }

    [Fact]
    public void File_BeyondTheLimit_IsNotReturned_AndSaysWhy() =>
        Assert.Equal(new ReturnedFile(null, WhyNotReturned.TooLarge), ReturnedCopy.Of(Faulty, Reading.Read(Faulty).Findings, Faulty.Length - 1, OldWorkbook.ToPackage));

    [Fact]
    public void Text_BecomesAWorkbookOfTheSameLines_ThatReadsTheSame()
    {
        var text = Sheets.Csv("B01;;văn bản;12O;;;;", "B03;;văn bản;1.234;;;;\"hai\ndòng\"", "ZZ9;;;1;;;;", "A01;;;=1+1;;;;-5");
        var verdict = Reading.Read(text);

        var copy = Return(Encoding.UTF8.GetBytes(text));

        Assert.Empty(Opened.Faults(copy));
        Assert.Equal(["C5", "F2", "F3", "F6"], Opened.Coloured(copy).Order());
        Assert.Equal(Codes(verdict), Codes(Reading.Read(copy)));
        using var package = new ExcelPackage(new MemoryStream(copy));
        var sheet = package.Workbook.Worksheets.First();
        Assert.Equal("1.234", sheet.Cells["F3"].Value);
        Assert.Equal("hai\ndòng", sheet.Cells["J3"].Value);
        Assert.Equal(("=1+1", ""), (sheet.Cells["F6"].Value, sheet.Cells["F6"].Formula));
    }

    [Fact]
    public void Text_Corrected_IsAccepted()
    {
        var text = Encoding.UTF8.GetBytes(Sheets.Csv("B01;;văn bản;12O;;;;", "B03;;văn bản;1.234;;;;", "B02;;;KPS;;;;"));

        var corrected = Opened.Edited(Return(text), sheet => sheet.Cells["F2"].Value = "120");

        var read = Reading.Read(corrected).Accepted();
        Assert.Equal([120m, 1234m, null], read.Figures.Select(figure => figure.Value));
        Assert.Equal(Emulation.Plan.FormKind.Figures, read.Form);
    }

    [Fact]
    public void OldWorkbook_ComesBackAsAWorkbookOfToday_AndReadsTheSame()
    {
        var old = File.ReadAllBytes(Path.Combine(Reading.RepositoryFolder("tests/files"), "old-form.xls"));
        // The file itself is well; in another unit's folder it is not its own.
        var refused = Reading.Read(old, Reading.BuonHo).Refused();

        var copy = ReturnedCopy.Of(old, refused.Findings, Largest, OldWorkbook.ToPackage).Content!;

        Assert.Empty(Opened.Faults(copy));
        Assert.NotEmpty(Opened.Coloured(copy));
        Assert.Contains("<cols>", Opened.Part(copy, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Equal(
            refused.Findings.Where(finding => finding.Code is not ("W-OLDTYPE" or "W-MACRO")).Select(finding => $"{finding.Code} {finding.Address}"),
            Reading.Read(copy, Reading.BuonHo).Findings.Select(finding => $"{finding.Code} {finding.Address}"));
        Assert.Equal(Reading.Read(old).Accepted().Figures, Reading.Read(copy).Accepted().Figures);
        var place = refused.Findings.First(finding => finding.Code == "E-UNIT-OTHER").Address!;
        var corrected = Opened.Edited(
            copy, sheet => sheet.Cells[place].Value = sheet.Cells[place].Text.Replace("huyện Krông Pắc", "thị xã Buôn Hồ", StringComparison.OrdinalIgnoreCase), refused.Findings.First(finding => finding.Sheet is not null).Sheet);
        Assert.NotEmpty(Reading.Read(corrected, Reading.BuonHo).Accepted().Figures);
    }

    [Fact]
    public void Text_WithBrokenRecords_IsNotLaidOut()
    {
        var text = Encoding.UTF8.GetBytes(Sheets.Csv("B01;;văn bản;12;;;", "B03;;văn bản;x;;;;"));

        Assert.Equal(new ReturnedFile(null, WhyNotReturned.BrokenRecords), ReturnedCopy.Of(text, Reading.Read(text).Findings, Largest, OldWorkbook.ToPackage));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Explanation_Asked_HasAColumnToWriteItIn_AndIsReadBack(bool hasColumn)
    {
        var report = RejectionScenarios.WaveReport("B09;105");
        var text = Encoding.UTF8.GetBytes(hasColumn ? report : report.Replace(";Giải trình", "", StringComparison.Ordinal).Replace("105;;", "105;", StringComparison.Ordinal));
        var asked = InJune(text);

        var copy = ReturnedCopy.Of(text, asked.Findings, Largest, OldWorkbook.ToPackage).Content!;

        Assert.Empty(Opened.Faults(copy));
        var place = Assert.Single(Opened.Coloured(copy), cell => cell == (hasColumn ? "E2" : "F2"));
        using var package = new ExcelPackage(new MemoryStream(copy));
        Assert.Equal("Giải trình", package.Workbook.Worksheets.First().Cells[1, package.Workbook.Worksheets.First().Cells[place].Start.Column].Value);
        Assert.Contains("Hãy ghi lý do vào ô này", Opened.Comments(copy, package.Workbook.Worksheets.First().Name)[place], StringComparison.Ordinal);
        Assert.Equal(["N-SWING"], InJune(copy).Findings.Select(finding => finding.Code));
        var explained = InJune(Opened.Edited(copy, sheet => sheet.Cells[place].Value = "Sáp nhập hai xã"));
        Assert.Empty(explained.Findings);
        Assert.Equal("Sáp nhập hai xã", Assert.Single(explained.Accepted().Explanations).Text);
    }

    /// <summary>Every file of the catalogue of findings that can be returned reads the same when it comes back unchanged.</summary>
    [Fact]
    public void Copy_OfEveryScenario_GivesTheSameFindings()
    {
        var (returned, differ) = (0, new List<string>());
        foreach (var scenario in RejectionScenarios.All)
        {
            var plain = Reading.Context(scenario.Unit, scenario.Today ?? Reading.MarchDay);
            var (content, context) = (scenario.Content(), scenario.With?.Invoke(plain) ?? plain);
            var verdict = SubmissionReader.Read(content, context);
            if (ReturnedCopy.Of(content, verdict.Findings, Largest, OldWorkbook.ToPackage).Content is not { } copy)
            {
                continue;
            }

            returned++;
            var (before, after) = (Kept(verdict), Kept(SubmissionReader.Read(copy, context)));
            if (!before.SequenceEqual(after))
            {
                differ.Add($"{scenario.Code} {scenario.What}: {string.Join(", ", before)} | {string.Join(", ", after)}");
            }
        }

        Assert.Equal([], differ);
        Assert.True(returned > 60, returned.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    // A workbook has no last line end that could be missing, and the macros are gone.
    private static List<string> Kept(SubmissionVerdict verdict) =>
        [.. verdict.Findings.Where(finding => finding.Code is not ("W-NEWLINE" or "W-MACRO")).Select(finding => $"{finding.Code} {finding.RowNumber}")];

    [Fact]
    public void Copy_OfAFilledTemplate_KeepsItsStampItsLocksAndItsLists()
    {
        var template = TemplateKit.Of(Reading.KrongPac, Emulation.Plan.FormKind.Figures, "2020-03");
        using var filled = new FilledTemplate(template);
        filled.FillFigures();
        var row = filled.Rows[0];
        var column = Enumerable.Range(1, 12).Single(one => filled.Sheet.Cells[row - 1, one].Text == "Thực hiện" || filled.Sheet.Cells[row - 2, one].Text == "Thực hiện");
        var value = filled.Sheet.Cells[row, column].Value;
        filled.Sheet.Cells[row, column].Value = "nhiều";
        var dropped = filled.ToBytes();
        var findings = template.Read(dropped).Findings;

        var copy = ReturnedCopy.Of(dropped, findings, Largest, OldWorkbook.ToPackage).Content!;

        Assert.Equal("E-NUMBER", Assert.Single(findings).Code);
        Assert.Empty(Opened.Faults(copy).Except(Opened.Faults(dropped)));
        Assert.Equal(Opened.Lines(template.Read(dropped)), Opened.Lines(template.Read(copy)));
        using var after = new ExcelPackage(new MemoryStream(copy));
        Assert.True(after.Workbook.Worksheets.First().Protection.IsProtected);
        Assert.Equal(filled.Sheet.DataValidations.Count, after.Workbook.Worksheets.First().DataValidations.Count);
        Assert.IsType<ReadSubmission>(template.Read(Opened.Edited(copy, sheet => sheet.Cells[row, column].Value = value)));
    }

    /// <summary>Why the package is patched: what a library that loads and saves leaves out, or cannot load at all (docs/adr/0011-answers.md).</summary>
    [Fact]
    public void Copy_KeepsWhatALibraryDrops()
    {
        var book = Opened.Rewritten(Faulty, "xl/worksheets/sheet1.xml", sheet => sheet
            .Replace("<row r=\"9\"", "<row r=\"9\" xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\" x14ac:dyDescent=\"0.25\"", StringComparison.Ordinal)
            .Replace("<c r=\"B10\"", "<c r=\"B10\" cm=\"1\"", StringComparison.Ordinal));
        using var package = new ExcelPackage(new MemoryStream(book));
        _ = package.Workbook.Worksheets.Count;
        var saved = Opened.Part(package.GetAsByteArray(), "xl/worksheets/sheet1.xml");

        var copy = Opened.Part(Return(book), "xl/worksheets/sheet1.xml");

        Assert.Contains("dyDescent=\"0.25\"", copy, StringComparison.Ordinal);
        Assert.Contains("cm=\"1\"", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("dyDescent=\"0.25\"", saved, StringComparison.Ordinal);
        Assert.DoesNotContain("cm=\"1\"", saved, StringComparison.Ordinal);
    }

    [Fact]
    public void Copy_OfAWorkbookTheLibraryCannotLoad_IsMadeAllTheSame()
    {
        var bare = Sheets.Monthly(Sheets.Row(1, "B01", "12O"));

        Assert.Throws<NullReferenceException>(() =>
        {
            using var package = new ExcelPackage(new MemoryStream(bare));
            return package.Workbook.Worksheets.Count;
        });
        Assert.Equal(["E9"], Opened.Coloured(Return(bare)));
        Assert.Equal(Opened.Lines(Reading.Read(bare)), Opened.Lines(Reading.Read(Return(bare))));
    }

    internal static byte[] Return(byte[] content) => ReturnedCopy.Of(content, Reading.Read(content).Findings, Largest, OldWorkbook.ToPackage).Content!;

    private static SubmissionVerdict InJune(byte[] content) =>
        SubmissionReader.Read(content, RejectionScenarios.WithLastYear(Reading.Context(Reading.KrongPac, Reading.JuneDay)));

    private static void Mend(ExcelWorksheet sheet)
    {
        sheet.Cells["E9"].Value = 120;
        sheet.Cells["B11"].Value = "B02";
        (sheet.Cells["F12"].Value, sheet.Cells["G12"].Value) = (4, 5);
    }

    private static List<string> Codes(SubmissionVerdict verdict) => [.. verdict.Findings.Select(finding => $"{finding.Code} {finding.RowNumber}")];

    private static string Print(ExcelWorksheet sheet) =>
        string.Join('\n', sheet.Cells.Select(cell => $"{cell.Address} {cell.Value} {cell.Formula} {cell.StyleID} {cell.Style.Numberformat.Format} {cell.Style.Fill.BackgroundColor.Rgb} {cell.Style.Font.Bold}"));

    private static int Order(string address) => (int.Parse(address[1..], System.Globalization.CultureInfo.InvariantCulture) * 100) + address[0];
}
