using Emulation.Jobs.Slots;
using Emulation.Plan.Calendar;
using Microsoft.Extensions.Time.Testing;

namespace Emulation.Jobs.Tests.Schedule;

public sealed class ScheduleSlotsTests
{
    private static readonly DateTimeOffset FirstOfFebruary = new(2020, 2, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task FirstLook_MarksTheStart_AndFillsNothingIn()
    {
        await using var bench = await SlotBench.CreateAsync();

        var counts = await bench.RunAsync(Schedules.MonthEnd);

        Assert.Equal(default, counts);
        Assert.Empty(await bench.SlotsAsync());
    }

    [Fact]
    public async Task DueSlot_RunsOnceHoweverOftenTheFiringComes()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.MonthEnd);
        bench.Clock.SetUtcNow(FirstOfFebruary.AddMinutes(1));

        var counts = await bench.RunAsync(Schedules.MonthEnd);
        var again = await bench.RunAsync(Schedules.MonthEnd);

        Assert.Equal((new SlotCounts(1, 0, 0), default), (counts, again));
        var slot = Assert.Single(await bench.SlotsAsync(), slot => slot.Schedule == Schedules.MonthEnd);
        Assert.Equal(("done", "2020-01", "Đã chạy.", 1), (slot.State, slot.Period?.Value, slot.Outcome, slot.Attempts));
        Assert.Equal(bench.Clock.GetUtcNow(), slot.SettledAt);
    }

    [Fact]
    public async Task LongOutage_ReportsRunLateAndSaySo_RemindersOfOldDaysAreMissed()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.MonthEnd);
        bench.Clock.SetUtcNow(new DateTimeOffset(2020, 3, 3, 5, 30, 0, TimeSpan.Zero));

        var reports = await bench.RunAsync(Schedules.MonthEnd);
        var nights = await bench.RunAsync(Schedules.Housekeeping);

        Assert.Equal(new SlotCounts(2, 0, 0), reports);
        Assert.Equal(1, nights.Done);
        var slots = await bench.SlotsAsync();
        Assert.Equal(
            ["Đã chạy. (Chạy muộn 749 giờ 30 phút.)", "Đã chạy. (Chạy muộn 53 giờ 30 phút.)"],
            slots.Where(slot => slot.Schedule == Schedules.MonthEnd).Select(slot => slot.Outcome));
        Assert.Equal(
            [new DateTimeOffset(2020, 3, 3, 0, 0, 0, TimeSpan.Zero)],
            slots.Where(slot => slot.Schedule == Schedules.Housekeeping && slot.State == "done").Select(slot => slot.SlotAt));
        Assert.All(
            slots.Where(slot => slot.State == "missed"),
            slot => Assert.Equal("Đã bỏ qua: đến lượt mà hệ thống không chạy; lượt sau thay thế.", slot.Outcome));
    }

    [Fact]
    public async Task YearSwitchedOff_OwesEveryReport_ButNoListOfOldNights()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.MonthEnd);
        bench.Clock.SetUtcNow(new DateTimeOffset(2021, 1, 15, 12, 0, 0, TimeSpan.Zero));

        await bench.RunAsync(Schedules.MonthEnd);
        await bench.RunAsync(Schedules.Housekeeping);

        var slots = await bench.SlotsAsync();
        Assert.Equal(12, slots.Count(slot => slot is { Schedule: Schedules.MonthEnd, State: "done" }));
        Assert.Equal(31, slots.Count(slot => slot.Schedule == Schedules.Housekeeping));
    }

    [Fact]
    public async Task FourHostsAtOnce_EverySlotHasOneEffect()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.MonthEnd);
        bench.Clock.SetUtcNow(new DateTimeOffset(2021, 1, 1, 0, 1, 0, TimeSpan.Zero));
        bench.During = async (_, cancellationToken) => await Task.Delay(5, cancellationToken);

        var hosts = Enumerable.Range(0, 4).SelectMany(_ => new[] { Schedules.MonthEnd, Schedules.Housekeeping })
            .Select(schedule => Task.Run(() => bench.Host().RunDueAsync(schedule, TestContext.Current.CancellationToken)));
        var counts = await Task.WhenAll(hosts);

        Assert.Equal(12, bench.Effects.Count(effect => effect.Key.Schedule == Schedules.MonthEnd));
        Assert.All(bench.Effects.Values, times => Assert.Equal(1, times));
        var slots = (await bench.SlotsAsync()).Where(slot => slot.Schedule != Schedules.Reminders).ToList();
        Assert.Equal(slots.Count, counts.Sum(count => count.Total));
        Assert.All(slots, slot => Assert.Equal(1, slot.Attempts));
    }

    [Fact]
    public async Task HostsOnTheirWayThroughAYear_FiringWhenTheyLike_LeaveEverySlotDoneOnce()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.MonthEnd);
        var random = new Random(20200115);
        while (bench.Clock.GetUtcNow() < new DateTimeOffset(2020, 7, 1, 12, 0, 0, TimeSpan.Zero))
        {
            bench.Clock.Advance(TimeSpan.FromHours(random.Next(1, 24)));
            await Task.WhenAll(Enumerable.Range(0, random.Next(1, 4)).Select(_ => bench.RunAsync(Schedules.Housekeeping)));
            await bench.RunAsync(Schedules.MonthEnd);
        }

        Assert.Equal(6, bench.Effects.Count(effect => effect.Key.Schedule == Schedules.MonthEnd));
        var nights = (bench.Clock.GetUtcNow().UtcDateTime.Date - new DateTime(2020, 1, 15)).Days;
        Assert.Equal(nights, bench.Effects.Count(effect => effect.Key.Schedule == Schedules.Housekeeping));
        Assert.All(bench.Effects.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task ClockStepsADayAheadAndBack_NoSlotIsLostOrRepeated()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.Housekeeping);
        bench.Clock.SetUtcNow(bench.Clock.GetUtcNow().AddDays(1));
        await bench.RunAsync(Schedules.Housekeeping);

        var back = new FakeTimeProvider(bench.Clock.GetUtcNow().AddDays(-1));
        await bench.Host(back).RunDueAsync(Schedules.Housekeeping, TestContext.Current.CancellationToken);
        for (var day = 0; day < 3; day++)
        {
            back.Advance(TimeSpan.FromDays(1));
            await bench.Host(back).RunDueAsync(Schedules.Housekeeping, TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            [16, 17, 18],
            bench.Effects.Keys.Where(effect => effect.Schedule == Schedules.Housekeeping).Select(effect => effect.SlotAt.Day).Order());
        Assert.All(bench.Effects.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task ClockThatWentBackBeforeASlotWasRun_WaitsForTheSlotsTime()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.MonthEnd);
        await bench.Host(new FakeTimeProvider(FirstOfFebruary.AddMinutes(1))).PlanAsync(TestContext.Current.CancellationToken);

        await bench.RunAsync(Schedules.MonthEnd);

        Assert.Empty(bench.Effects);
        Assert.Equal("due", Assert.Single(await bench.SlotsAsync(), slot => slot.Schedule == Schedules.MonthEnd).State);
    }
}
