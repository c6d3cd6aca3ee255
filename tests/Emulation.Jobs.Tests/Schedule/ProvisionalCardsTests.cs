using Emulation.Jobs.Slots;
using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>By the schedule: provisional cards on the first working morning after the wave, whatever else happens that day, and none when objections are over.</summary>
public sealed class ProvisionalCardsTests
{
    private static readonly PeriodCode Wave1 = new("2020-W1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheMorningAfterTheWave_SendsThemOnce_AndTheClosingComesAfterTheLastDay()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2020, 6, 30, 10, 0, 0, TimeSpan.Zero));
        await using var bench = await HostBench.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        using var scope = bench.Host.Services.CreateScope();
        var slots = scope.ServiceProvider.GetRequiredService<ScheduleSlots>();
        await slots.PlanAsync(Cancellation);

        clock.SetUtcNow(new DateTimeOffset(2020, 7, 1, 1, 0, 0, TimeSpan.Zero));
        Assert.Contains(Schedules.ProvisionalCards, await slots.PlanAsync(Cancellation));
        var runs = (await slots.RunDueAsync(Schedules.ProvisionalCards, Cancellation), await slots.RunDueAsync(Schedules.ProvisionalCards, Cancellation));

        Assert.Equal((new SlotCounts(1, 0, 0), default), runs);
        Assert.Equal("done Đã gửi bảng điểm tạm tính đợt 1 năm 2020 cho 25 đơn vị.", await OutcomeAsync(bench));
        Assert.Equal(25L, await AskAsync(bench, "select count(*) from emulation.deliveries where subject_key like 'provisional-card:%' and state = 'accepted'"));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Host.Services.GetRequiredService<CloseWave>().RunAsync(Wave1, "test", Cancellation));
        Assert.Equal("Units may object to 2020-W1 until 2020-07-07: it cannot be closed on 2020-07-01.", refused.Message);
    }

    [Fact]
    public async Task AHostThatWasAway_SaysThatObjectionsAreOver_AndMailsNobody()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2020, 6, 30, 10, 0, 0, TimeSpan.Zero));
        await using var bench = await HostBench.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        using var scope = bench.Host.Services.CreateScope();
        var slots = scope.ServiceProvider.GetRequiredService<ScheduleSlots>();
        await slots.PlanAsync(Cancellation);

        clock.SetUtcNow(new DateTimeOffset(2020, 7, 8, 3, 0, 0, TimeSpan.Zero));
        Assert.Equal(new SlotCounts(1, 0, 0), await slots.RunDueAsync(Schedules.ProvisionalCards, Cancellation));

        Assert.StartsWith("done Đã hết hạn kiến nghị", (string?)await OutcomeAsync(bench), StringComparison.Ordinal);
        Assert.Equal(0L, await AskAsync(bench, "select count(*) from emulation.deliveries where subject_key like 'provisional-card:%'"));
    }

    private static Task<object?> OutcomeAsync(HostBench bench) =>
        AskAsync(bench, $"select state || ' ' || outcome from emulation.schedule_slots where schedule = '{Schedules.ProvisionalCards}'");

    private static async Task<object?> AskAsync(HostBench bench, string sql)
    {
        await using var command = bench.Database.DataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
