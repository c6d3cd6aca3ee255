using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Tests.Validation;

public sealed class IdentityTests
{
    [Theory]
    [InlineData("654")]
    [InlineData("Krông Pắk")]
    [InlineData("Krông Păc ")]
    [InlineData("KRÔNG PẮC")]
    [InlineData("H. Krông Pắc")]
    [InlineData("Phòng Tư pháp huyện Krông Pắc")]
    public void Unit_ByCodeOrAnyOfItsNames_IsItself(string name) =>
        Assert.Equal([(Reading.UnitId("654"), Reading.PeriodId("2020-03"))], Reading.Read(Csv($"{name};2020-03;B09;;;20;;;;")).Accepted().Covers);

    [Theory]
    [InlineData("Krông Pắt")]
    [InlineData("6540")]
    public void Unit_ThatNoNameFits_IsNotGuessed(string name)
    {
        var verdict = Reading.Read(Csv($"{name};2020-03;B09;;;20;;;;")).Refused();

        Assert.Equal("E-UNIT", verdict.Findings[0].Code);
        Assert.False(verdict.NamesAnotherUnit);
    }

    [Fact]
    public void Unit_Another_IsRefusedAsASecurityMatter()
    {
        var verdict = Reading.Read(Csv("654;2020-03;B09;;;20;;;;", "644;2020-03;B09;;;20;;;;")).Refused();

        Assert.True(verdict.NamesAnotherUnit);
        Assert.Equal(("E-UNIT-OTHER", 3), (verdict.Findings[0].Code, verdict.Findings[0].RowNumber));
    }

    [Fact]
    public void Office_SpeaksForOthers_RowByRow()
    {
        var verdict = Reading.Read(Csv("654;2020-03;B09;;;20;;;;", "644;tháng 3/2020;B09;;;21;;;;", "STP-VP;2020-03;D03;;;1;;;;"), Reading.Office).Accepted();

        Assert.Null(verdict.Period); // a bulk file's rows name their own
        Assert.Equal(
            new[] { (Reading.UnitId("654"), Reading.PeriodId("2020-03")), (Reading.UnitId("644"), Reading.PeriodId("2020-03")), (Reading.UnitId("STP-VP"), Reading.PeriodId("2020-03")) }.Order(),
            verdict.Covers);
        Assert.Equal(3, verdict.Figures.Count);
    }

    [Fact]
    public void Problems_OfManyKinds_AreAllFoundInOnePass()
    {
        var verdict = Reading.Read(Csv(
            "654;2020-03;B09;;;x;;;;",
            "654;2020-03;Z9;;;1;;;;",
            "654;2020-03;B10;;;1,5;;;;",
            ";2020-03;B13;;;1;;;;",
            "654;tháng 14;B15;;;1;;;;",
            "654;2020-03;A03;;;90;1;2;;",
            "654;2020-03;B22;;;30/02/2020;;;;")).Refused();

        Assert.Equal(
            "2 E-NUMBER, 3 E-INDICATOR, 4 E-INTEGER, 5 E-REQUIRED, 6 E-PERIOD, 7 E-RATIO, 8 E-DATE",
            string.Join(", ", verdict.Findings.Select(finding => $"{finding.RowNumber} {finding.Code}")));
        Assert.Equal(7, verdict.RowCount);
        Assert.Equal((FormKind.Figures, "2020-03"), (verdict.Form, verdict.Period!.Code.Value));
    }

    [Theory]
    [InlineData(2020, 3, 14, "E-EARLY")]
    [InlineData(2020, 3, 15, null)]
    [InlineData(2020, 4, 7, null)]
    [InlineData(2020, 4, 8, "E-LOCKED")]
    public void Duty_IsOpen_FromItsFirstToItsLastDay(int year, int month, int day, string? code)
    {
        var duty = Reading.Plan.Plan.Duties.Single(duty => duty.Form == FormKind.Figures).Occurrences.Single(one => one.Period.Code.Value == "2020-03");
        Assert.Equal((new DateOnly(2020, 3, 15), new DateOnly(2020, 4, 7)), (duty.OpensOn, duty.LocksOn));

        var verdict = Reading.Read(Csv("654;2020-03;B09;;;20;;;;"), today: new DateOnly(year, month, day));

        Assert.Equal(code, verdict.Findings.Select(finding => finding.Code).FirstOrDefault());
    }

    [Fact]
    public void WaveReport_InAWorkbook_IsToldByItsTitleAndNamesItsDay()
    {
        var verdict = Reading.Read(
            new TestWorkbook().Sheet("Biểu 1", [.. Sheets.Head("BÁO CÁO KẾT QUẢ ĐỢT THI ĐUA", period: "đợt 1 năm 2020", days: "Số liệu đến ngày: 31/05/2020"), Sheets.Row(1, "B09", 20, null, null, 5)]).ToBytes(),
            today: Reading.JuneDay).Accepted();

        Assert.Equal((FormKind.WaveReport, "2020-W1", new DateOnly(2020, 5, 31)), (verdict.Form, verdict.Period!.Code.Value, verdict.DataAsOf));
        Assert.Equal((25m, 5m), (verdict.FigureOf("B09").Value, verdict.FigureOf("B09").Estimated));
    }

    private static string Csv(params string[] rows) => Sheets.CsvHeader + "\r\n" + string.Concat(rows.Select(row => row + "\r\n"));
}
