using Emulation.Jobs.Slots;
using Emulation.Jobs.Slots.Actions;
using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan.Calendar;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>A reminder run that comes at night or on a day off waits for the next working morning and then says how things stand.</summary>
public sealed class QuietHoursTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAtNight_WaitsForTheWorkingMorning_AndWritesThen()
    {
        // Friday 17/7/2020, 20:00 in the office
        var clock = new FakeTimeProvider(new DateTimeOffset(2020, 7, 17, 13, 0, 0, TimeSpan.Zero));
        await using var bench = await HostBench.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await using var scope = bench.Host.Services.CreateAsyncScope();
        var action = scope.ServiceProvider.GetServices<ISlotAction>().OfType<RemindersAction>().Single();
        var slot = new ClaimedSlot("dak-lak-2020", Schedules.Reminders, new DateTimeOffset(2020, 7, 17, 1, 0, 0, TimeSpan.Zero), null, 1, 1);

        var atNight = await action.RunAsync(slot, Cancellation);
        var mailsAtNight = await CountAsync(bench);
        clock.SetUtcNow(atNight.NotBefore!.Value);
        var inTheMorning = await action.RunAsync(slot, Cancellation);

        Assert.Equal((new DateTimeOffset(2020, 7, 20, 7, 0, 0, TimeSpan.FromHours(7)), 0L), (atNight.NotBefore.Value, mailsAtNight));
        Assert.Equal(new SlotOutcome("Đã nhắc việc ngày 20/07/2020."), inTheMorning);
        Assert.Equal(25, await CountAsync(bench));
    }

    private static async Task<long> CountAsync(HostBench bench)
    {
        await using var command = bench.Database.DataSource.CreateCommand("select count(*) from emulation.deliveries where state = 'accepted'");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
