using Emulation.Jobs.Tests.Hosting;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Jobs.Tests.Schedule;

public sealed class RecurringJobsTests
{
    [Fact]
    public async Task Start_AppliesTheWholeTable_AndRemovesWhatItDoesNotName()
    {
        await using var bench = await HostBench.StartAsync(settings: ("Schedule:Enabled", "true"));
        var (manager, storage) = Of(bench);
        manager.AddOrUpdate("of-an-older-release", () => Console.WriteLine(), Cron.Daily);

        var removed = Emulation.Jobs.Schedule.Apply(manager, storage, isEnabled: true);

        Assert.Equal(["of-an-older-release"], removed);
        var jobs = Jobs(storage);
        Assert.Equal(Emulation.Jobs.Schedule.Table.Select(job => job.Id).Order(StringComparer.Ordinal), jobs.Select(job => job.Id).Order(StringComparer.Ordinal));
        Assert.All(jobs, job => Assert.Equal("Asia/Ho_Chi_Minh", job.TimeZoneId));
        Assert.All(jobs, job => Assert.NotNull(job.NextExecution));
        Assert.All(jobs, job => Assert.Null(job.Error));
    }

    [Fact]
    public async Task ScheduleSwitchedOff_RegistersTheJobsWithoutEverFiring()
    {
        await using var bench = await HostBench.StartAsync();

        var jobs = Jobs(Of(bench).Storage);

        Assert.Equal(Emulation.Jobs.Schedule.Table.Count, jobs.Count);
        Assert.All(jobs, job => Assert.Equal(Cron.Never(), job.Cron));
    }

    [Fact]
    public async Task JobDisabledByHangfire_ComesBackWhenTheTableIsAppliedAgain()
    {
        await using var bench = await HostBench.StartAsync(settings: ("Schedule:Enabled", "true"));
        var (manager, storage) = Of(bench);
        await using (var damage = bench.Database.DataSource.CreateCommand("""
            delete from hangfire.hash where key = 'recurring-job:month-end' and field = 'NextExecution';
            insert into hangfire.hash (key, field, value) values ('recurring-job:month-end', 'Error', 'type not found');
            update hangfire.set set score = -1 where key = 'recurring-jobs' and value = 'month-end'
            """))
        {
            await damage.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Null(Jobs(storage).Single(job => job.Id == "month-end").NextExecution);
        Emulation.Jobs.Schedule.Apply(manager, storage, isEnabled: true);

        var mended = Jobs(storage).Single(job => job.Id == "month-end");
        Assert.NotNull(mended.NextExecution);
        Assert.Null(mended.Error);
    }

    private static (IRecurringJobManager Manager, JobStorage Storage) Of(HostBench bench) =>
        (bench.Host.Services.GetRequiredService<IRecurringJobManager>(), bench.Host.Services.GetRequiredService<JobStorage>());

    private static List<RecurringJobDto> Jobs(JobStorage storage)
    {
        using var connection = storage.GetConnection();
        return connection.GetRecurringJobs();
    }
}
