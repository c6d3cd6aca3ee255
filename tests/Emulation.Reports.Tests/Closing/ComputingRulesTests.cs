using System.Security.Cryptography;
using System.Text;
using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Reports.Tests.Closing;

/// <summary>What a run was computed by stays with it: rules that changed since, and outages that were written down since, change no closed wave.</summary>
public sealed class ComputingRulesTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private static readonly UnitCode Unit = new("654");
    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        room = await ResultsRoom.OpenAsync(Cancellation);
        // Due on 30/6; the share was away at the end of that day and of the next.
        await ExecuteAsync("insert into emulation.outages (kind, began_at, ended_at) values ('share', '2020-06-30 20:00+07', '2020-07-01 05:00+07'), ('share', '2020-07-01 22:00+07', '2020-07-02 06:00+07')");
        await room.Intake.AcceptAsync(Unit, FormKind.WaveReport, Wave1, new DateTimeOffset(2020, 7, 2, 3, 0, 0, TimeSpan.Zero), [], Cancellation);
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Closing_FromBeforeRulesWereNumbered_IsComputedByThoseOfItsTime()
    {
        var closed = await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        Assert.Equal((Standing.OnTime, 0), await StandingAsync());
        await ExecuteAsync("update emulation.runs set computed_by = 1");
        var byFirst = await RecomputeAsync(closed.RunId);
        Assert.Equal((1, ComputingRules.First, false), (byFirst.ComputedBy, byFirst.Rules, byFirst.IsSame));

        // As such a closing was stored then: without a number.
        var then = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(byFirst.Computed).Replace(",\"computedBy\":1", "", StringComparison.Ordinal));
        await ExecuteAsync(
            """
            update emulation.runs set result_hash = @hash, computed_by = null where run_id = @run;
            delete from emulation.run_pieces where run_id = @run;
            insert into emulation.run_pieces (run_id, position, bytes) values (@run, 0, @bytes)
            """,
            ("run", closed.RunId), ("bytes", then), ("hash", SHA256.HashData(then)));

        Assert.Equal((Standing.Late, 1), await StandingAsync());
        var again = await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation);
        Assert.Equal((true, "computed by rules not yet numbered, again by rules 1 (this program's: 2)"), (again!.IsSame, again.Rules));
        await ExecuteAsync("update emulation.runs set computed_by = 2");
        Assert.False((await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.IsSame);
    }

    [Fact]
    public async Task Closing_OutageWrittenDownAfterIt_ThoughItBeganBefore_ChangesNothing()
    {
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        // Nobody had looked at the share for days, as the next look found.
        await ExecuteAsync("insert into emulation.outages (kind, began_at, ended_at) values ('host', '2020-06-30 21:00+07', '2020-07-11 08:00+07')");

        Assert.True((await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.IsSame);
        // Had the run known of it, it would be another result.
        await ExecuteAsync("insert into emulation.run_outages select run_id, outage_id, ended_at from emulation.runs cross join emulation.outages where outages.kind = 'host'");
        Assert.False((await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.IsSame);
    }

    private async Task<(Standing, int)> StandingAsync()
    {
        var run = await room.Get<RunStore>().FindClosedAsync(room.Plan, room.Plan.Plan.PeriodByCode(Wave1), Cancellation);
        var duty = run!.Result.Duties.Single(duty => duty.Duty == "DL3" && duty.Unit == Unit);
        return (duty.Standing, duty.DaysLate);
    }

    private Task<RecomputedRun> RecomputeAsync(long runId) => room.Get<RunStore>().RecomputeAsync(runId, room.Plan, room.Plan.Plan.PeriodByCode(Wave1), Cancellation);

    private async Task ExecuteAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = room.Database.OwnerDataSource.CreateCommand(sql);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
