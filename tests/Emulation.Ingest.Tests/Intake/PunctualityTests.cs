using System.Globalization;
using Emulation.Ingest.Intake;
using Emulation.Plan;
using Emulation.Plan.Files;

namespace Emulation.Ingest.Tests.Intake;

/// <summary>On time or late, against the due day of the shipped plan (March figures: 20/03/2020).</summary>
public sealed class PunctualityTests
{
    private static readonly EmulationPlan Plan = PlanFolder.Load(IntakeKit.FindUp("plans/dak-lak-2020")).Plan!;

    [Theory]
    // without an outage
    [InlineData("2020-03-20", null, null, 0)]
    [InlineData("2020-03-21", null, null, 1)]
    // the share was away when the due day ended: that day of its return still counts
    [InlineData("2020-03-21", "2020-03-20T20:00+07:00", "2020-03-21T05:00+07:00", 0)]
    [InlineData("2020-03-22", "2020-03-20T20:00+07:00", "2020-03-21T05:00+07:00", 1)]
    // an outage that ended before the day did, or began after it, changes nothing
    [InlineData("2020-03-21", "2020-03-20T08:00+07:00", "2020-03-20T23:59+07:00", 1)]
    [InlineData("2020-03-21", "2020-03-21T00:00+07:00", "2020-03-21T05:00+07:00", 1)]
    public void Of_Report_CountsDaysLate(string received, string? began, string? ended, int daysLate)
    {
        Outage[] outages = began is null ? [] : [new Outage(Instant(began), Instant(ended!))];
        var unit = Plan.UnitByCode(new UnitCode("654"));

        var punctuality = Punctuality.Of(Plan, unit, FormKind.Figures, new PeriodCode("2020-03"), DateOnly.Parse(received, CultureInfo.InvariantCulture), outages);

        Assert.Equal(daysLate, punctuality!.DaysLate);
    }

    [Theory]
    // away again at the end of the day of return; and a silence of ours that outlasted the share's
    [InlineData("2020-03-20T20:00+07:00", "2020-03-21T05:00+07:00", "2020-03-21T22:00+07:00", "2020-03-22T06:00+07:00")]
    [InlineData("2020-03-20T20:00+07:00", "2020-03-21T05:00+07:00", "2020-03-20T21:00+07:00", "2020-03-22T06:00+07:00")]
    public void Of_SeveralOutages_CountsFromOneToTheNext_AsResultsDo(string began, string ended, string beganNext, string endedNext)
    {
        Outage[] outages = [new Outage(Instant(began), Instant(ended)), new Outage(Instant(beganNext), Instant(endedNext))];

        var punctuality = Punctuality.Of(Plan, Plan.UnitByCode(new UnitCode("654")), FormKind.Figures, new PeriodCode("2020-03"), new DateOnly(2020, 3, 23), outages);

        Assert.Equal((new DateOnly(2020, 3, 22), 1), (punctuality!.TakenUntil, punctuality.DaysLate));
    }

    [Fact]
    public void Of_ReportNobodyOwes_IsNothing() =>
        Assert.Null(Punctuality.Of(Plan, Plan.UnitByCode(new UnitCode("654")), FormKind.Initiatives, new PeriodCode("2020"), new DateOnly(2020, 2, 1), []));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
