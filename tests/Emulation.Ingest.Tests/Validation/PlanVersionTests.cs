using System.Text;
using Emulation.Ingest.Templates;
using Emulation.Ingest.Tests.Templates;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Storage;

namespace Emulation.Ingest.Tests.Validation;

/// <summary>A file is read by the plan version that holds for its period (docs/adr/0028): here March by the first, April by the second, which is today's.</summary>
public sealed class PlanVersionTests
{
    private const string Header = "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện\r\n";
    private const string NewName = "Phòng Tư pháp huyện Tân Lập";
    private static readonly DateOnly InMarch = new(2020, 3, 18);
    private static readonly DateOnly InApril = new(2020, 4, 16);

    private static readonly StoredPlan First = Reading.Plan;
    private static readonly StoredPlan Second = First.Drafted(Amended(First.Plan)) with { VersionId = 2, VersionNumber = 2 };
    private static readonly PlanVersions Versions = new(Second, new Dictionary<PeriodCode, StoredPlan> { [new("2020-02")] = First, [new("2020-03")] = First });

    /// <summary>The second version no longer holds B10 against B09.</summary>
    [Fact]
    public void Relation_GoneInTheLaterVersion_StillBindsTheEarlierPeriod()
    {
        Assert.Equal("E-CHECK", Read("654;2020-03;B09;10\r\n654;2020-03;B10;12", InMarch).Refused().Findings[0].Code);
        Assert.Empty(Read("654;2020-04;B09;10\r\n654;2020-04;B10;12", InApril).Accepted().Findings);
    }

    [Theory]
    // Given up by the second version.
    [InlineData("654;2020-03;B13;5", 18, null)]
    [InlineData("654;2020-04;B13;5", 16, "E-INDICATOR")]
    // New in it.
    [InlineData("654;2020-03;B99;5", 18, "E-INDICATOR")]
    [InlineData("654;2020-04;B99;5", 16, null)]
    // Counted in it, a percentage before.
    [InlineData("654;2020-03;A03;250", 18, "E-RANGE")]
    [InlineData("654;2020-04;A03;250", 16, null)]
    public void Indicator_IsThatOfThePeriodsVersion(string row, int day, string? expected) =>
        Assert.Equal(expected, Read(row, new DateOnly(2020, day == 18 ? 3 : 4, day)).Findings.Select(finding => finding.Code).FirstOrDefault());

    [Fact]
    public void BulkFile_OnBothSidesOfTheChange_IsReadRowByRow()
    {
        var verdict = Read("654;2020-03;B13;5\r\n654;2020-04;B99;6\r\n644;2020-03;B13;7\r\n644;2020-04;B10;9\r\n644;2020-04;B09;8", InApril, Reading.Office);

        Assert.Equal([5m, 6m, 7m, 9m, 8m], verdict.Accepted().Figures.Select(figure => figure.Value!.Value));
        Assert.Equal(
            ["E-CHECK 5", "E-INDICATOR 2", "E-INDICATOR 4"],
            Read("654;2020-04;B13;5\r\n654;2020-03;B09;6\r\n654;2020-03;B99;6\r\n654;2020-03;B10;7", InApril, Reading.Office).Refused().Findings
                .Select(finding => $"{finding.Code} {finding.RowNumber}").Order());
    }

