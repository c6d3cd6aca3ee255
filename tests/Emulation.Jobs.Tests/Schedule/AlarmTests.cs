using Emulation.Jobs.Slots.Storage;
using Emulation.Plan.Calendar;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>What was due and came to nothing is told of once a slot, many in one mail, however often one looks.</summary>
public sealed class AlarmTests
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);
    private static readonly DateTimeOffset FirstOfFebruary = new(2020, 2, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SlotNobodyRuns_IsOverdueAfterHalfAnHour_Once_ButNotWhilePausedOrJustNoted()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.Host().PlanAsync(Cancellation);
        bench.Clock.SetUtcNow(FirstOfFebruary.AddMinutes(29));
        await bench.Host().PlanAsync(Cancellation);
        await bench.RunAsync(Schedules.Housekeeping);
        await bench.RunAsync(Schedules.Reminders);

        var justNoted = await RaiseAsync(bench, FirstOfFebruary.AddMinutes(31));
        await bench.PassNotingAsync();
        var early = await RaiseAsync(bench, FirstOfFebruary.AddMinutes(29));
        var overdue = await RaiseAsync(bench, FirstOfFebruary.AddMinutes(30));
        var again = await RaiseAsync(bench, FirstOfFebruary.AddMinutes(40));

        // The reminders of January's nights were missed; that is told of, and once.
        Assert.Equal((16, 0, 1, 0), (justNoted, early, overdue, again));
        Assert.Equal((0, 1), Late(await bench.Alarms.CountLateAsync(SlotBench.PlanCode, FirstOfFebruary.AddMinutes(30), HalfAnHour, Cancellation)));
        Assert.True(await bench.Pauses.AddAsync(SlotBench.PlanCode, new(Schedules.MonthEnd, FirstOfFebruary.AddDays(2), "x", "y", FirstOfFebruary), Cancellation));
        Assert.Equal((0, 0), Late(await bench.Alarms.CountLateAsync(SlotBench.PlanCode, FirstOfFebruary.AddMinutes(30), HalfAnHour, Cancellation)));
    }

    [Fact]
    public async Task SlotThatFails_IsToldOfAfterItsSecondFault()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.Housekeeping);
        bench.During = (_, _) => throw new IOException("disk");
        bench.Clock.SetUtcNow(bench.Clock.GetUtcNow().AddDays(1));

        await bench.RunAsync(Schedules.Housekeeping);
        var afterOne = await RaiseAsync(bench, bench.Clock.GetUtcNow());
        await bench.PassLeasesAndRetriesAsync();
        await bench.RunAsync(Schedules.Housekeeping);
        var afterTwo = await RaiseAsync(bench, bench.Clock.GetUtcNow());

        Assert.Equal((0, 1), (afterOne, afterTwo));
    }

    [Fact]
    public async Task MonthEndThatLeftNoReport_IsToldOf()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.MonthEnd);
        bench.Clock.SetUtcNow(FirstOfFebruary.AddMinutes(1));
        await bench.RunAsync(Schedules.MonthEnd);
        await bench.RunAsync(Schedules.Reminders);

        await RaiseAsync(bench, bench.Clock.GetUtcNow());

        Assert.Equal(1, await bench.CountAsync("select count(*) from emulation.schedule_alarms where schedule = 'month-end' and kind = 'no-report'"));
    }

    [Fact]
    public async Task ManyAlarms_ShareOneMail_AndTheNextComesAnHourLater()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.Reminders);
        bench.Clock.SetUtcNow(FirstOfFebruary.AddDays(-1).AddMinutes(1));
        await bench.RunAsync(Schedules.Reminders);
        var now = bench.Clock.GetUtcNow();
        await RaiseAsync(bench, now);

        await bench.Alarms.BeginMailAsync(SlotBench.PlanCode, now, TimeSpan.FromHours(1), Cancellation);
        var first = await bench.Alarms.ToMailAsync(SlotBench.PlanCode, Cancellation);
        await bench.Alarms.EndMailAsync(SlotBench.PlanCode, Assert.Single(first).Key, now, Cancellation);
        bench.Clock.SetUtcNow(FirstOfFebruary.AddDays(1).AddMinutes(1));
        await bench.RunAsync(Schedules.Reminders);
        await RaiseAsync(bench, bench.Clock.GetUtcNow());
        await bench.Alarms.BeginMailAsync(SlotBench.PlanCode, now.AddMinutes(59), TimeSpan.FromHours(1), Cancellation);
        var tooSoon = await bench.Alarms.ToMailAsync(SlotBench.PlanCode, Cancellation);
        await bench.Alarms.BeginMailAsync(SlotBench.PlanCode, bench.Clock.GetUtcNow(), TimeSpan.FromHours(1), Cancellation);
        var second = await bench.Alarms.ToMailAsync(SlotBench.PlanCode, Cancellation);

        Assert.Equal(15, first.Single().Count());
        Assert.Empty(tooSoon);
        Assert.Equal(FirstOfFebruary, Assert.Single(Assert.Single(second)).SlotAt);
    }

    [Fact]
    public async Task SilentTick_IsToldOfOnceASilence()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.Work.BeatAsync("sweep", Cancellation);
        var five = TimeSpan.FromMinutes(5);

        var well = await bench.Alarms.RaiseSilenceAsync(SlotBench.PlanCode, "sweep", five, bench.Clock.GetUtcNow(), Cancellation);
        await bench.ExecuteAsync("update emulation.heartbeats set beat_at = beat_at - interval '6 minutes'");
        var silent = await bench.Alarms.RaiseSilenceAsync(SlotBench.PlanCode, "sweep", five, bench.Clock.GetUtcNow(), Cancellation);
        var again = await bench.Alarms.RaiseSilenceAsync(SlotBench.PlanCode, "sweep", five, bench.Clock.GetUtcNow(), Cancellation);

        Assert.Equal((false, true, false), (well, silent, again));
    }

    private static Task<int> RaiseAsync(SlotBench bench, DateTimeOffset now) => bench.Alarms.RaiseAsync(SlotBench.PlanCode, now, HalfAnHour, Cancellation);

    private static (int Failed, int Overdue) Late((int Failed, int Overdue, string? Example) late) => (late.Failed, late.Overdue);
}
