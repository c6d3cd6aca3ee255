using System.Net;
using Emulation.Jobs.Slots;
using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>The whole host: what was due and came to nothing is mailed to the owner once, killed anywhere; pauses are asked for by name.</summary>
public sealed class WatchScheduleTests
{
    private static readonly DateTimeOffset Now = new(2020, 2, 3, 2, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("alarms-raised")]
    [InlineData("alarm-mail-begun")]
    [InlineData("alarm-mail-queued")]
    public async Task Look_KilledAnywhere_QueuesOneMailThatNamesEverySlot(string failPoint)
    {
        await using var bench = await BenchAsync(("Schedule:Owner", "truc@stp-daklak.example"));
        await FailAsync(bench, Schedules.MonthEnd, "2020-01-31 09:30+00", "2020-01", "IOException: <đĩa> đầy");
        await FailAsync(bench, Schedules.Reminders, "2020-02-03 01:00+00", null, "TimeoutException: chậm");
        var watch = bench.Host.Services.GetRequiredService<WatchSchedule>();

        FailPoint.Armed = name =>
        {
            if (name == failPoint)
            {
                throw new IOException(name);
            }
        };
        try
        {
            await Assert.ThrowsAsync<IOException>(() => watch.LookAsync(Cancellation));
        }
        finally
        {
            FailPoint.Armed = null;
        }

        await watch.LookAsync(Cancellation);
        await watch.LookAsync(Cancellation);

        Assert.Equal("truc@stp-daklak.example|owner|[Sở Tư pháp] Cần xem: 2 việc đến hạn chưa thực hiện", await TextAsync(bench, "string_agg(address || '|' || recipient_kind || '|' || subject, ' ')"));
        var text = await TextAsync(bench, "max(body_text)");
        Assert.Contains("- Báo cáo tiến độ tháng – tháng 1/2020: Đến hạn lúc 16:30 31/01/2020, đã thử nhiều lần nhưng gặp lỗi.", text, StringComparison.Ordinal);
        Assert.Contains("Lỗi ghi nhận: IOException: <đĩa> đầy", text, StringComparison.Ordinal);
        Assert.Contains("IOException: &lt;", await TextAsync(bench, "max(html)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_WithoutAnOwnerSet_WritesToThePlansOwnAddress_AndHealthSaysFault()
    {
        await using var bench = await BenchAsync();
        await FailAsync(bench, Schedules.MonthEnd, "2020-01-31 09:30+00", "2020-01", "IOException");

        await bench.Host.Services.GetRequiredService<WatchSchedule>().LookAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = bench.Address };
        var health = await client.GetAsync(new Uri("/health", UriKind.Relative), Cancellation);

        Assert.Equal("thidua@stp-daklak.example", await TextAsync(bench, "max(address)"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
    }

    [Fact]
    public async Task SilentTick_IsMailedOnce_FromOutsideHangfire()
    {
        await using var bench = await BenchAsync();
        await ExecuteAsync(bench, "insert into emulation.heartbeats values ('sweep', clock_timestamp() - interval '6 minutes', 'may-chu')");
        var watch = bench.Host.Services.GetRequiredService<WatchSchedule>();

        var first = await watch.LookForSilenceAsync("sweep", TimeSpan.FromMinutes(5), Cancellation);
        var second = await watch.LookForSilenceAsync("sweep", TimeSpan.FromMinutes(5), Cancellation);

        Assert.Equal((1, 0), (first, second));
        Assert.Equal("[Sở Tư pháp] Cần xem: Bộ định giờ", await TextAsync(bench, "max(subject)"));
    }

    [Theory]
    [InlineData("housekeeping", 0, "x", "y", "cannot be paused")]
    [InlineData("month-end", -1, "x", "y", "A pause ends on a day from 2020-02-03 to 2020-05-05")]
    [InlineData("month-end", 93, "x", "y", "A pause ends on a day from 2020-02-03 to 2020-05-05")]
    [InlineData("month-end", 0, " ", "y", "reason")]
    [InlineData("month-end", 0, "x", "", "by")]
    public async Task Pause_AskedForWrongly_IsRefusedWithTheReason(string schedule, int days, string reason, string by, string said)
    {
        await using var bench = await BenchAsync();

        var fault = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            bench.Host.Services.GetRequiredService<PauseSchedule>().PauseAsync(schedule, new DateOnly(2020, 2, 3).AddDays(days), reason, by, Cancellation));

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pause_LastsThroughItsLastDay_AndMayBeEndedOnce()
    {
        await using var bench = await BenchAsync();
        var pauses = bench.Host.Services.GetRequiredService<PauseSchedule>();

        var pause = await pauses.PauseAsync(Schedules.MonthEnd, new DateOnly(2020, 2, 28), " Sửa kế hoạch ", "Bà Mẫu", Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(() => pauses.PauseAsync(Schedules.MonthEnd, new DateOnly(2020, 2, 28), "x", "y", Cancellation));
        await pauses.ResumeAsync(Schedules.MonthEnd, "Ông Mẫu", Cancellation);

        Assert.Equal(("Sửa kế hoạch", new DateTimeOffset(2020, 2, 29, 0, 0, 0, TimeSpan.FromHours(7))), (pause.Reason, pause.EndsAt));
        await Assert.ThrowsAsync<InvalidOperationException>(() => pauses.ResumeAsync(Schedules.MonthEnd, "Ông Mẫu", Cancellation));
        Assert.Empty(await pauses.ListAsync(Cancellation));
    }

    private static Task<HostBench> BenchAsync(params (string, string?)[] settings) =>
        HostBench.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(Now))), settings: settings);

    private static Task FailAsync(HostBench bench, string schedule, string at, string? period, string fault) => ExecuteAsync(
        bench,
        $"insert into emulation.schedule_slots (plan_code, schedule, slot_at, period_code, state, attempts, fault) values ('dak-lak-2020', '{schedule}', '{at}', {(period is null ? "null" : $"'{period}'")}, 'failed', 2, '{fault}')");

    private static async Task ExecuteAsync(HostBench bench, string sql)
    {
        await using var command = bench.Database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<string> TextAsync(HostBench bench, string what)
    {
        await using var command = bench.Database.DataSource.CreateCommand($"select {what} from emulation.deliveries");
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
