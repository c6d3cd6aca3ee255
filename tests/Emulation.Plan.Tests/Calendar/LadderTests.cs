using System.Globalization;
using Emulation.Plan.Calendar;

namespace Emulation.Plan.Tests.Calendar;

/// <summary>The rungs of the reminder ladder: which day, who is told.</summary>
public sealed class LadderTests
{
    [Fact]
    public void Of_TheShippedPlan_JuneFigures_ClimbsFromTheCutoffToTheProvince() =>
        // cut-off Thursday 18/6, due Saturday 20/6, locked 8/7: the due day itself is told of on Friday, what follows never before its day
        Assert.Equal(
            [
                "2020-06-15 cutoff-3 Officer", "2020-06-19 due+0 Officer", "2020-06-22 due+1 Officer", "2020-06-23 due+3 Head",
                "2020-06-29 due+7 Province",
            ],
            Steps(Plans.DakLak, "MF", "2020-06"));

    [Fact]
    public void Of_OverAHoliday_MovesBackBeforeAndOnBehind()
    {
        var plan = With(Plans.DakLak, [2], new EscalationStep(1, ContactRole.Officer));
        var occurrence = new DutyOccurrence(plan.YearPeriod, new(2020, 4, 1), new(2020, 5, 2), new(2020, 5, 2), new(2020, 6, 1));

        // 30/4 and 1/5 are holidays, 2/5 and 3/5 a weekend
        Assert.Equal(["2020-04-29", "2020-05-04"], Ladder.Of(plan.Calendar, occurrence).Select(step => Text(step.Day)));
    }

    [Fact]
    public void Of_DaysOutsideTheWindow_HaveNoRung()
    {
        var plan = With(Plans.DakLak, [30, 0, -40], new EscalationStep(0, ContactRole.Officer), new EscalationStep(60, ContactRole.Province));

        Assert.Equal(["2020-06-18 cutoff+0 Officer", "2020-06-19 due+0 Officer"], Steps(plan, "MF", "2020-06"));
    }

    [Fact]
    public void Of_OneDay_NamesTheHighestLast()
    {
        var plan = With(Plans.DakLak, [], new EscalationStep(1, ContactRole.Officer), new EscalationStep(2, ContactRole.Head));

        // due on Saturday: one and two days later both come to Monday
        Assert.Equal(["2020-06-22 due+1 Officer", "2020-06-22 due+2 Head"], Steps(plan, "MF", "2020-06"));
    }

    [Theory]
    [InlineData("2020-06-14", null)]
    [InlineData("2020-06-15", "cutoff-3")]
    [InlineData("2020-06-21", "due+0")]
    [InlineData("2020-07-08", "due+7")]
    public void ReachedOn_IsTheLastRungThatHasCome(string day, string? expected) =>
        Assert.Equal(expected, Ladder.ReachedOn(Plans.DakLak.Calendar, Of(Plans.DakLak, "MF", "2020-06"), DateOnly.Parse(day, CultureInfo.InvariantCulture))?.Code);

    [Fact]
    public void DaysOf_TheShippedPlan_AreWorkingDays_AndEveryDutyHasSome()
    {
        var workingDays = WorkingDays.Of(Plans.DakLak.Calendar);
        var days = Ladder.DaysOf(Plans.DakLak);

        Assert.Equal(days.Distinct().Order(), days);
        Assert.All(days, day => Assert.True(workingDays.IsWorkingDay(day), Text(day)));
        Assert.All(Plans.DakLak.Duties.SelectMany(duty => duty.Occurrences), occurrence => Assert.NotEmpty(Ladder.Of(Plans.DakLak.Calendar, occurrence)));
    }

    private static IEnumerable<string> Steps(EmulationPlan plan, string duty, string period) =>
        Ladder.Of(plan.Calendar, Of(plan, duty, period)).Select(step => $"{Text(step.Day)} {step.Code} {step.To}");

    private static DutyOccurrence Of(EmulationPlan plan, string duty, string period) =>
        plan.Duties.Single(found => found.Code == duty).Occurrences.Single(occurrence => occurrence.Period.Code.Value == period);

    private static EmulationPlan With(EmulationPlan plan, int[] before, params EscalationStep[] steps) =>
        plan with { Calendar = plan.Calendar with { ReminderDaysBefore = before, Escalation = steps } };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
