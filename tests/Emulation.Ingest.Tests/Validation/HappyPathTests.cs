using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Tests.Validation;

public sealed class HappyPathTests
{
    [Fact]
    public void Csv_MonthlyFigures_GivesFiguresWithTheirLines()
    {
        var verdict = Reading.Read(Sheets.Csv("B09;;;20;;;;", "B10;;;17;;;;", "B11;;;85;17;20;;", "E01;;triệu đồng;12,5;;;;", "B21;;;KPS;;;;", "B13;;;;;;;")).Accepted();

        Assert.Equal("csv", verdict.FileKind);
        Assert.Equal(FormKind.Figures, verdict.Form);
        Assert.Equal("2020-03", verdict.Period!.Code.Value);
        Assert.Equal([(Reading.UnitId("654"), Reading.PeriodId("2020-03"))], verdict.Covers);
        Assert.Equal(6, verdict.RowCount);
        Assert.Empty(verdict.Findings);
        Assert.Equal(20m, verdict.FigureOf("B09").Value);
        var ratio = verdict.FigureOf("B11");
        Assert.Equal((85m, 17m, 20m), (ratio.Value, ratio.Numerator, ratio.Denominator));
        Assert.Equal(new CellAddress(0, 4, 6), ratio.Source);
        Assert.Equal(12.5m, verdict.FigureOf("E01").Value);
        Assert.Equal(FigureState.NotApplicable, verdict.FigureOf("B21").State);
        Assert.Equal(FigureState.NotReported, verdict.FigureOf("B13").State);
    }

    [Fact]
    public void Workbook_MonthlyFiguresWithTitleAndMergedHeader_GivesFiguresWithTheirCells()
    {
        var verdict = Reading.Read(Sheets.Monthly(
            ["A", "B", "C", "D", "1", "2", "3", "4", "5"],
            ["B. Toàn ngành Tư pháp đoàn kết"],
            Sheets.Row(1, "B09", 20),
            Sheets.Row(2, "B11", "85", 17, 20),
            Sheets.Row(3, "E01", "12,5"),
            Sheets.Row(4, "B21", "KPS"),
            [],
            [null, null, null, null, "Krông Pắc, ngày 16 tháng 3 năm 2020"],
            [null, "NGƯỜI LẬP BIỂU", null, null, "TRƯỞNG PHÒNG"],
            [null, "Nguyễn Văn A", null, null, "Trần Thị B"])).Accepted();

        Assert.Equal("xlsx", verdict.FileKind);
        Assert.Equal("2020-03", verdict.Period!.Code.Value);
        Assert.Equal(4, verdict.RowCount);
        Assert.Empty(verdict.Findings);
        var ratio = verdict.FigureOf("B11");
        Assert.Equal((85m, 17m, 20m), (ratio.Value, ratio.Numerator, ratio.Denominator));
        Assert.Equal(new CellAddress(1, 12, 5), ratio.Source);
        Assert.Equal("E12", ratio.Source.ToString());
    }
}
