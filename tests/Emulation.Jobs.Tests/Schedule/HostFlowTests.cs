using Emulation.Ingest.Intake;
using Emulation.Jobs.Demo;
using Emulation.Jobs.Jobs;
using Emulation.Jobs.Tests.Hosting;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>The whole host through Hangfire: a file dropped, taken, answered; a month-end fired too often, by two hosts, with one effect.</summary>
public sealed class HostFlowTests
{
    // 16:00 in the office on the last working day of January; the month-end is due at 16:30.
    private static readonly DateTimeOffset BeforeMonthEnd = new(2020, 1, 31, 9, 0, 0, TimeSpan.Zero);

    private static readonly (string, string?)[] TakeAtFirstSight = [("Intake:Looks", "1"), ("Intake:StableFor", "00:00:00")];

    [Fact]
    public async Task DroppedFile_IsAnswered_AndMonthEndFiredManyTimesByTwoHosts_ReportsOnce()
    {
        var clock = new DemoClock(BeforeMonthEnd);
        await using var bench = await HostBench.StartAsync(Use(clock), settings: TakeAtFirstSight);
        await using var second = await bench.StartAnotherAsync(Use(clock), TakeAtFirstSight);
        await File.WriteAllTextAsync(Path.Combine(Inbox(bench, "643-buon-ma-thuot"), "so-lieu.csv"), Figures, TestContext.Current.CancellationToken);

        await SweepUntilAsync(bench, "select count(*) from emulation.receipts", count => count == 1);
        clock.MoveTo(BeforeMonthEnd.AddMinutes(31));
        Fire(bench.Host.Services, "month-end", "month-end", "sweep");
        Fire(second.Services, "month-end", "sweep", "month-end");
        await bench.WaitForAsync<string>("select state from emulation.schedule_slots where schedule = 'month-end'", state => state == "done");
        await IdleAsync(bench);

        Assert.Equal("accepted", await bench.WaitForAsync<string>("select state from emulation.submissions", _ => true));
        Assert.Equal(1, await bench.WaitForAsync<long>("select count(*) from emulation.reports", _ => true));
        Assert.Equal(4, await bench.WaitForAsync<long>("select count(*) from emulation.deliveries where report_id is not null and state = 'accepted' and attempts = 1", _ => true));
        Assert.Equal(1, await bench.WaitForAsync<int>("select attempts from emulation.schedule_slots where schedule = 'month-end'", _ => true));
        Assert.Equal(0, FailedJobs(bench));
    }

    [Fact]
    public async Task JobOfAnOlderRelease_FailsVisibly_AndHoldsUpNothing()
    {
        await using var bench = await HostBench.StartAsync(Use(new DemoClock(BeforeMonthEnd)), settings: TakeAtFirstSight);
        var client = bench.Host.Services.GetRequiredService<IBackgroundJobClient>();
        var id = client.Schedule<SweepJob>(job => job.ExecuteAsync(CancellationToken.None), TimeSpan.FromDays(1));
        await using (var rename = bench.Database.DataSource.CreateCommand(
            "update hangfire.job set invocationdata = replace(invocationdata::text, 'SweepJob', 'RenamedJob')::jsonb"))
        {
            await rename.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        client.Requeue(id);
        Fire(bench.Host.Services, "sweep");

        await bench.WaitForAsync<long>("select count(*) from emulation.heartbeats where name = 'sweep'", count => count == 1);
        await bench.WaitForAsync<long>("select count(*) from hangfire.job where statename = 'Failed'", count => count == 1);
    }

    /// <summary>Hangfire's activator is static unless it is told otherwise: a job of one host would run with another's services, on another's database.</summary>
    [Fact]
    public async Task JobsOfTwoHostsInOneProcess_RunWithTheirOwnServices()
    {
        await using var first = await HostBench.StartAsync(hasPlan: false);
        await using var second = await HostBench.StartAsync(hasPlan: false);

        foreach (var host in new[] { first.Host, second.Host })
        {
            using var scope = host.Services.GetRequiredService<JobActivator>().BeginScope((JobActivatorContext)null!);
            Assert.Same(host.Services.GetRequiredService<Npgsql.NpgsqlDataSource>(), scope.Resolve(typeof(Npgsql.NpgsqlDataSource)));
        }
    }

    [Fact]
    public async Task Sweep_BeforeAnyPlanIsApplied_BeatsAndDoesNothing()
    {
        await using var bench = await HostBench.StartAsync(hasPlan: false);

        Fire(bench.Host.Services, "sweep", "take-files", "month-end", "housekeeping");
        await bench.WaitForAsync<long>("select count(*) from emulation.heartbeats", count => count == 1);
        await IdleAsync(bench);

        Assert.Equal(0, FailedJobs(bench));
    }

    private const string Figures = """
        Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Tên chỉ tiêu;Đơn vị tính;Thực hiện;Tử số;Mẫu số;Ước thực hiện;Ghi chú
        643;2020-01;B13;Số trường hợp đăng ký khai sinh;trường hợp;120;;;;

        """;

    private static Action<IServiceCollection> Use(TimeProvider clock) => services => services.Replace(ServiceDescriptor.Singleton(clock));

    private static string Inbox(HostBench bench, string unit)
    {
        var intake = bench.Host.Services.GetRequiredService<IntakeOptions>();
        return Path.Combine(intake.Share, unit, intake.Inbox);
    }

    private static void Fire(IServiceProvider services, params string[] jobs)
    {
        var manager = services.GetRequiredService<IRecurringJobManager>();
        Array.ForEach(jobs, manager.Trigger);
    }

    // One look may come too early: a program that was just started may still hold the file open. The next comes, as every minute.
    private static async Task SweepUntilAsync(HostBench bench, string sql, Func<long, bool> isReached)
    {
        for (var look = 1; ; look++)
        {
            Fire(bench.Host.Services, "sweep");
            try
            {
                await bench.WaitForAsync(sql, isReached, TimeSpan.FromSeconds(20));
                return;
            }
            catch (OperationCanceledException) when (look < 10)
            {
            }
        }
    }

    private static Task<long> IdleAsync(HostBench bench) =>
        bench.WaitForAsync<long>("select count(*) from hangfire.job where statename in ('Enqueued', 'Processing')", count => count == 0);

    private static long FailedJobs(HostBench bench) => bench.Host.Services.GetRequiredService<JobStorage>().GetMonitoringApi().FailedCount();
}
