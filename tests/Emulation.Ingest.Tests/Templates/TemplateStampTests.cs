using Emulation.Ingest.Forms;
using Emulation.Ingest.Templates;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Storage;

namespace Emulation.Ingest.Tests.Templates;

/// <summary>Table (b) rows B2 and B30: untouched templates, templates of an older version, of another unit or period; and changes that do not matter.</summary>
public sealed class TemplateStampTests
{
    private static readonly EmulationPlan Plan = Reading.Plan.Plan;

    private static TemplateContent March => TemplateKit.Of("654", FormKind.Figures, "2020-03");

    [Fact]
    public void Untouched_FiguresTemplate_IsRefusedAsNotFilledIn()
    {
        var finding = Assert.Single(March.Read(TemplateWorkbook.Write(March)).Refused().Findings);

        Assert.Equal("E-NOFIGURES", finding.Code);
        Assert.Equal("Trang tính “Báo cáo số liệu thi đua” chưa điền số liệu nào: cả 36 dòng chỉ tiêu đều để trống.", finding.Message);
        Assert.Equal("Hãy điền số liệu (bằng không ghi 0, không phát sinh ghi KPS) rồi gửi lại.", finding.Cure);
    }

    [Fact]
    public void Untouched_TextTwin_IsRefusedAsNotFilledIn() =>
        Assert.Equal(["E-NOFIGURES"], March.Read(TemplateText.Write(March)).Refused().Findings.Select(finding => finding.Code));

    [Theory]
    [InlineData("654", FormKind.Registration)]
    [InlineData("654", FormKind.AwardProposals)]
    [InlineData("STP-VP", FormKind.Initiatives)]
    public void Untouched_TemplateOfAList_IsRefusedAsWithoutRows(string unit, FormKind form)
    {
        var content = TemplateKit.Of(unit, form, "2020");

        var finding = Assert.Single(content.Read(TemplateWorkbook.Write(content)).Refused().Findings);

        Assert.Equal("E-NOROWS", finding.Code);
        Assert.Equal($"Trang tính “{content.Form.Name}” có dòng tiêu đề nhưng không có dòng số liệu nào.", finding.Message);
    }

    [Fact]
    public void Template_WithOneFigure_IsAccepted()
    {
        using var filled = new FilledTemplate(March);
        filled.Write(filled.Rows[0], "Thực hiện", 0);

        Assert.Equal(35, March.Read(filled.ToBytes()).Accepted().Figures.Count(figure => figure.State == FigureState.NotReported));
    }

    [Fact]
    public void OldTemplate_WhoseIndicatorsHaveChanged_IsRefusedWithTheNameOfTheNew()
    {
        using var filled = new FilledTemplate(March);
        filled.FillFigures();
        var newer = Reading.Store(Plan with { Indicators = [.. Plan.Indicators.Select(indicator => indicator.Code.Value == "A04" ? indicator with { Measure = "nghìn đồng" } : indicator)] });
        var now = TemplateStamp.Of(March.Form, newer.Plan, March.Unit, March.Period);

        var finding = March.Read(filled.ToBytes(), newer).Refused().Findings.Single(finding => finding.Code == "E-VERSION");

        Assert.Equal(
            $"Ô G1 (trang tính “Báo cáo số liệu thi đua”): tệp dùng mẫu cũ (mã kiểm {March.Stamp.Check}); cột hoặc chỉ tiêu của biểu đã thay đổi, mẫu hiện hành là “so-lieu-2020-03.xlsx” (mã kiểm {now.Check}).",
            finding.Message);
        Assert.Equal("Hãy chép số liệu sang mẫu “so-lieu-2020-03.xlsx” trong thư mục biểu mẫu của đơn vị rồi gửi mẫu đó.", finding.Cure);
    }

    [Fact]
    public void Template_OfAnotherPeriod_WithItsPeriodTypedOver_IsAConflictExplained()
    {
        var february = TemplateKit.Of("654", FormKind.Figures, "2020-02");
        using var filled = new FilledTemplate(february);
        filled.FillFigures();
        filled.Sheet.Cells[4, 1].Value = "Kỳ báo cáo: tháng 3/2020";
        filled.Sheet.Cells[5, 1].Value = null;

        var finding = March.Read(filled.ToBytes()).Refused().Findings.Single(finding => finding.Code == "E-STAMP");

        Assert.Equal(
            "Ô G1 (trang tính “Báo cáo số liệu thi đua”): mẫu này được làm sẵn cho “Báo cáo số liệu thi đua – Phòng Tư pháp huyện Krông Pắc, tháng 2/2020”, nhưng nội dung tệp là “Báo cáo số liệu thi đua – Phòng Tư pháp huyện Krông Pắc, tháng 3/2020”.",
            finding.Message);
        Assert.Equal("Hãy chép số liệu vào đúng mẫu “so-lieu-2020-03.xlsx” trong thư mục biểu mẫu của đơn vị rồi gửi lại.", finding.Cure);
    }

