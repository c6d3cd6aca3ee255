using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Emulation.Ingest.Forms;
using Emulation.Ingest.Templates;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using ExcelDataReader;

namespace Emulation.Ingest.Tests.Templates;

/// <summary>What we hand out we take back: every template of the shipped plan, filled in, is accepted without a word.</summary>
public sealed class TemplateRoundTripTests
{
    public static TheoryData<string> Units => [.. Reading.Plan.Plan.Units.Select(unit => unit.Code.Value)];

    [Theory]
    [MemberData(nameof(Units))]
    public void Template_FilledInByItsUnit_IsAcceptedWithoutFindings(string unit)
    {
        var contents = TemplateKit.All.Where(content => content.Unit.Code.Value == unit).ToList();

        Assert.True(contents.Count >= 16);
        Assert.All(contents, content =>
        {
            using var filled = new FilledTemplate(content);
            if (content.IsOfFigures)
            {
                var expected = filled.FillFigures();
                var read = content.Read(filled.ToBytes()).Accepted();
                Assert.Empty(read.Findings);
                Assert.Equal((content.Form.Kind, content.Period), (read.Form, read.Period));
                Assert.Equal(expected, read.Figures.Select(figure => (CodeOf(figure), figure.State, figure.Value, figure.Date)));
            }
            else
            {
                var count = filled.FillEntries();
                var read = content.Read(filled.ToBytes()).Accepted();
                Assert.Empty(read.Findings);
                Assert.Equal(count, read.Registrations.Count + read.Initiatives.Count + read.AwardProposals.Count);
            }
        });
    }

    [Fact]
    public void Template_FilledInLists_KeepSectionsAndCells()
    {
        var content = TemplateKit.Of("654", FormKind.AwardProposals, "2020");
        using var filled = new FilledTemplate(content);
        filled.FillEntries();

        var read = content.Read(filled.ToBytes()).Accepted();

        Assert.Equal([true, true, false, false], read.AwardProposals.Select(entry => entry.IsCollective));
        Assert.All(read.AwardProposals, entry => Assert.Equal(("Nam", new DateOnly(2020, 2, 20), 7, true), (entry.Gender, entry.BornOn, entry.VotesFor, entry.IsRegistered)));
    }

    [Fact]
    public void Template_OfTheWave_IsReadWithItsDay()
    {
        var content = TemplateKit.Of("654", FormKind.WaveReport, "2020-W1");
        using var filled = new FilledTemplate(content);
        filled.FillFigures();

        Assert.Equal(new DateOnly(2020, 1, 31), content.Read(filled.ToBytes()).Accepted().DataAsOf);
    }

    /// <summary>The figures a report is held against stand beside the cells; what stands there is never read as a figure, also where somebody writes over it.</summary>
    [Fact]
    public void Template_OfTheWave_ShowsLastYear_WhichIsNotRead()
    {
        var content = TemplateKit.Of("654", FormKind.WaveReport, "2020-W1");
        var lastYear = content.Plan.LastYear.Where(figure => figure is { Unit.Value: "654", Period.Value: "2020-W1" }).ToDictionary(figure => figure.Indicator.Value, figure => (decimal?)figure.Value);
        using var filled = new FilledTemplate(content);
        var expected = filled.FillFigures();

        Assert.NotEmpty(lastYear);
        Assert.All(filled.Rows, row => Assert.Equal(lastYear.GetValueOrDefault(filled.Text(row, "Mã chỉ tiêu")), filled.NumberIn(row, "Cùng kỳ năm trước")));
        filled.Rows.ToList().ForEach(row => filled.Overwrite(row, "Cùng kỳ năm trước", 987_654_321));
        var read = content.Read(filled.ToBytes()).Accepted();
        Assert.Empty(read.Findings);
        Assert.Equal(expected.Select(one => one.Value), read.Figures.Select(figure => figure.Value));
    }

    /// <summary>Of months the plan knows nothing of last year: no column stands empty, and the stamp is that of templates made before there was one.</summary>
    [Fact]
    public void Template_WithoutLastYear_LacksTheColumn()
    {
        var content = TemplateKit.Of("654", FormKind.Figures, "2020-03");
        using var filled = new FilledTemplate(content);

        Assert.False(filled.Has("Cùng kỳ năm trước"));
        Assert.DoesNotContain("Cùng kỳ năm trước", System.Text.Encoding.UTF8.GetString(TemplateText.Write(content)), StringComparison.Ordinal);
        var without = content.Form with { Columns = [.. content.Form.Columns.Where(column => !column.IfKnown)] };
        Assert.Equal(TemplateStamp.Of(without, content.Plan, content.Unit, content.Period), content.Stamp);
    }

