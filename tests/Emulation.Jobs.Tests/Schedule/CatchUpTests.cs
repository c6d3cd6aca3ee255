using System.Globalization;
using Emulation.Jobs.Hosting;
using Emulation.Jobs.Jobs;
using Emulation.Jobs.Slots;
using Emulation.Plan.Calendar;

namespace Emulation.Jobs.Tests.Schedule;

public sealed class CatchUpTests
{
    private static readonly DateTimeOffset SlotAt = new(2020, 2, 29, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    // reports and closings run however late
    [InlineData(Schedules.MonthEnd, "00:00:00", false)]
    [InlineData(Schedules.MonthEnd, "400.00:00:00", false)]
    [InlineData(Schedules.ProvisionalCards, "400.00:00:00", false)]
    [InlineData(Schedules.WaveClosing, "400.00:00:00", false)]
    // a night is made good for a day, whether or not another has come
    [InlineData(Schedules.Housekeeping, "23:59:59", false)]
    [InlineData(Schedules.Housekeeping, "1.00:00:00", true)]
    // the newest reminder run is made good however late
    [InlineData(Schedules.Reminders, "400.00:00:00", false)]
    public void IsMissed_ByScheduleAndAge(string schedule, string age, bool expected) =>
        Assert.Equal(expected, CatchUp.IsMissed(schedule, SlotAt, SlotAt + TimeSpan.Parse(age, CultureInfo.InvariantCulture), isSuperseded: false));

    [Theory]
    [InlineData(Schedules.MonthEnd, false)]
    [InlineData(Schedules.WaveClosing, false)]
    [InlineData(Schedules.Reminders, true)]
    [InlineData(Schedules.Housekeeping, false)]
    public void IsMissed_WhenALaterOneIsDueToo_OnlyWhereOneRunSpeaksForAll(string schedule, bool expected) =>
        Assert.Equal(expected, CatchUp.IsMissed(schedule, SlotAt, SlotAt.AddHours(1), isSuperseded: true));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 15)]
    [InlineData(4, 60)]
    [InlineData(500, 60)]
    public void Delay_GrowsToAnHour_AndNeverEnds(int attempts, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), CatchUp.Delay(attempts));

    [Theory]
    // waiting files, jobs already queued → jobs to add (4 workers, 25 files a job)
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(25, 0, 1)]
    [InlineData(26, 0, 2)]
    [InlineData(2000, 0, 4)]
    [InlineData(2000, 3, 1)]
    [InlineData(2000, 4, 0)]
    [InlineData(1, 9, 0)]
    public void IngestJobs_AsManyAsThereIsWorkFor(int waitingFiles, long enqueued, int expected) =>
        Assert.Equal(expected, StartWaitingJobs.Missing(waitingFiles, enqueued, new ScheduleOptions()));
}