    [Theory]
    // The name of the day, and the one that came later: both are the folder's unit.
    [InlineData("Phòng Tư pháp huyện Krông Pắc", "tháng 3/2020", null)]
    [InlineData(NewName, "tháng 3/2020", null)]
    [InlineData(NewName, "tháng 4/2020", null)]
    [InlineData("Phòng Tư pháp huyện Krông Pắc", "tháng 4/2020", "E-UNIT")]
    public void Title_NamesTheUnitAsThePeriodsVersionHasIt(string unit, string period, string? expected)
    {
        var book = new TestWorkbook().Sheet("Biểu 1", [.. Sheets.Head(unit: unit, period: period), Sheets.Row(1, "B09", 20)]).ToBytes();

        var verdict = SubmissionReader.Read(book, Context(Reading.KrongPac, period.Contains('3', StringComparison.Ordinal) ? InMarch : InApril));

        Assert.Equal(expected, verdict.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code).FirstOrDefault());
    }

    /// <summary>The unit of the folder takes part only since the second version.</summary>
    [Fact]
    public void Unit_UnknownToThePeriodsVersion_OwesNothingOfIt()
    {
        Assert.Equal("E-DUTY", Read("NEW;2020-03;B09;5", InMarch, "NEW").Refused().Findings[0].Code);
        Assert.Single(Read("NEW;2020-04;B09;5", InApril, "NEW").Accepted().Figures);
    }

    /// <summary>In March the name was another's; in the folder of who bears it today it still means the folder's unit, never a trespass.</summary>
    [Fact]
    public void Name_OfAnotherUnitThen_MeansTheFoldersOwnUnitToday()
    {
        var verdict = Read("Buôn Hồ;2020-03;B09;5", InMarch, "NEW").Refused();

        Assert.Equal("E-DUTY", verdict.Findings[0].Code);
        Assert.False(verdict.NamesAnotherUnit);
    }

    /// <summary>March locks on 07/04 by its own version; the second takes it until 30/04 and April a month less.</summary>
    [Theory]
    [InlineData("2020-03", "2020-04-07", null)]
    [InlineData("2020-03", "2020-04-08", null)]
    [InlineData("2020-03", "2020-04-30", null)]
    [InlineData("2020-03", "2020-05-01", "E-LOCKED")]
    public void Lock_IsTheLaterOfWhatThePeriodsVersionAndTodaysSay(string period, string day, string? expected) =>
        Assert.Equal(expected, Read($"654;{period};B09;5", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Findings.Select(finding => finding.Code).FirstOrDefault());

    /// <summary>The stamp holds if the template is of the version that reads it; then nothing is remarked.</summary>
    [Fact]
    public void Template_OfThePeriodsVersion_CarriesItsStamp()
    {
        var march = TemplateKit.Of("654", FormKind.Figures, "2020-03", First);
        var ofToday = TemplateKit.Of("654", FormKind.Figures, "2020-03", Second);

        Assert.DoesNotContain("E-VERSION", Codes(march));
        Assert.Contains("E-VERSION", Codes(ofToday));
        Assert.NotEqual(march.Stamp.Check, ofToday.Stamp.Check);

        static IEnumerable<string> Codes(TemplateContent content) =>
            SubmissionReader.Read(TemplateWorkbook.Write(content), Context("654", InMarch)).Findings.Select(finding => finding.Code);
    }

    private static SubmissionVerdict Read(string rows, DateOnly today, string unit = Reading.KrongPac) =>
        SubmissionReader.Read(Encoding.UTF8.GetBytes(Header + rows + "\r\n"), Context(unit, today));

    private static ReadingContext Context(string unit, DateOnly today) =>
        new(Second, Second.Plan.UnitByCode(new UnitCode(unit)), "bao-cao.xlsx", today) { Versions = Versions };

    private static EmulationPlan Amended(EmulationPlan plan)
    {
        var own = plan.UnitByCode(new UnitCode(Reading.KrongPac));
        var renamed = own with { Name = NewName, ShortName = "Tân Lập", Aliases = [] };
        var added = own with { Code = new UnitCode("NEW"), Name = "Phòng Tư pháp huyện Mới", ShortName = "Buôn Hồ", Aliases = [], Folder = "moi" };
        return plan with
        {
            LastYear = [],
            Units = [added, .. plan.Units.Select(unit => unit == own ? renamed : unit.Code.Value == Reading.BuonHo ? unit with { Name = "Phòng Tư pháp thị xã Cũ", ShortName = "Cũ", Aliases = [] } : unit)],
            Indicators = [.. plan.Indicators.Where(indicator => indicator.Code.Value != "B13").Select(Amended), plan.IndicatorByCode(new IndicatorCode("B09")) with { Code = new IndicatorCode("B99"), Name = "Chỉ tiêu mới", Synonyms = [] }],
            Duties = [.. plan.Duties.Select(duty => duty.Form == FormKind.Figures ? duty with { Occurrences = [.. duty.Occurrences.Select(Amended)] } : duty)],
        };
    }

    private static Indicator Amended(Indicator indicator) => indicator.Code.Value switch
    {
        "B10" => indicator with { Checks = [] },
        "A03" => indicator with { Kind = IndicatorKind.Count },
        _ => indicator,
    };

    private static DutyOccurrence Amended(DutyOccurrence occurrence) =>
        occurrence.Period.Code.Value == "2020-03" ? occurrence with { LocksOn = new DateOnly(2020, 4, 30) } : occurrence;
}