    [Fact]
    public void Template_WrittenTwice_HasTheSameBytes() =>
        Assert.All(FirstOfEachForm(), content => Assert.Equal(TemplateWorkbook.Write(content), TemplateWorkbook.Write(content)));

    [Fact]
    public void Template_OfEveryForm_IsAValidWorkbook()
    {
        var validator = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013);
        Assert.All(FirstOfEachForm(), content =>
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(TemplateWorkbook.Write(content)), isEditable: false);
            Assert.Empty(validator.Validate(document, TestContext.Current.CancellationToken).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
        });
    }

    [Fact]
    public void Template_InAnotherReader_ShowsTheSameTable()
    {
        var content = TemplateKit.Of("654", FormKind.Figures, "2020-03");
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(TemplateWorkbook.Write(content)));
        var codes = new List<string>();
        while (reader.Read())
        {
            if (reader.GetValue(0) is double)
            {
                codes.Add((string)reader.GetValue(1));
            }
        }

        Assert.Equal(content.Indicators.Select(indicator => indicator.Code.Value), codes);
        Assert.True(reader.NextResult());
        Assert.Equal("Hướng dẫn", reader.Name);
    }

    [Theory]
    [InlineData("654", FormKind.Figures, "2020-03")]
    [InlineData("654", FormKind.WaveReport, "2020-W1")]
    [InlineData("STP-TTR", FormKind.Figures, "2020-12")]
    public void Twin_FilledIn_IsAcceptedWithoutFindings(string unit, FormKind form, string period)
    {
        var content = TemplateKit.Of(unit, form, period);
        var lines = Encoding.UTF8.GetString(TemplateText.Write(content)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headings = lines[0].Split(';').ToList();
        var filled = lines.Skip(1).Select(line => Fill(line.Split(';'), headings)).Prepend(lines[0]);

        var read = content.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", filled) + "\r\n")]).Accepted();

        Assert.Empty(read.Findings);
        Assert.Equal(content.Indicators.Count, read.Figures.Count);
        Assert.All(read.Figures, figure => Assert.Equal(FigureState.NotApplicable, figure.State));
    }

    [Fact]
    public void Twin_OfAList_HasAStartingRowOfEachKind() =>
        Assert.Equal(
            "Mã đơn vị;Năm;Loại;Họ tên hoặc tên tập thể;Chức vụ;Nơi công tác;Danh hiệu đăng ký;Hình thức khen thưởng đăng ký;Sáng kiến dự kiến;Ghi chú\r\n654;2020;Tập thể;;;;;;;\r\n654;2020;Cá nhân;;;;;;;\r\n",
            Encoding.UTF8.GetString(TemplateText.Write(TemplateKit.Of("654", FormKind.Registration, "2020"))).TrimStart('\uFEFF'));

    [Theory]
    [InlineData(FormKind.Figures, "2020-03", "so-lieu-2020-03.xlsx")]
    [InlineData(FormKind.WaveReport, "2020-W1", "bao-cao-dot-1-2020.xlsx")]
    [InlineData(FormKind.Registration, "2020", "dang-ky-thi-dua-2020.xlsx")]
    [InlineData(FormKind.Initiatives, "2020", "sang-kien-2020.xlsx")]
    [InlineData(FormKind.AwardProposals, "2020", "de-nghi-khen-thuong-2020.xlsx")]
    public void Name_OfATemplate_IsWhatAnOfficerWouldCallIt(FormKind form, string period, string name) =>
        Assert.Equal(name, TemplateName.OfWorkbook(form, new PeriodCode(period)));

    // KPS satisfies every kind of indicator; it differs from last year's figures of the shipped plan.
    private static string Fill(string[] cells, List<string> headings)
    {
        cells[headings.IndexOf("Thực hiện")] = "KPS";
        cells[headings.IndexOf("Giải trình")] = "Số liệu mẫu để thử biểu.";
        return string.Join(';', cells);
    }

    private static string CodeOf(Figure figure) => Reading.Plan.Plan.Indicators.Single(indicator => Reading.Plan.Ids.Indicators[indicator.Code] == figure.IndicatorId).Code.Value;

    private static List<TemplateContent> FirstOfEachForm() => [.. TemplateKit.All.GroupBy(content => content.Form.Kind).Select(group => group.First())];
}