    [Fact]
    public void Template_OfAnotherUnit_WithItsUnitTypedOver_IsAConflict()
    {
        using var filled = new FilledTemplate(TemplateKit.Of("644", FormKind.Figures, "2020-03"));
        filled.FillFigures();
        filled.Sheet.Cells[6, 1].Value = "Đơn vị báo cáo: Phòng Tư pháp huyện Krông Pắc";

        Assert.Contains(March.Read(filled.ToBytes()).Refused().Findings, finding => finding.Code == "E-STAMP");
    }

    [Fact]
    public void Template_OfAnotherUnit_LeftAsItIs_IsTheOtherUnitsFile()
    {
        using var filled = new FilledTemplate(TemplateKit.Of("644", FormKind.Figures, "2020-03"));
        filled.FillFigures();

        var refused = March.Read(filled.ToBytes()).Refused();

        Assert.True(refused.NamesAnotherUnit);
        Assert.Contains(refused.Findings, finding => finding.Code == "E-UNIT-OTHER");
    }

    [Fact]
    public void Stamp_OfChangesThatDoNotMatter_StaysTheSame()
    {
        var changed = Plan with
        {
            Targets = [],
            Indicators = [.. Plan.Indicators.Reverse().Select(indicator => indicator with { Name = indicator.Name + " (mới)", Synonyms = [] })],
            Duties = [.. Plan.Duties.Select(duty => duty with { Addressee = "Nơi khác" })],
            HoldsFrom = Plan.HoldsFrom.AddDays(40),
        };

        Assert.All(TemplateKit.All, content => Assert.Equal(content.Stamp, TemplateStamp.Of(content.Form, changed, content.Unit, content.Period)));
    }

    [Fact]
    public void Stamp_OfEachChangeThatMatters_IsAnother()
    {
        string Check(EmulationPlan plan, Period? period = null, FormDefinition? form = null) =>
            TemplateStamp.Of(form ?? March.Form, plan, March.Unit, period ?? March.Period).Check;
        string[] checks =
        [
            Check(Plan),
            Check(Plan with { Indicators = [.. Plan.Indicators.Where(indicator => indicator.Code.Value != "B09")] }),
            Check(Plan with { Indicators = [.. Plan.Indicators.Select(indicator => indicator.Code.Value == "B09" ? indicator with { Kind = IndicatorKind.Money } : indicator)] }),
            Check(Plan with { Indicators = [.. Plan.Indicators.Select(indicator => indicator.Code.Value == "B09" ? indicator with { Measure = "cuộc" } : indicator)] }),
            Check(Plan, March.Period with { From = March.Period.From.AddDays(1) }),
            Check(Plan, form: March.Form with { Columns = [.. March.Form.Columns.Where(column => column.Id != "note")] }),
        ];

        Assert.Equal(checks.Length, checks.Distinct().Count());
    }

    [Theory]
    [InlineData("Mẫu figures · 654 · 2020-03 · mã kiểm 7F3A21", "figures", "654", "2020-03", "7F3A21")]
    [InlineData("Mẫu  wave-report ·STP-VP · 2020-W1 ·  mã kiểm  7f3a21", "wave-report", "STP-VP", "2020-W1", "7F3A21")]
    public void Stamp_InAText_IsFound(string text, string form, string unit, string period, string check) =>
        Assert.Equal(new TemplateStamp(form, unit, period, check), TemplateStamp.Find(text));

    [Theory]
    [InlineData("Mẫu figures · 654 · 2020-03")]
    [InlineData("Mẫu số 11c/BTP/PBGDPL/HGCS")]
    [InlineData("Mẫu figures · 654 · 2020-03 · mã kiểm 7F3A21 · thêm")]
    [InlineData("")]
    public void Stamp_InATextWithout_IsNone(string text) => Assert.Null(TemplateStamp.Find(text));
}
