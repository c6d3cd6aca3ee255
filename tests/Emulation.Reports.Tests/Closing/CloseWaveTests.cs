using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Closing;

public sealed class CloseWaveTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private static readonly DateTimeOffset InTime = new(2020, 6, 25, 3, 0, 0, TimeSpan.Zero);
    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        room = await ResultsRoom.OpenAsync(Cancellation);
        foreach (var unit in room.Plan.Plan.Units.Take(8))
        {
            await ReportAsync(unit, share: 0.97m);
        }
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Close_Twice_GivesOneResultWithOneHash()
    {
        var first = await CloseAsync("chánh văn phòng");
        var second = await CloseAsync("người khác");

        Assert.False(first.WasClosedBefore);
        Assert.True(second.WasClosedBefore);
        Assert.Equal((first.RunId, first.Units), (second.RunId, second.Units));
        Assert.Equal(first.Hash, second.Hash);
        Assert.Equal("chánh văn phòng", await ScalarAsync<string>("select closed_by from emulation.wave_closings"));
    }

    [Fact]
    public async Task Close_ByManyAtOnce_GivesOneResultWithOneHash()
    {
        var closers = Enumerable.Range(0, 8).Select(number => Task.Run(() => CloseAsync($"closer {number}"), Cancellation));

        var closed = await Task.WhenAll(closers);

        Assert.Single(closed, outcome => !outcome.WasClosedBefore);
        Assert.Single(closed.Select(outcome => Convert.ToHexString(outcome.Hash)).Distinct());
        Assert.Equal(1, await ScalarAsync<long>("select count(*) from emulation.wave_closings"));
        Assert.Equal(1, await ScalarAsync<long>("select count(*) from emulation.runs"));
    }

    [Fact]
    public async Task Close_ThenLateFilesAndAdjustments_ChangesNothing()
    {
        var closed = await CloseAsync("test");
        var before = await ClosedResultAsync();

        foreach (var unit in room.Plan.Plan.Units.Take(3))
        {
            await ReportAsync(unit, share: 0.5m, new DateTimeOffset(2020, 7, 12, 3, 0, 0, TimeSpan.Zero));
        }
        // What the wave never looked at is no amendment of it: next wave's month.
        await room.Intake.AcceptAsync(room.Plan.Plan.Units[0].Code, FormKind.Figures, new PeriodCode("2020-07"), room.Clock.GetUtcNow(), [], Cancellation);
        var adjustment = await room.Get<EnterAdjustment>().RunAsync(
            new AdjustmentEntry(room.Plan.Plan.Units[0].Code, Wave1, 3, "thành tích đột xuất", "QĐ 12/QĐ-STP", "test"), Cancellation);

        Assert.Equal(
            "Không thể ghi điểm thưởng, điểm trừ: đợt 1 năm 2020 đã chốt lúc 10/07/2020 17:00.",
            Assert.IsType<AdjustmentOutcome.Refused>(adjustment).Message);
        Assert.Equal(closed.Hash, (await CloseAsync("test")).Hash);
        Assert.Equal(before, await ClosedResultAsync());
        Assert.True((await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.IsSame);
        Assert.Equal(3, await ScalarAsync<long>("select count(*) from emulation.closed_wave_amendments"));
        var final = await room.Get<ComputeRun>().RunAsync(Wave1, RunKind.Final, Cancellation);
        Assert.Equal(closed.RunId, final.RunId);
    }

    [Fact]
    public async Task Close_ThenNewPlanVersion_RecomputesWithTheOldOne()
    {
        var closed = await CloseAsync("test");

        await room.ApplyAsync(
            texts =>
            {
                texts["scoring.yaml"] = texts["scoring.yaml"].Replace("bonus-cap: 10", "bonus-cap: 5", StringComparison.Ordinal)
                    .Replace("cap: 1.10", "cap: 1.20", StringComparison.Ordinal);
                return texts;
            },
            Cancellation);
        var recomputed = await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation);

        Assert.Equal(2, room.Plan.VersionNumber);
        Assert.True(recomputed!.IsSame);
        Assert.Equal(closed.Hash, recomputed.ComputedHash);
    }

    [Theory]
    [InlineData("update emulation.figures set value = value + 1 where value > 0")]
    [InlineData("update emulation.run_inputs set first_received_at = first_received_at + interval '40 days'")]
    [InlineData("update emulation.submissions set file_hash = sha256('x')")]
    [InlineData("update emulation.run_pieces set bytes = bytes || '\\x20' where position = 1")]
    [InlineData("update emulation.run_pieces set bytes = (select bytes from emulation.run_pieces where position = 2) where position = 1")]
    [InlineData("delete from emulation.run_pieces where position = 1")]
    [InlineData("update emulation.runs set result_hash = sha256('x')")]
    public async Task Recompute_AfterTampering_SaysSo(string tampering)
    {
        await CloseAsync("test");

        await using (var command = room.Database.OwnerDataSource.CreateCommand(tampering))
        {
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        Assert.False((await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.IsSame);
    }

    [Fact]
    public async Task Recompute_OpenWave_GivesNothing() =>
        Assert.Null(await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation));

    [Theory]
    [InlineData("close-wave-computed")]
    [InlineData("close-wave-committing")]
    public async Task Close_KilledBeforeCommit_LeavesNothingAndClosesLater(string place)
    {
        FailPoint.Armed = reached => _ = reached == place ? throw new OperationCanceledException("killed") : 0;
        await Assert.ThrowsAsync<OperationCanceledException>(() => CloseAsync("test"));
        FailPoint.Armed = null;

        Assert.Equal(0, await ScalarAsync<long>("select count(*) from emulation.runs"));
        Assert.False((await CloseAsync("test")).WasClosedBefore);
        Assert.Equal(1, await ScalarAsync<long>("select count(*) from emulation.runs"));
    }

    /// <summary>The lock only spares work: a closer that never asked for it (another program, a lock lost with its connection) must not lead to two results.</summary>
    [Fact]
    public async Task Close_OtherCloserWinsTheRace_ReturnsTheOthersResult()
    {
        var won = await room.Get<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation);
        FailPoint.Armed = reached =>
        {
            if (reached != "close-wave-computed")
            {
                return;
            }
            FailPoint.Armed = null;
            using var command = room.Database.DataSource.CreateCommand(
                """
                insert into emulation.wave_closings (plan_code, period_id, run_id, closed_at, closed_by)
                select 'dak-lak-2020', period_id, run_id, now(), 'the other' from emulation.runs
                """);
            command.ExecuteNonQuery();
        };

        var closed = await CloseAsync("test");

        Assert.Equal((won.RunId, true), (closed.RunId, closed.WasClosedBefore));
        Assert.Equal(won.Hash, closed.Hash);
        Assert.Equal(1, await ScalarAsync<long>("select count(*) from emulation.runs"));
    }

    /// <summary>Version 1 in time and a correction after the due day: in time, and the correction counts.</summary>
    [Fact]
    public async Task Run_CorrectedAfterTheDueDay_IsInTimeWithTheCorrectedFigures()
    {
        var unit = room.Plan.Plan.Units[0];
        await ReportAsync(unit, share: 0.5m, new DateTimeOffset(2020, 7, 2, 3, 0, 0, TimeSpan.Zero));

        var result = (await room.Get<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation)).Result;

        var duty = result.Duties.Single(row => row.Unit == unit.Code && row.Duty == "DL3");
        Assert.Equal((Standing.OnTime, 0, 2, (DateTimeOffset?)InTime), (duty.Standing, duty.DaysLate, duty.Version, duty.ReceivedAt));
        Assert.Contains(result.Indicators, row => row.Unit == unit.Code && row.Value == 50);
        Assert.DoesNotContain(result.Indicators, row => row.Unit == unit.Code && row.Value == 97);
    }

    [Fact]
    public async Task Close_Month_IsRefused() =>
        Assert.StartsWith(
            "2020-03 is a month; waves and the year are closed.",
            (await Assert.ThrowsAsync<ArgumentException>(() => room.Get<CloseWave>().RunAsync(new PeriodCode("2020-03"), "test", Cancellation))).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task Close_PeriodThatStillLasts_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => room.Get<CloseWave>().RunAsync(new PeriodCode("2020-W2"), "test", Cancellation));

        Assert.Equal("2020-W2 lasts until 2020-12-31 and cannot be closed on 2020-07-10.", refused.Message);
        Assert.Equal(0, await ScalarAsync<long>("select count(*) from emulation.wave_closings"));
    }

    [Fact]
    public async Task Close_Year_FreezesItsWavesToo()
    {
        room.Clock.SetUtcNow(new DateTimeOffset(2021, 1, 15, 10, 0, 0, TimeSpan.Zero));

        var closed = await room.Get<CloseWave>().RunAsync(new PeriodCode("2020"), "test", Cancellation);

        Assert.Equal(room.Plan.Plan.Units.Count, closed.Units);
        Assert.True((await room.Get<RecomputeWave>().RunAsync(new PeriodCode("2020"), Cancellation))!.IsSame);
        Assert.Equal(8, await ScalarAsync<long>("select count(*) from emulation.run_inputs where form = 'wave-report'"));
    }

    /// <summary>Files that arrive while the wave is being closed count wholly or are amendments, never half (F51).</summary>
    [Fact]
    public async Task Close_WhileFilesArrive_CountsEachWhollyOrNotAtAll()
    {
        var late = new DateTimeOffset(2020, 7, 10, 9, 59, 0, TimeSpan.Zero);
        var units = room.Plan.Plan.Units.Take(8).ToList();
        var arriving = units.Select(unit => Task.Run(() => ReportAsync(unit, share: 0.5m, late), Cancellation)).ToList();
        var closing = Task.Run(() => CloseAsync("test"), Cancellation);
        await Task.WhenAll([closing, .. arriving]);

        var indicators = (await ClosedAsync()).Result.Indicators.Where(row => row.Source == "wave-report").ToLookup(row => row.Unit);
        var amended = await ScalarAsync<long>("select count(*) from emulation.closed_wave_amendments where form = 'wave-report'");
        var counted = await ScalarAsync<long>("select count(*) from emulation.run_inputs where form = 'wave-report' and version_number = 2");
        Assert.Equal(8, amended + counted);
        Assert.All(units, unit =>
        {
            var ratios = indicators[unit.Code].Where(row => row.Denominator == 1000).Select(row => row.Value).Distinct().ToList();
            Assert.Single(ratios);
            Assert.Contains(ratios[0], new decimal?[] { 97, 50 });
        });
        Assert.True((await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.IsSame);
    }

    [Fact]
    public async Task Adjustment_BeforeClosing_CountsOnceWithinItsCap()
    {
        var unit = room.Plan.Plan.Units[0].Code;
        var without = (await room.Get<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation)).Result.Units[0];

        foreach (var points in new[] { 8m, 8m, -1.5m })
        {
            Assert.IsType<AdjustmentOutcome.Entered>(await room.Get<EnterAdjustment>().RunAsync(
                new AdjustmentEntry(unit, Wave1, points, "lý do", "minh chứng", "test"), Cancellation));
        }
        var with = (await room.Get<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation)).Result.Units[0];

        Assert.Equal((10m, 1.5m), (with.Bonus, with.Penalty));
        Assert.Equal(without.Points + 8.5m, with.Points);
    }

    [Theory]
    [InlineData(0, "lý do", "minh chứng", "Điểm thưởng hoặc điểm trừ phải khác 0.")]
    [InlineData(1, " ", "minh chứng", "Phải ghi rõ lý do của điểm thưởng, điểm trừ.")]
    [InlineData(1, "lý do", "", "Phải ghi rõ minh chứng của điểm thưởng, điểm trừ.")]
    public async Task Adjustment_Incomplete_IsRefused(int points, string reason, string evidence, string message)
    {
        var outcome = await room.Get<EnterAdjustment>().RunAsync(
            new AdjustmentEntry(room.Plan.Plan.Units[0].Code, Wave1, points, reason, evidence, "test"), Cancellation);

        Assert.Equal(new AdjustmentOutcome.Refused(message), outcome);
    }

    private Task<ClosedWave> CloseAsync(string closedBy) => room.Get<CloseWave>().RunAsync(Wave1, closedBy, Cancellation);

    private async Task<ComputedRun> ClosedAsync() =>
        (await room.Get<RunStore>().FindClosedAsync(room.Plan, room.Plan.Plan.PeriodByCode(Wave1), Cancellation))!;

    private async Task<string> ClosedResultAsync() =>
        System.Text.Encoding.UTF8.GetString(CanonicalResult.Write(new FrozenResult("", "", (await ClosedAsync()).Result)));

    private Task<long> ReportAsync(Unit unit, decimal share, DateTimeOffset? receivedAt = null)
    {
        var wave = room.Plan.Plan.PeriodByCode(Wave1);
        return room.Intake.AcceptAsync(
            unit.Code, FormKind.WaveReport, Wave1, receivedAt ?? InTime, WaveFigures.Of(room.Plan.Plan, unit, wave, share), Cancellation);
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = room.Database.DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
