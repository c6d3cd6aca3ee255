using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Workbook;
using ExcelDataReader;

namespace Emulation.Reports.Tests.Documents;

/// <summary>The workbook is read back by two other libraries: one checks its form, the other its numbers.</summary>
public sealed class ReportWorkbookTests
{
    private static readonly byte[] Written = ReportWorkbook.Write(SampleRun.Model);

    [Fact]
    public void Workbook_OfAFullReport_IsValidOpenXml()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written), false);

        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}");

        Assert.Empty(errors);
    }

    public static TheoryData<string> Kinds => [.. SampleReports.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Workbook_OfEveryKind_IsValidOpenXmlWithoutFormulasAndPrintsOnA4(string kind)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(ReportWorkbook.Write(SampleReports.All[kind])), false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        Assert.All(document.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet), sheet =>
        {
            Assert.Empty(sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>());
            var page = Assert.Single(sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.PageSetup>());
            Assert.Equal((9U, "landscape"), (page.PaperSize!.Value, page.Orientation!.InnerText));
        });
        Assert.Equal(kind != "monthly-progress", Sheets(ReportWorkbook.Write(SampleReports.All[kind])).ContainsKey("Khen thưởng"));
        Assert.Contains("Diễn biến theo tháng", Sheets(ReportWorkbook.Write(SampleReports.All[kind])).Keys);
    }

    [Fact]
    public void Workbook_OfAnEmptyRun_IsValidOpenXmlAndSaysNothingToList()
    {
        var run = SampleRun.Wave1 with { Units = [], Indicators = [], Duties = [], Discrepancies = [] };
        var model = ReportModelBuilder.Build(SampleRun.Input() with { Run = run });

        using var document = SpreadsheetDocument.Open(new MemoryStream(ReportWorkbook.Write(model)), false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(document).Select(error => error.Description));
    }

    [Fact]
    public void Sheets_InOrder_AreNamedForTheirReaders() => Assert.Equal(
        ["Bìa", "Tình hình báo cáo", "Kết quả theo phong trào", "Chỉ tiêu theo đơn vị", "Chỉ tiêu", "Số liệu đơn vị", "Xếp hạng", "Chưa gửi - gửi chậm", "Vấn đề cần làm rõ", "Bảng điểm", "Chú giải"],
        Sheets(Written).Keys);

    [Fact]
    public void Results_ReadBack_EqualTheModel()
    {
        var rows = Table("Kết quả theo phong trào", "STT").Skip(1).Where(row => row[0] is double).ToList();

        Assert.Equal(SampleRun.Model.Results.Count, rows.Count);
        foreach (var (row, unit) in rows.Zip(SampleRun.Model.Results))
        {
            Assert.Equal(unit.Unit, row[1]);
            Assert.Equal(
                [.. unit.Groups.SelectMany(group => new[] { group.Points, group.Percent!.Value }), unit.Bonus, unit.Penalty, unit.Points],
                row.Skip(3).Take((unit.Groups.Count * 2) + 3).Select(Number));
            Assert.Equal(unit.Grade, row[3 + (unit.Groups.Count * 2) + 3]);
        }
    }

    [Fact]
    public void Indicators_ReadBack_EqualTheModel()
    {
        var rows = Table("Chỉ tiêu", "Mã").Take(SampleRun.Model.Indicators.Count).ToList();

        foreach (var (row, total) in rows.Zip(SampleRun.Model.Indicators))
        {
            Assert.Equal(total.Code, row[0]);
            Assert.Equal([total.Value, total.Estimated, total.Target, total.AchievedPercent], row.Skip(4).Take(4).Select(NumberOrDash));
        }
    }

    [Fact]
    public void ScoreCards_ReadBack_HoldEveryLineOfTheModel()
    {
        var rows = Table("Bảng điểm", "Đơn vị").Where(row => row[5] is not null).ToList();

        Assert.Equal(SampleRun.Model.ScoreCards.Count, rows.Count);
        Assert.Equal(SampleRun.Model.ScoreCards.Sum(line => line.Points), rows.Sum(row => Number(row[6])));
    }

    [Fact]
    public void Indicators_WithDecisionsAboutUnits_CarryThemAsNotes()
    {
        var texts = Sheets(Written)["Chỉ tiêu"].SelectMany(row => row.OfType<string>()).ToList();

        Assert.Contains("Số cuộc phổ biến pháp luật trực tiếp [1]", texts);
        Assert.Contains("[1] B06: Buôn Ma Thuột giao 520, điều chỉnh 400. Căn cứ: Sáp nhập hai phường (Công văn số 12/STP-VP, đến hết 31/12/2020).", texts);
        Assert.Contains("[2] C01: Buôn Ma Thuột được miễn. Căn cứ: Chuyển nhiệm vụ về Sở (Công văn số 15/STP-VP, đến hết 31/12/2020).", texts);
    }

    [Fact]
    public void ScoreCards_OfEveryUnit_BeginAPageUnderTheHeadings()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written), false);
        var sheet = SheetOf(document, "Bảng điểm");
        var rows = Sheets(Written)["Bảng điểm"];
        var starts = rows.Index().Where(row => row.Item[2] is null && row.Item[6] is not null).Select(row => (uint)row.Index).ToList();

        // Every card begins with what it comes to. A break stands after the row it names; the first card follows the headings.
        Assert.Equal(SampleRun.Model.Results.Select(row => (row.Unit, (object)(double)row.Points)), starts.Select(row => ((string)rows[(int)row][0]!, (object)Convert.ToDouble(rows[(int)row][6], System.Globalization.CultureInfo.InvariantCulture))));
        Assert.All(starts, row => Assert.Contains("Xếp hạng: thứ ", (string)rows[(int)row][7]!, StringComparison.Ordinal));
        Assert.Equal(starts.Skip(1), sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Break>().Select(each => each.Id!.Value));
        Assert.NotEqual(true, sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.PageSetupProperties>().SingleOrDefault()?.FitToPage?.Value);
        Assert.InRange(sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.PageSetup>().Single().Scale!.Value, 55U, 100U);
        Assert.Contains(document.WorkbookPart!.Workbook!.DefinedNames!.Elements<DocumentFormat.OpenXml.Spreadsheet.DefinedName>(), name => name.Name == "_xlnm.Print_Titles" && name.Text.StartsWith("'Bảng điểm'!", StringComparison.Ordinal));
    }

    [Fact]
    public void Trend_OfMonths_IsDrawnAsLines()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(ReportWorkbook.Write(SampleReports.All["wave-interim"])), false);

        var charts = document.WorkbookPart!.WorksheetParts.Where(part => part.DrawingsPart is not null).SelectMany(part => part.DrawingsPart!.ChartParts)
            .SelectMany(chart => chart.ChartSpace.Descendants<DocumentFormat.OpenXml.Drawing.Charts.LineChart>()).ToList();

        // Units and targets of all, then a line a unit, block by block.
        Assert.Equal([2, 5, 5, 5, 2], charts.Select(chart => chart.Elements<DocumentFormat.OpenXml.Drawing.Charts.LineChartSeries>().Count()));
    }

    [Fact]
    public void Workbook_OfATest_SaysSoOnEverySheetAndPage()
    {
        var model = SampleReports.All["wave-interim"];
        using var trial = SpreadsheetDocument.Open(new MemoryStream(ReportWorkbook.Print(model, DocumentMarking.Trial).Bytes), false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(trial).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        Assert.All(trial.WorkbookPart!.WorksheetParts, part =>
        {
            Assert.Contains("THỬ NGHIỆM", part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.OddHeader>().Single().Text, StringComparison.Ordinal);
            Assert.Contains("THỬ NGHIỆM", part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.OddFooter>().Single().Text, StringComparison.Ordinal);
        });
        Assert.All(Sheets(ReportWorkbook.Print(model, DocumentMarking.Trial).Bytes).Values, rows => Assert.StartsWith("THỬ NGHIỆM", (string)rows[0][0]!, StringComparison.Ordinal));
        Assert.DoesNotContain(Sheets(ReportWorkbook.Write(model)).Values, rows => rows.SelectMany(row => row.OfType<string>()).Any(text => text.Contains("THỬ NGHIỆM", StringComparison.Ordinal)));
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Worksheet SheetOf(SpreadsheetDocument document, string name)
    {
        var part = document.WorkbookPart!;
        var sheet = part.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(one => one.Name == name);
        return ((WorksheetPart)part.GetPartById(sheet.Id!.Value!)).Worksheet!;
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example\")")]
    [InlineData("+84 262")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1+1")]
    public void ForeignText_ThatLooksLikeAFormula_StaysQuotedText(string text)
    {
        var model = SampleRun.Model with { Questions = [new OpenQuestion(text, "654", null, "check", text)] };

        using var document = SpreadsheetDocument.Open(new MemoryStream(ReportWorkbook.Write(model)), false);
        var part = document.WorkbookPart!;
        var sheets = part.WorksheetParts.Select(sheet => sheet.Worksheet).ToList();
        var styles = part.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>().ToList();
        var shared = part.SharedStringTablePart!.SharedStringTable.Elements().Select(item => item.InnerText).ToList();
        var cells = sheets.SelectMany(sheet => sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>())
            .Where(cell => cell.DataType?.InnerText == "s" && shared[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)] == text).ToList();

        Assert.Equal(2, cells.Count);
        Assert.All(cells, cell => Assert.True(styles[(int)cell.StyleIndex!.Value].QuotePrefix?.Value));
        Assert.DoesNotContain(sheets, sheet => sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>().Any());
    }

    [Fact]
    public void ForeignText_WithControlCharactersAndLoneSurrogates_IsCleanedNotFatal()
    {
        var model = SampleRun.Model with { Questions = [new OpenQuestion("A\u0001B\uD800C", "654", null, "check", new string('x', 40_000))] };

        var row = Sheets(ReportWorkbook.Write(model))["Vấn đề cần làm rõ"].Single(cells => cells.Length > 1 && cells[1] is string name && name.StartsWith('A'));

        Assert.Equal("A\uFFFDB\uFFFDC", row[1]);
        Assert.Equal(32_767, ((string)row[4]!).Length);
    }

    [Theory]
    [InlineData("2020-W1", 1, "bao-cao-dot-1-2020.xlsx")]
    [InlineData("2020-03", 1, "bao-cao-thang-3-2020.xlsx")]
    [InlineData("2020", 1, "bao-cao-nam-2020.xlsx")]
    [InlineData("2020", 2, "bao-cao-nam-2020-ban-2.xlsx")]
    public void AttachmentName_OfAPeriod_IsAscii(string period, int edition, string name) =>
        Assert.Equal(name, ReportFileNames.Of(SampleRun.Model.Cover with { PeriodCode = period, Edition = edition }, "xlsx"));

    private static IEnumerable<object?[]> Table(string sheet, string firstHeading) =>
        Sheets(Written)[sheet].SkipWhile(row => row[0] as string != firstHeading).Skip(1);

    private static decimal Number(object? cell) => decimal.Parse(((double)cell!).ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static decimal? NumberOrDash(object? cell) => cell is double ? Number(cell) : null;

    private static Dictionary<string, List<object?[]>> Sheets(byte[] workbook)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook));
        var sheets = new Dictionary<string, List<object?[]>>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            }

            sheets.Add(reader.Name, rows);
        }
        while (reader.NextResult());
        return sheets;
    }
}
