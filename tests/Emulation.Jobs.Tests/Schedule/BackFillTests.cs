using Emulation.Jobs.Slots;
using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan.Calendar;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>Runs of the past are made for their own period, and nothing of them is mailed unless asked for.</summary>
public sealed class BackFillTests
{
    // The office begins with the system on 2 March 2020: January and February were never reported.
    private static readonly DateTimeOffset Now = new(2020, 3, 2, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Missing_MakesThePastMonths_EachForItsPeriod_AndHoldsTheirMails()
    {
        await using var bench = await BenchAsync();
        var (backFill, slots) = Of(bench);

        var found = await backFill.FindAsync(BackFillScope.Missing, From, Now.AddYears(1), Cancellation);
        await backFill.OrderAsync(found, sends: false, "Bà Mẫu", Cancellation);
        var counts = await slots.RunDueAsync(Schedules.MonthEnd, Cancellation);
        await bench.Host.Services.GetRequiredService<Reports.SendDeliveries>().DrainAsync(Cancellation);

        Assert.Equal(["month-end 2020-01 absent", "month-end 2020-02 absent"], found.Select(item => $"{item.Slot.Schedule} {item.Slot.Period} {item.Found}"));
        Assert.Equal(new SlotCounts(2, 0, 0), counts);
        Assert.Equal("2020-01,2020-02", await TextAsync(bench, "select string_agg(code, ',' order by code) from emulation.reports join emulation.periods using (period_id)"));
        Assert.Equal(
            "Đến hạn lập lúc 16:30 ngày 31/01/2020; kỳ báo cáo giữ nguyên, số liệu tính đến thời điểm ghi ở trên.",
            await TextAsync(bench, "select model -> 'cover' ->> 'late' from emulation.reports join emulation.periods using (period_id) where code = '2020-01'"));
        Assert.Equal("held", await TextAsync(bench, "select string_agg(distinct state, ',') from emulation.deliveries where report_id is not null"));
        Assert.Equal("2", await TextAsync(bench, "select count(*)::text from emulation.audit_entries where kind = 'back-filled' and actor = 'Bà Mẫu'"));
        Assert.Empty(await backFill.FindAsync(BackFillScope.Missing, From, Now.AddYears(1), Cancellation));
    }

    [Fact]
    public async Task All_MakesAReportThatStandsNoSecondTime_AndSendsOnlyWhenAsked()
    {
        await using var bench = await BenchAsync();
        var (backFill, slots) = Of(bench);
        await backFill.OrderAsync(await backFill.FindAsync(BackFillScope.Missing, From, Now, Cancellation), sends: true, "Bà Mẫu", Cancellation);
        await slots.RunDueAsync(Schedules.MonthEnd, Cancellation);

        var all = await backFill.FindAsync(BackFillScope.All, From, Now, Cancellation);
        await backFill.OrderAsync(all, sends: true, "Bà Mẫu", Cancellation);
        await slots.RunDueAsync(Schedules.MonthEnd, Cancellation);

        Assert.Equal(["done", "done"], all.Select(item => item.Found));
        Assert.Equal("2 2", await TextAsync(bench, "select count(*) || ' ' || max(edition) + 1 from emulation.reports"));
        Assert.Equal("accepted", await TextAsync(bench, "select string_agg(distinct state, ',') from emulation.deliveries where report_id is not null"));
        Assert.Equal("1", await TextAsync(bench, "select max(attempts)::text from emulation.deliveries"));
    }

    [Fact]
    public async Task Failed_OpensOnlyWhatFailed_AndDoneWithoutAReportIsMissing()
    {
        await using var bench = await BenchAsync();
        var (backFill, _) = Of(bench);
        await using (var command = bench.Database.DataSource.CreateCommand(
            """
            insert into emulation.schedule_slots (plan_code, schedule, slot_at, period_code, state, attempts, fault, settled_at) values
                ('dak-lak-2020', 'month-end', '2020-01-31 09:30+00', '2020-01', 'failed', 5, 'IOException', null),
                ('dak-lak-2020', 'month-end', '2020-02-28 09:30+00', '2020-02', 'done', 1, null, now())
            """))
        {
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        Assert.Equal(["2020-01 failed"], (await backFill.FindAsync(BackFillScope.Failed, From, Now, Cancellation)).Select(item => $"{item.Slot.Period} {item.Found}"));
        Assert.Equal(["2020-02 without-report"], (await backFill.FindAsync(BackFillScope.Missing, From, Now, Cancellation)).Select(item => $"{item.Slot.Period} {item.Found}"));
    }

    private static Task<HostBench> BenchAsync() =>
        HostBench.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(Now))));

    private static (BackFill BackFill, ScheduleSlots Slots) Of(HostBench bench)
    {
        // The scope lives as long as the host: the test's end disposes both.
        var scope = bench.Host.Services.CreateScope().ServiceProvider;
        return (scope.GetRequiredService<BackFill>(), scope.GetRequiredService<ScheduleSlots>());
    }

    private static async Task<string> TextAsync(HostBench bench, string sql)
    {
        await using var command = bench.Database.DataSource.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
