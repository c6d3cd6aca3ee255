using System.Security.Cryptography;
using Emulation.Jobs.Demo.OfficerFiles;
using Emulation.Jobs.Demo.Scenario;
using Emulation.Plan;

namespace Emulation.Jobs.Tests.Demo;

public sealed class YearScenarioTests
{
    private static readonly YearScenario Year = YearScenario.Of(DemoPlan.Plan, DemoPlan.Seed);

    [Fact]
    public void Of_SameSeed_SameBytesTwice()
    {
        var again = YearScenario.Of(DemoPlan.Plan, DemoPlan.Seed);

        Assert.Equal(Fingerprints(Year), Fingerprints(again));
    }

    [Fact]
    public void Of_OtherSeed_OtherFiles() =>
        Assert.NotEqual(Year.Drops.Select(drop => (drop.At, drop.Folder)), YearScenario.Of(DemoPlan.Plan, DemoPlan.Seed + 1).Drops.Select(drop => (drop.At, drop.Folder)));

    [Fact]
    public void Of_Year_EveryKindOfTroubleHappens() =>
        Assert.Equal(Enum.GetValues<DropKind>(), Year.Drops.Select(drop => drop.Kind).Distinct().Order());

    [Fact]
    public void Of_Year_SomeExplainAtOnceSomeWhenAskedSomeNever()
    {
        var figures = new FigureSheets(DemoPlan.Plan, new TrueYear(DemoPlan.Plan, new Dice(DemoPlan.Seed)), new Dice(DemoPlan.Seed));
        var reports = Year.Drops.Where(drop => drop is { Expected: ExpectedAnswer.Accepted, Sheet.Form: FormKind.WaveReport })
            .GroupBy(drop => (drop.Folder, drop.Sheet!.Period.Code)).Select(group => (First: group.First(), Last: group.Last())).ToList();

        Assert.Contains(reports, report => IsExplained(report.First));
        Assert.Contains(reports, report => figures.IsOpen(report.First.Sheet!) && report.Last.Kind == DropKind.Explained && !figures.IsOpen(report.Last.Sheet!));
        Assert.Contains(reports, report => figures.IsOpen(report.Last.Sheet!));
    }

    [Fact]
    public void Of_Year_AboutHalfAreWorkbooksAndEveryTextFormatOccurs()
    {
        var formats = Year.Drops.CountBy(drop => drop.Style.Format).ToDictionary();

        Assert.Equal(Enum.GetValues<OfficerFormat>().Length, formats.Count);
        Assert.InRange(formats[OfficerFormat.Workbook] * 100 / Year.Drops.Count, 35, 65);
    }

    [Fact]
    public void Of_Year_EverythingOwedComesOrIsForgotten()
    {
        var owed = Assignment.AllOf(DemoPlan.Plan).Count;
        var answered = Year.Drops.Where(drop => drop.Expected == ExpectedAnswer.Accepted)
            .DistinctBy(drop => (drop.Folder, drop.Sheet!.Form, drop.Sheet.Period.Code)).Count();

        Assert.NotEmpty(Year.Forgotten);
        Assert.Equal(owed, answered + Year.Forgotten.Count);
    }

    [Fact]
    public void Of_Year_EveryFileComesInsideTheWindowOfItsDuty()
    {
        var timely = Year.Drops.Where(drop => drop.Expected == ExpectedAnswer.Accepted);

        Assert.All(timely, drop =>
        {
            var occurrence = DemoPlan.Plan.Duties.Where(duty => duty.Form == drop.Sheet!.Form)
                .SelectMany(duty => duty.Occurrences).Single(occurrence => occurrence.Period.Code == drop.Sheet!.Period.Code);
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(drop.At, DemoPlan.Plan.TimeZone).DateTime);
            Assert.InRange(day, occurrence.OpensOn, occurrence.LocksOn);
        });
    }

    [Fact]
    public void Of_Year_NoTwoFilesMeetInOneInboxUnderOneName() =>
        Assert.Equal(Year.Drops.Count, Year.Drops.DistinctBy(drop => (drop.At, drop.Folder, drop.FileName)).Count());

    [Fact]
    public void Of_Year_PeopleAreInvented() =>
        Assert.All(
            new InventedPeople(DemoPlan.Plan, new Dice(DemoPlan.Seed)).StaffOf(DemoPlan.Plan.Units[0]),
            person => Assert.Matches("(Mẫu|Ví Dụ|Thử|Minh Hoạ|Giả Định|Tưởng Tượng|Trình Diễn|Không Thật)$", person.Name));

    private static bool IsExplained(DemoDrop drop) => drop.Sheet!.Rows.Any(row => row.Cells[FigureSheets.ExplanationColumn].Text.Length > 0);

    private static List<string> Fingerprints(YearScenario year) =>
        [.. year.Drops.Select(drop => $"{drop.At:u} {drop.Folder} {drop.FileName} {Convert.ToHexString(SHA256.HashData(OfficerFile.Write(drop)))}")];
}
