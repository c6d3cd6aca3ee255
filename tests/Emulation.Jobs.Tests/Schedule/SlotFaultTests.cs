using Emulation.Jobs.Slots;
using Emulation.Plan;
using Emulation.Plan.Calendar;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>Kills, freezes, faults and stops: every slot still has exactly one settled run.</summary>
public sealed class SlotFaultTests
{
    private static readonly DateTimeOffset SlotAt = new(2020, 2, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("slots-before-commit", 1)] // nothing was written down: found again
    [InlineData("slot-claimed", 1)] //       leased, not begun: taken over after the lease
    [InlineData("slot-acted", 2)] //         done, not settled: run again; its effects are unique by themselves
    [InlineData("slot-settled", 1)] //       done and settled: nothing left to do
    public async Task KilledAt_ThenStartedAgain_SlotIsDoneOnce(string failPoint, int runs)
    {
        await using var bench = await DueBenchAsync();
        FailPoint.Armed = name => Kill(name, failPoint);
        await Assert.ThrowsAsync<KilledException>(() => bench.RunAsync(Schedules.MonthEnd));
        FailPoint.Armed = null;

        await bench.PassLeasesAndRetriesAsync();
        await bench.RunAsync(Schedules.MonthEnd);
        await bench.RunAsync(Schedules.MonthEnd);

        var slot = Assert.Single(await bench.SlotsAsync(), slot => slot.Schedule == Schedules.MonthEnd);
        Assert.Equal("done", slot.State);
        Assert.Equal(runs, bench.Effects[(Schedules.MonthEnd, SlotAt)]);
    }

    [Fact]
    public async Task KilledHost_KeepsItsSlotOnlyUntilTheLeaseEnds()
    {
        await using var bench = await DueBenchAsync();
        FailPoint.Armed = name => Kill(name, "slot-claimed");
        await Assert.ThrowsAsync<KilledException>(() => bench.RunAsync(Schedules.MonthEnd));
        FailPoint.Armed = null;

        Assert.Equal(0, (await bench.RunAsync(Schedules.MonthEnd)).Total);
        await bench.PassLeasesAndRetriesAsync();
        Assert.Equal(1, (await bench.RunAsync(Schedules.MonthEnd)).Done);
    }

    [Fact]
    public async Task FrozenHost_ThatWakesAfterItsLease_CannotSettleTheSlot()
    {
        await using var bench = await DueBenchAsync();
        var frozen = await ClaimAsync(bench);
        await bench.PassLeasesAndRetriesAsync();
        await bench.RunAsync(Schedules.MonthEnd);

        Assert.False(await bench.Store.RenewAsync(frozen, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.False(await bench.Store.SettleAsync(frozen, isMissed: false, SlotAt, "zombie", TestContext.Current.CancellationToken));
        Assert.False(await bench.Store.PostponeAsync(frozen, TimeSpan.FromMinutes(1), "zombie", TestContext.Current.CancellationToken));
        Assert.Equal("Đã chạy.", Assert.Single(await bench.SlotsAsync(), slot => slot.Schedule == Schedules.MonthEnd).Outcome);
    }

    [Fact]
    public async Task RunningAction_WhoseSlotWasTakenOver_IsCancelled()
    {
        await using var bench = await DueBenchAsync();
        bench.Lease = TimeSpan.FromMilliseconds(200);
        var taken = new TaskCompletionSource<ClaimedSlot>();
        bench.During = async (slot, cancellationToken) =>
        {
            bench.During = (_, _) => Task.CompletedTask;
            taken.SetResult(slot);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        };

        var frozen = bench.RunAsync(Schedules.MonthEnd);
        await taken.Task;
        ClaimedSlot? second = null;
        while (second is null)
        {
            await bench.PassLeasesAndRetriesAsync();
            second = await bench.Store.ClaimAsync(
                SlotBench.PlanCode, [Schedules.MonthEnd], bench.Clock.GetUtcNow(), "second", TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        }

        Assert.Equal(new SlotCounts(0, 0, 1), await frozen);
        Assert.Empty(bench.Effects);
    }

    [Fact]
    public async Task FailingSlot_ShowsItsFault_IsTriedAgainLater_AndBlocksNoOther()
    {
        await using var bench = await DueBenchAsync();
        bench.Clock.SetUtcNow(new DateTimeOffset(2020, 3, 1, 0, 5, 0, TimeSpan.Zero));
        bench.During = (slot, _) => slot.SlotAt == SlotAt ? throw new InvalidOperationException("the share is away") : Task.CompletedTask;

        Assert.Equal(new SlotCounts(1, 0, 1), await bench.RunAsync(Schedules.MonthEnd));
        Assert.Equal(default, await bench.RunAsync(Schedules.MonthEnd));
        var failed = Assert.Single(await bench.SlotsAsync(), slot => slot.State == "failed");
        Assert.Equal((SlotAt, "InvalidOperationException: the share is away", 1), (failed.SlotAt, failed.Fault, failed.Attempts));

        bench.During = (_, _) => Task.CompletedTask;
        await bench.PassLeasesAndRetriesAsync();
        Assert.Equal(new SlotCounts(1, 0, 0), await bench.RunAsync(Schedules.MonthEnd));
        var mended = Assert.Single(await bench.SlotsAsync(), slot => slot.Schedule == Schedules.MonthEnd && slot.SlotAt == SlotAt);
        Assert.Equal(("done", null, 2), (mended.State, mended.Fault, mended.Attempts));
    }

    [Fact]
    public async Task StoppingHost_GivesItsSlotBackAtOnce()
    {
        await using var bench = await DueBenchAsync();
        using var stop = new CancellationTokenSource();
        bench.During = async (_, cancellationToken) =>
        {
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Host().RunDueAsync(Schedules.MonthEnd, stop.Token));

        bench.During = (_, _) => Task.CompletedTask;
        Assert.Equal(1, (await bench.RunAsync(Schedules.MonthEnd)).Done);
        Assert.Equal(1, Assert.Single(await bench.SlotsAsync(), slot => slot.Schedule == Schedules.MonthEnd).Attempts);
    }

    private static async Task<SlotBench> DueBenchAsync()
    {
        var bench = await SlotBench.CreateAsync();
        await bench.RunAsync(Schedules.MonthEnd);
        bench.Clock.SetUtcNow(SlotAt.AddMinutes(1));
        return bench;
    }

    private static async Task<ClaimedSlot> ClaimAsync(SlotBench bench)
    {
        await bench.Host().PlanAsync(TestContext.Current.CancellationToken);
        var slot = await bench.Store.ClaimAsync(
            SlotBench.PlanCode, [Schedules.MonthEnd], bench.Clock.GetUtcNow(), "frozen", TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        return slot ?? throw new InvalidOperationException("no slot was due");
    }

    private static void Kill(string reached, string at)
    {
        if (reached == at)
        {
            throw new KilledException();
        }
    }

    private sealed class KilledException : Exception;
}
