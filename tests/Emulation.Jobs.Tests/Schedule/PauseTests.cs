using Emulation.Jobs.Slots;
using Emulation.Plan.Calendar;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>A paused schedule rests and then catches up by its rule; an action that waits is called again, no earlier.</summary>
public sealed class PauseTests
{
    private static readonly DateTimeOffset FirstOfFebruary = new(2020, 2, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PausedSchedule_RunsNothingUntilThePauseEndsByItself_ThenEachReport()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.MonthEnd);
        await PauseAsync(bench, Schedules.MonthEnd, FirstOfFebruary.AddMonths(2).AddHours(1));
        bench.Clock.SetUtcNow(FirstOfFebruary.AddMonths(2).AddMinutes(30));

        var during = await bench.RunAsync(Schedules.MonthEnd);
        var dueDuring = await bench.Host().PlanAsync(Cancellation);
        bench.Clock.SetUtcNow(FirstOfFebruary.AddMonths(2).AddHours(1));
        var after = await bench.RunAsync(Schedules.MonthEnd);

        Assert.Equal(default, during);
        Assert.DoesNotContain(Schedules.MonthEnd, dueDuring);
        Assert.Equal(new SlotCounts(3, 0, 0), after);
    }

    [Fact]
    public async Task PausedReminders_AfterAResumption_RunOnceForAllTheDaysMissed()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.Reminders);
        await PauseAsync(bench, Schedules.Reminders, FirstOfFebruary);
        bench.Clock.SetUtcNow(new DateTimeOffset(2020, 1, 20, 6, 0, 0, TimeSpan.Zero));
        var during = await bench.RunAsync(Schedules.Reminders);

        var isResumed = await bench.Pauses.EndAsync(SlotBench.PlanCode, Schedules.Reminders, "Bà Mẫu", bench.Clock.GetUtcNow(), Cancellation);
        var after = await bench.RunAsync(Schedules.Reminders);

        Assert.Equal((default, true, new SlotCounts(1, 4, 0)), (during, isResumed, after));
        Assert.Equal(new DateTimeOffset(2020, 1, 20, 0, 0, 0, TimeSpan.Zero), Assert.Single(bench.Effects).Key.SlotAt);
    }

    [Fact]
    public async Task OnePauseOnly_AndOtherSchedulesGoOn()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.MonthEnd);
        await PauseAsync(bench, Schedules.MonthEnd, FirstOfFebruary.AddDays(5));

        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bench.Pauses.AddAsync(SlotBench.PlanCode, Pause(bench, Schedules.Reminders, FirstOfFebruary.AddDays(1)), Cancellation)));
        bench.Clock.SetUtcNow(FirstOfFebruary.AddMinutes(1));

        Assert.Single(again, isNew => isNew);
        Assert.False(await bench.Pauses.AddAsync(SlotBench.PlanCode, Pause(bench, Schedules.MonthEnd, FirstOfFebruary.AddDays(9)), Cancellation));
        Assert.Equal(1, (await bench.RunAsync(Schedules.Housekeeping)).Done);
        Assert.Equal([Schedules.MonthEnd, Schedules.Reminders], (await bench.Pauses.ListAsync(SlotBench.PlanCode, bench.Clock.GetUtcNow(), Cancellation)).Select(pause => pause.Schedule));
        Assert.Equal(2, await bench.CountAsync("select count(*) from emulation.audit_entries where kind = 'schedule-paused' and actor = 'Bà Mẫu'"));
    }

    [Fact]
    public async Task Calendar_ShowsWhatIsPausedAndWhatWaits()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.MonthEnd);
        await PauseAsync(bench, Schedules.Reminders, FirstOfFebruary.AddDays(1).AddHours(1));
        bench.Outcome = slot => slot.Schedule == Schedules.MonthEnd ? new SlotOutcome("Chờ chốt.", FirstOfFebruary.AddHours(9)) : "Đã chạy.";
        bench.Clock.SetUtcNow(FirstOfFebruary.AddMinutes(1));
        await bench.RunAsync(Schedules.MonthEnd);

        var entries = await new RunCalendar(bench, bench.Store, bench.Pauses, bench.Clock).ListAsync(FirstOfFebruary, FirstOfFebruary.AddDays(2), Cancellation);

        Assert.Equal(
            [
                "housekeeping 01 due ", "month-end 01 waiting Chờ chốt.", "reminders 01 paused Sửa kế hoạch (Bà Mẫu)",
                "housekeeping 02 planned ", "reminders 02 paused Sửa kế hoạch (Bà Mẫu)", "housekeeping 03 planned ", "reminders 03 planned ",
            ],
            entries.Select(entry => $"{entry.Schedule} {entry.SlotAt:dd} {entry.State} {entry.Said}"));
    }

    [Fact]
    public async Task ActionThatWaits_IsCalledAgainThenAndNotBefore_WithoutCountingAsAnAttempt()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.MonthEnd);
        bench.Outcome = _ => bench.Clock.GetUtcNow() < FirstOfFebruary.AddHours(9) ? new SlotOutcome("Chờ chốt.", FirstOfFebruary.AddHours(9)) : "Đã chạy.";
        bench.Clock.SetUtcNow(FirstOfFebruary.AddMinutes(1));

        var first = await bench.RunAsync(Schedules.MonthEnd);
        var tooEarly = await bench.RunAsync(Schedules.MonthEnd);
        bench.Clock.SetUtcNow(FirstOfFebruary.AddHours(9));
        var inTime = await bench.RunAsync(Schedules.MonthEnd);

        Assert.Equal((new SlotCounts(0, 0, 0, 1), default, new SlotCounts(1, 0, 0)), (first, tooEarly, inTime));
        Assert.Equal(1, Assert.Single(await bench.SlotsAsync(), slot => slot.Schedule == Schedules.MonthEnd).Attempts);
    }

    private static async Task PauseAsync(SlotBench bench, string schedule, DateTimeOffset endsAt) =>
        Assert.True(await bench.Pauses.AddAsync(SlotBench.PlanCode, Pause(bench, schedule, endsAt), Cancellation));

    private static SchedulePause Pause(SlotBench bench, string schedule, DateTimeOffset endsAt) =>
        new(schedule, endsAt, "Sửa kế hoạch", "Bà Mẫu", bench.Clock.GetUtcNow());
}
